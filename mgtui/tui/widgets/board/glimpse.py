"""What someone else does to items, on the screen before the session with it is taken in: columns, and no more.

In a room of 26 everyone's screen changes at the same moment, on one machine. So what there is to be sent is ready
beforehand, as far as can be: where each weight stands, and how the terminal is told of each, and of each line.

Invariant: the picture knows nothing of it; what was sent ahead is sent again with the first one of that session.
"""

from __future__ import annotations

from asyncio import TimerHandle
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, cast

from msgspec import Struct

from mgtui.domain.changes import Change, Set, altered
from mgtui.domain.refusal import Refused
from mgtui.domain.session import Direction, Item
from mgtui.tui.later import after
from mgtui.tui.widgets.board.columns_ahead import ColumnsAhead, NotByItself
from mgtui.tui.widgets.board.drawing import Line
from mgtui.tui.widgets.board.inks import Palette
from mgtui.tui.widgets.board.look import Look
from mgtui.tui.widgets.board.picture import Picture, Span
from mgtui.tui.widgets.board.rows import weight_run
from mgtui.tui.widgets.board.spots import Spot, spot_of, spots_of

if TYPE_CHECKING:
    from mgtui.tui.screens.frame import MgtuiScreen
    from mgtui.tui.screens.sending import Place
    from mgtui.tui.widgets.board.board import Board

_QUIET: Final = 0.1
"""Seconds after the board was painted; who walks over it quickly paints it again before that."""

_DIRECTIONS: Final[tuple[Direction, Direction]] = ("take", "bring")


class _Ready(Struct, frozen=True):
    """What is ready to be sent over `picture`: `unsaved` for the sign that not all is saved, when there is another."""

    picture: Picture
    look: Look
    palette: Palette
    place: Place
    spots: dict[str, Spot]
    sign: Span | None
    unsaved: str


class Glimpse:
    """Sends what is done to items ahead.

    Args:
        board: on which they stand.
    """

    def __init__(self, board: Board) -> None:
        self._board = board
        self._ready: _Ready | None = None
        self._columns = ColumnsAhead(board)
        self._weights: dict[tuple[str, str | None], str] = {}
        self._lines: dict[Line, str] = {}
        self._sent: list[Span] = []
        self._due_again: list[Span] = []
        self._due: TimerHandle | None = None

    def show(self, change: Change) -> bool:
        """Send what `change` does, under a sign that it is not saved; what is out of sight needs no more than that.

        Returns:
            False when it does more than change columns, or can't be sent by itself now.
        """
        ready = self._ready
        if ready is None or ready.picture is not self._board.picture or ready.palette is not self._board.palette:
            ready = self._get_ready()
        if ready is None:
            return False
        try:
            pieces = self._dots(change, ready)
            if pieces is None:
                pieces = self._changed_lines(change, ready)
        except (Refused, NotByItself):
            return False
        text = ready.unsaved + "".join(_going_to(span, ready.place) + inked for span, inked in pieces)
        if not _screen_of(self._board).send_ahead(text, ready.place):
            self._ready = None
            return False
        self._sent += [span for span, _text in pieces]
        if ready.sign:
            self._sent.append(ready.sign)
        return True

    def catch_up(self) -> bool:
        """Have the next picture show all that was sent; returns whether anything was."""
        self._due_again += self._sent
        self._sent = []
        self._columns.forget()
        return bool(self._due_again)

    def take_due(self) -> list[Span]:
        """The cells that the picture which is painted now must show again, whatever stood there before."""
        due, self._due_again = self._due_again, []
        return due

    def get_ready_soon(self) -> None:
        """Find out what may be sent, once the board has been quiet for a while."""
        if self._due:
            self._due.cancel()
        self._due = after(_QUIET, self._board, self._get_ready)

    def _get_ready(self) -> _Ready | None:
        before, board = self._ready, self._board
        picture, look, palette, place = board.picture, board.look, board.palette, _screen_of(board).place_of(board)
        self._ready = None
        if picture is not None and place is not None:
            if before is None or before.palette is not palette or before.look != look:
                self._weights, self._lines = {}, {}
                self._ink_all_weights(look)
            self._ink_all_lines(picture)
            sign = spot_of(picture, "saved")
            unsaved = _going_to(sign, place) + board.inked(((look.strokes.saving, "muted"),)) if sign else ""
            self._ready = _Ready(picture, look, palette, place, spots_of(picture), sign, unsaved)
        return self._ready

    def _dots(self, change: Change, ready: _Ready) -> list[tuple[Span, str]] | None:
        """The cells of a weight in points where `change` is of nothing else, and how the terminal is told of them.

        Returns:
            None when it is of more.

        Raises:
            Refused: it is no such weight.
        """
        if not isinstance(change, Set) or change.table != "items" or change.field != "weight":
            return None
        item = self._board.session.items.get(change.id)
        if item is None or item.covered or not ready.look.most_points or not self._columns.weigh(item):
            return None
        if not isinstance(change.value, str | None):
            raise Refused("bad_value")
        spot = ready.spots.get(change.id)
        if spot is None:
            return []
        # A weight that there was none of, or is none of now, has another role; then it is not known beforehand.
        role = spot.role if item.weight is not None and change.value is not None else ""
        known = self._weights.get((role, change.value))
        if known is None:
            known = self._board.inked((weight_run(cast("Item", altered(item, change)), ready.look),))
            if role:
                self._weights[role, change.value] = known
        return [(spot.weight, known)]

    def _changed_lines(self, change: Change, ready: _Ready) -> list[tuple[Span, str]]:
        """The lines of columns that `change` makes others, and how the terminal is told of them.

        Raises:
            Refused: it does not fit. NotByItself: there is more to it.
        """
        lines = self._columns.change(change, ready.picture)
        return [(span, self._inked(line)) for span, line in lines]

    def _inked(self, line: Line) -> str:
        known = self._lines.get(line)
        if known is None:
            known = self._lines[line] = self._board.inked(line)
        return known

    def _ink_all_lines(self, picture: Picture) -> None:
        """Know how the terminal is told of any line in sight, and forget the others."""
        columns = (
            self._board.painter.column(partner, each, picture) for partner in picture.shown for each in _DIRECTIONS
        )
        self._lines = {line: self._inked(line) for column in columns if column for _span, line in column.spans()}

    def _ink_all_weights(self, look: Look) -> None:
        """Know how the terminal is told of any weight."""
        for direction in _DIRECTIONS:
            for points in range(1, look.most_points + 1):
                item = Item(id="", partner="", direction=direction, text="", weight=Decimal(points))
                self._weights[direction, str(points)] = self._board.inked((weight_run(item, look),))


def _screen_of(board: Board) -> MgtuiScreen[Any]:
    return cast("MgtuiScreen[Any]", board.screen)


def _going_to(span: Span, place: Place) -> str:
    """What makes a terminal go on at the first cell of `span`."""
    y, start, _end = span
    return f"\x1b[{place.y + y + 1};{place.x + start + 1}H"
