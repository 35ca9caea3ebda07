"""A partner's panel as lines: its name in the border, its two columns, and its foot at the bottom.

The parts of a panel depend on that partner alone; how high they are is planned for all panels of a page together, so
that the same things stand at the same height.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from mgtui.domain.interval import Interval
from mgtui.domain.session import Direction
from mgtui.locale import ngettext
from mgtui.locale.safe_text import safe
from mgtui.locale.wording import amounts, terms
from mgtui.tui.editing.cells import width, wrap
from mgtui.tui.editing.drawn import drawn
from mgtui.tui.widgets.board.column import ColumnLines, ColumnView, Window, column_lines, window
from mgtui.tui.widgets.board.company import Company
from mgtui.tui.widgets.board.cursor import Spot
from mgtui.tui.widgets.board.drawing import Drawn, Hit, Line, apart, filled, moved, width_of
from mgtui.tui.widgets.board.drawn_items import DrawnItems
from mgtui.tui.widgets.board.editor import Editor
from mgtui.tui.widgets.board.foot import Foot, FootView, foot_of, least_rows
from mgtui.tui.widgets.board.geometry import shared
from mgtui.tui.widgets.board.look import Look
from mgtui.tui.widgets.board.sight import Column

BORDERS = 4  # a border and a blank on either side
BETWEEN = 3  # the same between two columns that stand side by side


class PanelView(Struct, frozen=True):
    """All on which the parts of a panel depend.

    Attributes:
        stamp: what the editor in this panel looks like; the editor itself changes under way.
        others: who else is in this panel.
    """

    foot: FootView
    take: Column
    bring: Column
    spot: Spot | None
    wanted: str
    editor: Editor | None
    stamp: tuple[object, ...]
    others: Company
    cells: int
    is_beside: bool
    look: Look


class Parts(Struct, frozen=True):
    """A panel before it is known how high its parts may be; the columns with what they were made from."""

    view: PanelView
    name: tuple[Line, ...]
    take: ColumnLines
    bring: ColumnLines
    foot: Foot
    columns: tuple[ColumnView, ColumnView]


class Plan(Struct, frozen=True):
    """How many rows each part gets on every panel of a page; side by side, both columns get `take` rows."""

    name: int
    take: int
    bring: int
    foot: int
    is_beside: bool


class Stack(Struct, frozen=True):
    """A column in the frame of its panel, with its header.

    Attributes:
        column: all its lines. window: those in sight. is_loose: whether that was so without its cursor.
        lines: the header and those in sight, framed; none when the columns stand side by side.
    """

    column: ColumnLines
    window: Window
    is_loose: bool
    lines: tuple[Drawn, ...] = ()


class Painted(Struct, frozen=True):
    """A panel's lines, with its columns, which know how far they are scrolled.

    Attributes:
        firsts: on which of the lines the first in sight of each column is.
    """

    lines: tuple[Drawn, ...]
    take: Stack
    bring: Stack
    firsts: tuple[int, int]

    @property
    def scrolls(self) -> tuple[int, int]:
        """How many lines of each column are above what is in sight."""
        return self.take.window.scroll, self.bring.window.scroll


def parts_of(view: PanelView, items: DrawnItems, known: Parts | None = None) -> Parts:
    """The parts of a panel; a column that is as it was in `known` is taken from there."""
    inside = view.cells - BORDERS
    cells = (inside - BETWEEN) // 2 if view.is_beside else inside
    take = _column(view, "take", inside - BETWEEN - cells if view.is_beside else cells)
    bring = _column(view, "bring", cells)
    return Parts(
        view=view,
        name=_name_under_border(view),
        take=_lines(take, items, known.take if known else None, known.columns[0] if known else None),
        bring=_lines(bring, items, known.bring if known else None, known.columns[1] if known else None),
        foot=known.foot if known and not view.editor and known.view.foot == view.foot else foot_of(view.foot),
        columns=(take, bring),
    )


def _lines(view: ColumnView, items: DrawnItems, known: ColumnLines | None, before: ColumnView | None) -> ColumnLines:
    """A column, `known` as long as it looks as `before`; an editor changes under way, so one in it never does."""
    if known and view.editor is None and view == before:
        return known
    return column_lines(view, items, known)


def plan_of(page: list[Parts], rows: int) -> Plan:
    """How the panels of a page share `rows` rows, borders included."""
    is_beside = page[0].view.is_beside
    name = max(len(parts.name) for parts in page)
    foot = max(least_rows(page[0].view.foot.verdict_rows), *(parts.foot.need for parts in page))
    headers = 1 if is_beside else 2
    room = max(headers, rows - 2 - name - headers - foot)
    if is_beside:
        return Plan(name, room, room, foot, is_beside)
    needs = (max(len(parts.take.items) for parts in page), max(len(parts.bring.items) for parts in page))
    return Plan(name, *shared(room, *needs), foot, is_beside)


def painted(
    parts: Parts, plan: Plan, scrolls: tuple[int, int], *, is_loose: bool, known: Painted | None = None
) -> Painted:
    """A panel, drawn; `is_loose` after the wheel has turned, when the cursor may be out of sight.

    What is as it was in `known` is the same object again: quicker to make, and to compare with what stands there.
    """
    view = parts.view
    inside = view.cells - BORDERS
    was = (known.take, known.bring) if known else (None, None)
    take = _in_sight(parts.take, scrolls[0], plan.take, parts.columns[0].cells, was[0], is_loose=is_loose)
    bring = _in_sight(parts.bring, scrolls[1], plan.bring, parts.columns[1].cells, was[1], is_loose=is_loose)
    lines = [_top(view), *_framed_all(view, [Drawn(line) for line in parts.name], plan.name)]
    first = len(lines) + 1
    firsts = first, first if plan.is_beside else first + plan.take + 1
    if plan.is_beside:
        lines += _beside(view, take.window, bring.window)
    else:
        take, bring = _stacked(view, "take", take, inside, was[0]), _stacked(view, "bring", bring, inside, was[1])
        lines += (*take.lines, *bring.lines)
    lines += _framed_all(view, list(parts.foot.lines(plan.foot, inside)), plan.foot)
    lines.append(Drawn(((_bottom(view), "border"),)))
    return Painted(tuple(lines), take, bring, firsts)


def _in_sight(column: ColumnLines, scroll: int, rows: int, cells: int, was: Stack | None, *, is_loose: bool) -> Stack:
    """The part of a column that is in sight; its lines are not framed yet."""
    if was and was.column is column and (was.window.scroll, was.is_loose) == (scroll, is_loose):
        return was
    return Stack(column, window(column, scroll, rows, cells, is_loose=is_loose), is_loose)


def _column(view: PanelView, direction: Direction, cells: int) -> ColumnView:
    partner = view.foot.balance.partner
    editor = view.editor
    if editor and (
        editor.target.direction != direction or editor.target.what not in ("item", "new_item", "weight", "reason")
    ):
        editor = None
    content = view.take if direction == "take" else view.bring
    spot = view.spot if view.spot and view.spot.part == direction else None
    name = safe(partner.name)
    return ColumnView(partner.id, name, direction, content, spot, view.wanted, editor, view.others, cells, view.look)


def _stacked(view: PanelView, direction: Direction, stack: Stack, cells: int, was: Stack | None) -> Stack:
    """`stack` with its lines framed."""
    header = _framed(view, _header(view, direction, stack.window, cells))
    return replace(stack, lines=(header, *_framed_rows(view, stack.window, was)))


def _framed_rows(view: PanelView, content: Window, was: Stack | None) -> Iterable[Drawn]:
    """The lines in sight, framed; what `was` has framed already is taken from there."""
    if was is None or not was.lines or was.window.thumb != content.thumb:
        return [_framed(view, line, _is_thumb(content, row)) for row, line in enumerate(content.lines)]
    if was.window is content:
        return was.lines[1:]
    known = zip(was.window.lines, was.lines[1:], strict=True)
    return [
        framed if line is before else _framed(view, line, _is_thumb(content, row))
        for row, (line, (before, framed)) in enumerate(zip(content.lines, known, strict=True))
    ]


def _beside(view: PanelView, take: Window, bring: Window) -> list[Drawn]:
    left, right = width_of(take.lines[0].line), width_of(bring.lines[0].line)
    lines = [_framed(view, _joined(view, _header(view, "take", take, left), _header(view, "bring", bring, right)))]
    for row, (one, other) in enumerate(zip(take.lines, bring.lines, strict=True)):
        joined = _joined(view, one, other, _is_thumb(take, row))
        lines.append(_framed(view, joined, _is_thumb(bring, row)))
    return lines


def _joined(view: PanelView, left: Drawn, right: Drawn, is_thumb: bool = False) -> Drawn:
    strokes = view.look.strokes
    between = (" ", "text"), (strokes.thumb if is_thumb else strokes.down, "border"), (" ", "text")
    hits = (*moved(left.hits, left.shift), *moved(right.hits, right.shift + width_of(left.line) + BETWEEN))
    return Drawn((*left.line, *between, *right.line), hits)


def _header(view: PanelView, direction: Direction, content: Window, cells: int) -> Drawn:
    """The name of a column with its total, and how many items are out of sight above and below."""
    look, balance = view.look, view.foot.balance
    name = terms.direction(direction).upper()
    text = f"{look.signs.take} {name}" if direction == "take" else f"{name} {look.signs.bring}"
    strokes = look.strokes
    hidden = [(strokes.above, content.above), (strokes.below, content.below)]
    scroll = "  " + " ".join(f"{sign}{count}" for sign, count in hidden if count) if content.thumb else ""
    total: Interval = balance.take if direction == "take" else balance.bring
    right = ((look.plain(amounts.total(total)), direction),)
    covered = _covered(view, direction, cells - width(text) - width(scroll) - width_of(right) - 2)
    line = apart(((text, direction), (scroll, "muted"), (covered, "private")), right, cells)
    return Drawn(line, (Hit(0, cells, "column", balance.partner.id, direction),))


def _covered(view: PanelView, direction: Direction, room: int) -> str:
    """How many items others have covered here; always in sight, in words where there is room for them."""
    count = (view.take if direction == "take" else view.bring).hidden
    if not count:
        return ""
    sign = view.look.strokes.covered
    words = ngettext("{n} covered", "{n} covered", count).format(n=count)
    text = f"  {sign} {words}"
    return text if width(text) <= room else f" {sign}{count}"


def _is_thumb(content: Window, row: int) -> bool:
    return content.thumb is not None and content.thumb[0] <= row < content.thumb[1]


def _framed(view: PanelView, content: Drawn, is_thumb: bool = False) -> Drawn:
    strokes = view.look.strokes
    return _between(strokes.down, content, strokes.thumb if is_thumb else strokes.down)


@lru_cache(maxsize=1024)
def _between(left: str, content: Drawn, right: str) -> Drawn:
    """`content` in the frame; the same content gives the same object, which is quick to compare."""
    return Drawn(
        ((f"{left} ", "border"), *content.line, (f" {right}", "border")), content.hits, content.shift + BORDERS // 2
    )


def _framed_all(view: PanelView, lines: list[Drawn], rows: int) -> list[Drawn]:
    """`lines` in the frame, with blanks up to `rows`."""
    blank = Drawn(filled((), view.cells - BORDERS))
    return [_framed(view, line) for line in [*lines, *([blank] * (rows - len(lines)))][:rows]]


def _bottom(view: PanelView) -> str:
    strokes = view.look.strokes
    return strokes.corners[2] + strokes.across * (view.cells - 2) + strokes.corners[3]


def _top(view: PanelView) -> Drawn:
    """The top border with the partner's name in it, unless that is too long or is being edited at length."""
    strokes = view.look.strokes
    partner = view.foot.balance.partner
    runs: Line = () if _name_under_border(view) else ((" ", "border"), *_name_runs(view), (" ", "border"))
    used = width_of(runs)
    line = (
        (strokes.corners[0] + strokes.across, "border"),
        *runs,
        (strokes.across * (view.cells - 3 - used) + strokes.corners[1], "border"),
    )
    return Drawn(line, (Hit(0, view.cells, "title", partner.id),))


