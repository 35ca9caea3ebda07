"""One column of a panel as lines: its items, what is being typed among them, or what to do when it is empty."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import compress
from operator import is_not
from typing import NamedTuple

from mgtui.domain.session import Direction, Item
from mgtui.locale import _
from mgtui.locale.safe_text import clipped
from mgtui.tui.editing.cells import width
from mgtui.tui.widgets.board.company import Company, Others, column_key, marked, typing_lines
from mgtui.tui.widgets.board.cursor import Spot, matches
from mgtui.tui.widgets.board.drawing import Drawn, Hit, filled
from mgtui.tui.widgets.board.editor import Editor
from mgtui.tui.widgets.board.geometry import scrolled
from mgtui.tui.widgets.board.look import Look
from mgtui.tui.widgets.board.rows import edited_lines, note_lines, reason_lines, weighing_lines, weight_text
from mgtui.tui.widgets.board.sight import Column

DrawItem = Callable[[Item, int, int, Look, bool], tuple[Drawn, ...]]
_LONGEST_NAME = 30


class ColumnView(NamedTuple):
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


class Rest(NamedTuple):
    """A column in which nobody is, drawn; a cursor in it is one item drawn anew.

    Attributes:
        made_from: all on which it depends beside `content`.
        shown: the items that pass the filter. places: by item, its lines as (first, past the last).
        lines, owners: as `lines` and `items` of `ColumnLines`.
    """

    made_from: tuple[object, ...]
    content: Column
    shown: tuple[Item, ...]
    weight_cells: int
    lines: tuple[Drawn, ...]
    owners: tuple[int, ...]
    places: dict[str, tuple[int, int]]


class ColumnLines(NamedTuple):
    """All lines of a column, in or out of sight.

    Attributes:
        lines: the lines, top to bottom.
        focus: the lines, as (first, past the last), that must be in sight; None when any may be.
        items: for every line, the number of the item it belongs to, counted from 0.
        rest: what it was drawn from, when nobody is typing in it.
    """

    lines: tuple[Drawn, ...]
    focus: tuple[int, int] | None
    items: tuple[int, ...]
    rest: Rest | None = None


class Window(NamedTuple):
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


def column_lines(view: ColumnView, draw: DrawItem, known: ColumnLines | None = None) -> ColumnLines:
    """The lines of a column; `draw` draws an item at rest, `known` is the column as it was before, if it was."""
    if view.editor is None and not view.others:
        rest = _at_rest(view, draw, known.rest if known else None)
        if rest.places:
            return _with_cursor(rest, view, draw)
    shown = [item for item in view.content.items if matches(item, view.wanted)]
    weight_cells = _weight_cells(shown, view.look)
    lines: list[Drawn] = []
    owners: list[int] = []
    focus: tuple[int, int] | None = None
    draft = view.editor if view.editor and view.editor.target.what == "new_item" else None
    draft_after = _place_of_draft(draft, shown)
    for number in range(-1, len(shown)):
        if number >= 0:
            focus = _add_item(view, shown[number], number, weight_cells, draw, lines, owners) or focus
        if draft and number == draft_after:
            focus = _add_draft(view, draft, number, weight_cells, lines, owners)
    if not lines:
        lines += _what_to_do(view)
        owners += [0] * len(lines)
    typing = typing_lines(view.others.get(column_key(view.partner, view.direction), Others()), view.cells, view.look)
    lines += typing
    owners += [len(shown)] * len(typing)
    return ColumnLines(tuple(lines), focus, tuple(owners))


def _weight_cells(shown: Iterable[Item], look: Look) -> int:
    """How many cells the weights of a column take."""
    return look.most_points or max((width(weight_text(item, look)) for item in shown), default=1)


def window(column: ColumnLines, scroll: int, rows: int, cells: int, *, is_loose: bool) -> Window:
    """`rows` lines of `column`, scrolled so that its focus is in sight, unless it `is_loose` from its cursor."""
    total = len(column.lines)
    top, bottom = (scroll, scroll) if is_loose or column.focus is None else column.focus
    scroll = scrolled(scroll, top, bottom, rows, total)
    seen = column.lines[scroll : scroll + rows]
    blank = Drawn(filled((), cells))
    hidden_above = len(set(column.items[:scroll]))
    hidden_below = len(set(column.items[scroll + rows :]))
    thumb = None
    if total > rows:
        size = max(1, rows * rows // total)
        start = min(rows - size, scroll * (rows - size + 1) // max(1, total - rows))
        thumb = (start, start + size)
    return Window((*seen, *([blank] * (rows - len(seen)))), scroll, hidden_above, hidden_below, thumb)


def _place_of_draft(draft: Editor | None, shown: list[Item]) -> int:
    """The number of the item after which the new one is being typed."""
    if draft is None:
        return -2
    ids = [item.id for item in shown]
    after = draft.target.after
    return ids.index(after) if after in ids else len(ids) - 1


def _at_rest(view: ColumnView, draw: DrawItem, known: Rest | None) -> Rest:
    """A column in which nobody is; what `known` has of it is not drawn again, since only a line or two will differ."""
    made_from = (view.wanted, view.cells, view.look)
    is_known = known is not None and known.made_from == made_from
    if known and is_known and known.content is view.content:
        return known
    shown = view.content.items
    if view.wanted:
        shown = tuple(item for item in shown if matches(item, view.wanted))
    weight_cells = _weight_cells(shown, view.look)
    if known and is_known and weight_cells == known.weight_cells:
        altered = _altered(known, shown, view, draw)
        if altered is not None:
            return known._replace(content=view.content, shown=shown, lines=altered)
    lines: list[Drawn] = []
    owners: list[int] = []
    places: dict[str, tuple[int, int]] = {}
    for number, item in enumerate(shown):
        drawn = draw(item, view.cells, weight_cells, view.look, False)
        places[item.id] = (len(lines), len(lines) + len(drawn))
        lines += drawn
        owners += (number,) * len(drawn)
    return Rest(made_from, view.content, shown, weight_cells, tuple(lines), tuple(owners), places)


def _altered(known: Rest, shown: tuple[Item, ...], view: ColumnView, draw: DrawItem) -> tuple[Drawn, ...] | None:
    """The lines of `shown`, where it differs from what is `known` in items that take as much room; else None."""
    if len(shown) != len(known.shown):
        return None
    lines = list(known.lines)
    for was, item in compress(zip(known.shown, shown, strict=True), map(is_not, known.shown, shown)):
        start, end = known.places[was.id]
        drawn = draw(item, view.cells, known.weight_cells, view.look, False)
        if was.id != item.id or len(drawn) != end - start:
            return None
        lines[start:end] = drawn
    return tuple(lines)


def _with_cursor(rest: Rest, view: ColumnView, draw: DrawItem) -> ColumnLines:
    """A column with the cursor on one of its items, or on none."""
    focus = rest.places.get(view.spot.item) if view.spot else None
    if focus is None:
        return ColumnLines(rest.lines, None, rest.owners, rest)
    start, end = focus
    item = rest.shown[rest.owners[start]]
    drawn = draw(item, view.cells, rest.weight_cells, view.look, True)
    return ColumnLines((*rest.lines[:start], *drawn, *rest.lines[end:]), focus, rest.owners, rest)


def _add_item(
    view: ColumnView,
    item: Item,
    number: int,
    weight_cells: int,
    draw: DrawItem,
    lines: list[Drawn],
    owners: list[int],
) -> tuple[int, int] | None:
    start = len(lines)
    editor = view.editor if view.editor and view.editor.target.item == item.id else None
    is_current = view.spot is not None and view.spot.item == item.id
    if editor and editor.target.what == "item":
        drawn, _cursor = edited_lines(editor.buffer, editor.flaw, item, view.cells, weight_cells, view.look)
        lines += [_owned(each, item) for each in drawn]
    elif editor and editor.target.what == "reason":
        lines += draw(item, view.cells, weight_cells, view.look, is_current)
        lines += reason_lines(editor.buffer, editor.flaw, view.cells, view.look)
    elif editor:
        lines += weighing_lines(editor.buffer, editor.flaw, item, view.cells, weight_cells, view.look)
    else:
        lines += draw(item, view.cells, weight_cells, view.look, is_current)
    others = view.others.get(item.id)
    if others:
        if not (is_current or editor):
            lines[start] = marked(lines[start], others)
        lines += typing_lines(others, view.cells, view.look)
    owners += [number] * (len(lines) - start)
    return (start, len(lines)) if is_current or editor else None


def _add_draft(
    view: ColumnView, draft: Editor, number: int, weight_cells: int, lines: list[Drawn], owners: list[int]
) -> tuple[int, int]:
    drawn, _cursor = edited_lines(draft.buffer, draft.flaw, None, view.cells, weight_cells, view.look)
    start = len(lines)
    lines += drawn
    owners += [max(0, number)] * len(drawn)
    return start, len(lines)


def _owned(drawn: Drawn, item: Item) -> Drawn:
    hits = tuple(hit._replace(partner=item.partner, direction=item.direction) for hit in drawn.hits)
    return drawn._replace(hits=hits)


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
