"""The give-and-take matrix as lines: givers down, takers across, what it costs and is worth in the cells.

Pure, so that two frames can be compared; what does not fit pages sideways and down with the cursor.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from mgtui.domain.balance import Verdict
from mgtui.domain.exchange import Cell
from mgtui.domain.scale import Scale
from mgtui.domain.session import Interest, Item
from mgtui.locale import _, ngettext
from mgtui.locale.safe_text import safe
from mgtui.locale.wording import amounts
from mgtui.locale.wording.signs import Signs
from mgtui.tui.editing.cells import clipped, padded, width
from mgtui.tui.editing.short_names import short_names
from mgtui.tui.widgets.board.drawing import Line, filled

LEAST_CELL: Final = 7
MOST_CELL: Final = 18
LEAST_NAME: Final = 10
MOST_NAME: Final = 22
GAP: Final = 1


class Seat(NamedTuple):
    """A partner as the matrix shows it: its interests, and how many of them nothing serves."""

    id: str
    name: str
    verdict: Verdict
    interests: tuple[Interest, ...]
    unmet: int


class Texts(NamedTuple):
    """What is in each cell, by giver and taker, and how wide the widest of that is; it stays as the cursor moves."""

    of: Mapping[tuple[str, str], str]
    widest: int


class Grid(NamedTuple):
    """All that the matrix shows.

    Attributes:
        known: lines of givers that were drawn before of the same texts; those that are drawn are added.
        giver, taker: the ids of the row and the column that the cursor is on.
        details: how many lines tell what is in that cell.
    """

    seats: tuple[Seat, ...]
    cells: Mapping[tuple[str, str], Cell]
    texts: Texts
    known: dict[tuple[object, ...], Line]
    giver: str
    taker: str
    scale: Scale
    signs: Signs
    plain: Callable[[str], str]
    columns: int
    rows: int
    details: int


class Place(NamedTuple):
    """Where the columns of the matrix stand, and which rows and columns are in sight."""

    name_cells: int
    cell_cells: int
    first_column: int
    last_column: int
    first_row: int
    last_row: int

    def column_at(self, x: int) -> int:
        """The column at cell `x`; -1 when there is none."""
        at = (x - self.name_cells) // (self.cell_cells + GAP)
        return self.first_column + at if x >= self.name_cells and self.first_column + at < self.last_column else -1


def place_of(grid: Grid) -> Place:
    """Where everything stands."""
    count = len(grid.seats)
    names = max((width(seat.name) for seat in grid.seats), default=0) + 4
    name_cells = max(LEAST_NAME, min(MOST_NAME, names, grid.columns // 4))
    fitting = max(LEAST_CELL, min(MOST_CELL, grid.texts.widest + 2))
    cell_cells = max(fitting, min(MOST_CELL, names - 4, (grid.columns - name_cells) // max(1, count) - GAP))
    across = max(1, min(count, (grid.columns - name_cells) // (cell_cells + GAP)))
    # What the cells leave is for names that are cut.
    name_cells += max(0, min(names - name_cells, grid.columns - name_cells - across * (cell_cells + GAP)))
    down = max(1, min(count, grid.rows - 1 - grid.details))
    ids = [seat.id for seat in grid.seats]
    column = ids.index(grid.taker) // across * across if grid.taker in ids else 0
    row = ids.index(grid.giver) // down * down if grid.giver in ids else 0
    return Place(name_cells, cell_cells, column, min(count, column + across), row, min(count, row + down))


def grid_lines(grid: Grid, place: Place) -> list[Line]:
    """The header, a line for each giver, and what is in the cell under the cursor."""
    lines = [filled(_header(grid, place), grid.columns, "ink on ground")]
    lines += [_known_row(grid, place, seat) for seat in grid.seats[place.first_row : place.last_row]]
    found = [*lines, *(filled(line, grid.columns, "ink on ground") for line in _details(grid))]
    blank = filled((), grid.columns, "ink on ground")
    return (found + [blank] * grid.rows)[: grid.rows]


def _header(grid: Grid, place: Place) -> Line:
    more = _more(grid, place)
    line = [(padded(clipped(grid.plain(more), place.name_cells - 1), place.name_cells), "muted on ground")]
    names = _names(grid, place.cell_cells)
    for seat in grid.seats[place.first_column : place.last_column]:
        role = "heading bold on ground" if seat.id == grid.taker else "take on ground"
        line.append((padded(names[seat.id], place.cell_cells + GAP), role))
    return tuple(line)


def _more(grid: Grid, place: Place) -> str:
    count = len(grid.seats)
    if place.last_column - place.first_column < count:
        shown = f"{place.first_column + 1}–{place.last_column}"
        return _("to {shown} of {count}").format(shown=shown, count=count)
    return _("from ↓ to →")


def _names(grid: Grid, cells: int) -> dict[str, str]:
    """By id, the name of each in at most `cells` cells."""
    short = short_names([seat.name for seat in grid.seats], cells, "…", "…")
    return {seat.id: name for seat, name in zip(grid.seats, short, strict=True)}


def _known_row(grid: Grid, place: Place, giver: Seat) -> Line:
    """The line of `giver`, drawn if it was not yet."""
    is_current = giver.id == grid.giver
    key = (giver.id, place[:4], grid.columns, is_current, is_current and grid.taker)
    if key not in grid.known:
        grid.known[key] = filled(_row(grid, place, giver), grid.columns, "ink on ground")
    return grid.known[key]


def _row(grid: Grid, place: Place, giver: Seat) -> Line:
    is_current = giver.id == grid.giver
    role = "heading bold on ground" if is_current else "bring on ground"
    name = f" {grid.signs.of(giver.verdict)} {_names(grid, place.name_cells - 4)[giver.id]}"
    line = [(padded(name, place.name_cells), role)]
    for taker in grid.seats[place.first_column : place.last_column]:
        line += _cell(grid, place, giver, taker, is_cursor=is_current and taker.id == grid.taker)
    return tuple(line)


def _cell(grid: Grid, place: Place, giver: Seat, taker: Seat, *, is_cursor: bool) -> list[tuple[str, str]]:
    text = clipped(grid.texts.of[giver.id, taker.id], place.cell_cells - 2)
    before, after = "[]" if is_cursor else "  "
    ink = "muted" if giver.id == taker.id or not grid.cells.get((giver.id, taker.id)) else "ink"
    role = "ink bold on ground_cursor" if is_cursor else f"{ink} on ground"
    return [(padded(f"{before}{text}{after}", place.cell_cells), role), (" " * GAP, "ink on ground")]


def texts_of(
    seats: tuple[Seat, ...], cells: Mapping[tuple[str, str], Cell], signs: Signs, plain: Callable[[str], str]
) -> Texts:
    """What is in each cell; on the diagonal how many interests a partner has."""
    texts = {(giver.id, taker.id): signs.empty for giver in seats for taker in seats}
    for seat in seats:
        unmet = f" {signs.objection}{seat.unmet}" if seat.unmet else ""
        texts[seat.id, seat.id] = _("{n} int.").format(n=len(seat.interests)) + unmet
    for (giver, taker), cell in cells.items():
        number = f" ×{len(cell.deliveries)}" if len(cell.deliveries) > 1 else ""
        if giver != taker:
            texts[giver, taker] = plain(f"{amounts.total(cell.cost)}→{amounts.total(cell.worth)}{number}")
    return Texts(texts, max(map(width, texts.values()), default=0))


def _details(grid: Grid) -> list[Line]:
    seats = {seat.id: seat for seat in grid.seats}
    giver, taker = seats.get(grid.giver), seats.get(grid.taker)
    if giver is None or taker is None:
        return []
    headline, told = _interests(grid, giver) if giver is taker else _deliveries(grid, giver, taker)
    room = grid.details - 2
    if len(told) > room:
        more = _("and {n} more").format(n=len(told) - room + 1)
        told = [*told[: room - 1], ("", more)]
    lines: list[Line] = [(), ((f" {headline}", "heading bold on ground"),)]
    for sign, text in told:
        lines.append(((clipped(grid.plain(f"   {sign}{text}"), grid.columns), "ink on ground"),))
    return lines


def _interests(grid: Grid, seat: Seat) -> tuple[str, list[tuple[str, str]]]:
    headline = _("{name}: why it is at the table").format(name=seat.name)
    told = [(f"{grid.signs.points(each.importance or 0, 5)} ", safe(each.text)) for each in seat.interests]
    return headline, told or [("", _("no interests named yet (enter)"))]


def _deliveries(grid: Grid, giver: Seat, taker: Seat) -> tuple[str, list[tuple[str, str]]]:
    cell = grid.cells.get((giver.id, taker.id))
    text = _("{giver} brings to {taker}").format(giver=giver.name, taker=taker.name)
    if cell is None:
        return text, [("", _("nothing yet; enter makes a link"))]
    number = ngettext("{n} link", "{n} links", len(cell.deliveries)).format(n=len(cell.deliveries))
    costs = _("costs {cost}, is worth {worth}").format(
        cost=amounts.total(cell.cost, grid.scale), worth=amounts.total(cell.worth, grid.scale)
    )
    told = [("", pair(each.bring, each.take, grid.scale)) for each in cell.deliveries]
    return grid.plain(f"{text} · {number} · {costs}"), told


def pair(bring: Item, take: Item, scale: Scale) -> str:
    """A link in words: "wervingsbudget (4) → grotere instroom (5)"."""
    ends = [
        f"{safe(each.text) or _('something private')} ({amounts.weight(each.weight, scale)})" for each in (bring, take)
    ]
    return " → ".join(ends)
