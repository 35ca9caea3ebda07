"""One column of a panel as lines: its items, what is being typed among them, or what to do when it is empty."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from mgtui.domain.session import Direction, Item
from mgtui.locale import _
from mgtui.locale.safe_text import clipped
from mgtui.tui.widgets.board.company import Company, Others, column_key, marked, typing_lines
from mgtui.tui.widgets.board.cursor import Spot, matches
from mgtui.tui.widgets.board.drawing import Drawn, Hit, filled
from mgtui.tui.widgets.board.drawn_items import DrawnItems
from mgtui.tui.widgets.board.editor import Editor
from mgtui.tui.widgets.board.geometry import scrolled
from mgtui.tui.widgets.board.look import Look
from mgtui.tui.widgets.board.rest import Rest, rest_of
from mgtui.tui.widgets.board.rows import edited_lines, note_lines, reason_lines, weighing_lines, weight_cells_of
from mgtui.tui.widgets.board.sight import Column

_LONGEST_NAME = 30


class ColumnView(Struct, frozen=True):
    """What a column shows.

    Attributes:
        partner: whose it is. name: what that partner is called.
        content: its items. spot: where the cursor is, when it is in this panel. wanted: the words of the filter.
        editor: what is being edited in this column, if anything.
        others: who else is in this panel.
        cells: its width.
    """

    partner: str
    name: str
    direction: Direction
    content: Column
    spot: Spot | None
    wanted: str
    editor: Editor | None
    others: Company
    cells: int
    look: Look


class Focus(Struct, frozen=True):
    """The lines of a column that must be in sight: from `first` to before `past`.

    Attributes:
        caret: the line in which is typed, or the last of what is wrong with it; it goes first when not all fits.
    """

    first: int
    past: int
    caret: int | None = None


class ColumnLines(Struct, frozen=True):
    """All lines of a column, in or out of sight.

    Attributes:
        items: for every line, top to bottom, the number of the item it belongs to, counted from 0.
        between: gives the lines from one number to before another.
        focus: the lines that must be in sight; None when any may be.
        rest: how it is laid out, when nobody is typing in it.
    """

    items: tuple[int, ...]
    between: Callable[[int, int], tuple[Drawn, ...]]
    focus: Focus | None
    rest: Rest | None = None


class Window(Struct, frozen=True):
    """The part of a column that is in sight.

    Attributes:
        lines: exactly as many as there are rows.
        scroll: how many lines are above it.
        above, below: how many items are not wholly in sight, on either side.
        thumb: the rows, as (first, past the last), of the mark that shows where it is; None when all is in sight.
    """

    lines: tuple[Drawn, ...]
    scroll: int
    above: int
    below: int
    thumb: tuple[int, int] | None


def column_lines(view: ColumnView, items: DrawnItems, known: ColumnLines | None = None) -> ColumnLines:
    """The lines of a column; `items` are those at rest, `known` is the column as it was before, if it was."""
    if view.editor is None and not view.others:
        rest = rest_of(view.content, view.wanted, view.cells, view.look, known.rest if known else None)
        if rest.places:
            here = view.spot.item if view.spot else ""
            place = rest.places.get(here)
            return ColumnLines(
                rest.owners, lambda first, past: rest.lines(first, past, here, items), place and Focus(*place), rest
            )
    shown = [item for item in view.content.items if matches(item, view.wanted)]
    weight_cells = weight_cells_of(shown, view.look)
    lines: list[Drawn] = []
    owners: list[int] = []
    focus: Focus | None = None
    draft = view.editor if view.editor and view.editor.target.what == "new_item" else None
    draft_after = _place_of_draft(draft, shown)
    for number in range(-1, len(shown)):
        if number >= 0:
            focus = _add_item(view, shown[number], number, weight_cells, items, lines, owners) or focus
        if draft and number == draft_after:
            focus = _add_draft(view, draft, number, weight_cells, lines, owners)
    if not lines:
        lines += _what_to_do(view)
        owners += [0] * len(lines)
    typing = typing_lines(view.others.get(column_key(view.partner, view.direction), Others()), view.cells, view.look)
    lines += typing
    owners += [max(0, len(shown) - 1)] * len(typing)  # it is no item, and none is out of sight with it
    return ColumnLines(tuple(owners), lambda first, past: tuple(lines[first:past]), focus)


def window(column: ColumnLines, scroll: int, rows: int, cells: int, *, is_loose: bool) -> Window:
    """`rows` lines of `column`, scrolled so that its focus is in sight, unless it `is_loose` from its cursor."""
    total = len(column.items)
    top, bottom = (scroll, scroll) if is_loose or column.focus is None else _to_see(column.focus, rows)
    scroll = scrolled(scroll, top, bottom, rows, total)
    past = min(total, scroll + rows)
    seen = column.between(scroll, past)
    blank = Drawn(filled((), cells))
    hidden_above = column.items[scroll - 1] + 1 if scroll else 0
    hidden_below = column.items[-1] - column.items[past] + 1 if past < total else 0
    thumb = None
    if total > rows:
        size = max(1, rows * rows // total)
        start = min(rows - size, scroll * (rows - size + 1) // max(1, total - rows))
        thumb = (start, start + size)
    return Window((*seen, *([blank] * (rows - len(seen)))), scroll, hidden_above, hidden_below, thumb)


def _to_see(focus: Focus, rows: int) -> tuple[int, int]:
    """What of `focus` must be in sight: all of it, or of a field that is higher than the column its caret."""
    if focus.caret is None or focus.past - focus.first <= rows:
        return focus.first, focus.past
    return focus.caret, focus.caret + 1


def _place_of_draft(draft: Editor | None, shown: list[Item]) -> int:
    """The number of the item after which the new one is being typed."""
    if draft is None:
        return -2
    ids = [item.id for item in shown]
    after = draft.target.after
    return ids.index(after) if after in ids else len(ids) - 1


def _add_item(
    view: ColumnView,
    item: Item,
    number: int,
    weight_cells: int,
    items: DrawnItems,
    lines: list[Drawn],
    owners: list[int],
) -> Focus | None:
    start, caret = len(lines), None
    editor = view.editor if view.editor and view.editor.target.item == item.id else None
    is_current = view.spot is not None and view.spot.item == item.id
    if editor and editor.target.what == "item":
        drawn, cursor = edited_lines(editor.buffer, editor.flaw, item, view.cells, weight_cells, view.look)
        caret = start + (len(drawn) - 1 if editor.flaw else cursor)
        lines += [_owned(each, item) for each in drawn]
    elif editor and editor.target.what == "reason":
        lines += items.lines(item, view.cells, weight_cells, view.look, is_current=is_current)
        lines += reason_lines(editor.buffer, editor.flaw, view.cells, view.look)
    elif editor:
        lines += weighing_lines(editor.buffer, editor.flaw, item, view.cells, weight_cells, view.look)
    else:
        lines += items.lines(item, view.cells, weight_cells, view.look, is_current=is_current)
    others = view.others.get(item.id)
    if others:
        if not (is_current or editor):
            lines[start] = marked(lines[start], others)
        lines += typing_lines(others, view.cells, view.look)
    owners += [number] * (len(lines) - start)
    return Focus(start, len(lines), caret) if is_current or editor else None


def _add_draft(
    view: ColumnView, draft: Editor, number: int, weight_cells: int, lines: list[Drawn], owners: list[int]
) -> Focus:
    drawn, cursor = edited_lines(draft.buffer, draft.flaw, None, view.cells, weight_cells, view.look)
    start = len(lines)
    lines += drawn
    owners += [max(0, number)] * len(drawn)
    return Focus(start, len(lines), start + (len(drawn) - 1 if draft.flaw else cursor))


def _owned(drawn: Drawn, item: Item) -> Drawn:
    hits = tuple(replace(hit, partner=item.partner, direction=item.direction) for hit in drawn.hits)
    return replace(drawn, hits=hits)


def _what_to_do(view: ColumnView) -> list[Drawn]:
    """An empty column teaches the next step; one that the filter has emptied says so."""
    name = clipped(view.name, _LONGEST_NAME)
    if view.content.items:
        text = _("nothing with “{words}” here").format(words=clipped(view.wanted, _LONGEST_NAME))
    elif view.direction == "take":
        text = _("n: what does {name} come to take?").format(name=name)
    else:
        text = _("n: what is {name} willing to bring?").format(name=name)
    is_here = view.spot is not None and view.spot.part == view.direction
    mark, role = (view.look.strokes.cursor, "muted+cursor") if is_here else (" ", "muted")
    lines = note_lines(text, view.cells, role)
    words = "".join(run for run, _role in lines[0])  # none at all in a window of a few cells
    first = filled(((f"{mark} ", role), (words[2:], role)), view.cells, role)
    hit = Hit(0, view.cells, "column", view.partner, view.direction)
    return [Drawn(first, (hit,)), *(Drawn(line, (hit,)) for line in lines[1:])]