def _name_runs(view: PanelView) -> Line:
    editor = _name_editor(view)
    if editor:
        return drawn(editor.buffer, view.cells - 8).lines[0]
    role = "title"
    if view.spot:
        role = "title+cursor" if view.spot.part == "title" else "title-current"
    return ((safe(view.foot.balance.partner.name), role),)


def _name_under_border(view: PanelView) -> tuple[Line, ...]:
    """The name in lines of its own where the border has no room for it, and what is wrong with it."""
    editor = _name_editor(view)
    text = editor.buffer.shown if editor else safe(view.foot.balance.partner.name)
    room = view.cells - BORDERS
    if width(text) + 2 <= view.cells - 6 and not (editor and editor.flaw):
        return ()
    if editor:
        lines = [filled(runs, room, "edit") for runs in drawn(editor.buffer, room).lines]
        flaw = [filled(((editor.flaw[a:b].rstrip(), "warning"),), room) for a, b in wrap(editor.flaw, room)]
        return (*lines, *(flaw if editor.flaw else ()))
    role = _name_runs(view)[0][1]
    return tuple(filled(((text[a:b].rstrip(), role),), room) for a, b in wrap(text, room))


def _name_editor(view: PanelView) -> Editor | None:
    return view.editor if view.editor and view.editor.target.what in ("name", "new_partner") else None
