"""What someone else does to an item, on the screen before the session with it is taken in: its own lines, and no more.

In a room of 26 everyone's screen changes at the same moment, on one machine. So what there is to be sent is ready
beforehand, as far as can be: where each item stands, and how the terminal is told of each weight.

Invariant: the picture knows nothing of it; what was sent ahead is sent again with the first one of that session.
"""

from __future__ import annotations

from asyncio import TimerHandle
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, cast

from msgspec import Struct

from mgtui.domain.changes import Change, Set, altered
from mgtui.domain.refusal import Refused
from mgtui.domain.session import Direction, Item
from mgtui.tui.later import after
from mgtui.tui.widgets.board.company import marked
from mgtui.tui.widgets.board.drawing import Line, cut, differences
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

_DRAWN: Final = frozenset({"weight", "certainty", "text", "kind", "status"})
"""The fields that show in an item's own lines, and change neither where it stands nor for whom."""


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
    """Sends what is altered of items ahead.

    Args:
        board: on which they stand.
    """

    def __init__(self, board: Board) -> None:
        self._board = board
        self._ready: _Ready | None = None
        self._weights: dict[tuple[str, str | None], str] = {}
        self._redrawn: set[str] = set()
        self._sent: list[Span] = []
        self._due_again: list[Span] = []
        self._due: TimerHandle | None = None

    def show(self, change: Change) -> bool:
        """Send what `change` does, under a sign that it is not saved; what is out of sight needs no more than that.

        Returns:
            False when it does more than alter an item where it stands, or can't be sent by itself now.
        """
        if not isinstance(change, Set) or change.table != "items" or change.field not in _DRAWN:
            return False
        ready, session = self._ready, self._board.session
        if ready is None or ready.picture is not self._board.picture or ready.palette is not self._board.palette:
            ready = self._get_ready()
        if ready is None or change.id not in session.items or self._board.cursor.wanted:
            return False
        if change.id in self._redrawn:
            return False  # It looks other than what is known of it here.
        spot = ready.spots.get(change.id)
        try:
            pieces = list(self._pieces(change, session.items[change.id], spot, ready)) if spot else []
        except (Refused, _DoesNotFit):
            return False
        spans = [span for span, _text in pieces] + ([ready.sign] if ready.sign else [])
        text = ready.unsaved + "".join(_going_to(span, ready.place) + inked for span, inked in pieces)
        if not _screen_of(self._board).send_ahead(text, ready.place):
            self._ready = None
            return False
        self._sent += spans
        if change.field != "weight":
            self._redrawn.add(change.id)
        return True

    def catch_up(self) -> bool:
        """Have the next picture show all that was sent; returns whether anything was."""
        self._due_again += self._sent
        self._sent = []
        self._redrawn.clear()
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
        if picture is not None and place is not None and look.most_points:
            if before is None or before.palette is not palette or before.look != look:
                self._weights = {}
                self._ink_all(look)
            sign = spot_of(picture, "saved")
            unsaved = _going_to(sign, place) + board.inked(((look.strokes.saving, "muted"),)) if sign else ""
            self._ready = _Ready(picture, look, palette, place, spots_of(picture), sign, unsaved)
        return self._ready

    def _pieces(self, change: Set, item: Item, spot: Spot, ready: _Ready) -> Iterator[tuple[Span, str]]:
        """The cells of `item` that `change` makes others, and how the terminal is told of each.

        Raises:
            Refused: it is no such change. _DoesNotFit: not all of the item is in sight, or it gets more or fewer lines.
        """
        if change.field != "weight":
            yield from self._altered(change, item, spot, ready.look)
        elif spot.weight is not None:
            yield spot.weight, self._dots(change, item, spot, ready.look)

    def _dots(self, change: Set, item: Item, spot: Spot, look: Look) -> str:
        if not isinstance(change.value, str | None):
            raise Refused("bad_value")
        # A weight that there was none of, or is none of now, has another role; then it is not known beforehand.
        role = spot.role if item.weight is not None and change.value is not None else ""
        known = self._weights.get((role, change.value))
        if known is None:
            known = self._board.inked((weight_run(cast("Item", altered(item, change)), look),))
            if role:
                self._weights[role, change.value] = known
        return known

    def _ink_all(self, look: Look) -> None:
        """Know how the terminal is told of any weight."""
        directions: tuple[Direction, Direction] = ("take", "bring")
        for direction in directions:
            for points in range(1, look.most_points + 1):
                item = Item(id="", partner="", direction=direction, text="", weight=Decimal(points))
                self._weights[direction, str(points)] = self._board.inked((weight_run(item, look),))

    def _altered(self, change: Set, item: Item, spot: Spot, look: Look) -> Iterator[tuple[Span, str]]:
        old, new = self._lines(item, spot, look), self._lines(cast("Item", altered(item, change)), spot, look)
        if spot.first or not len(old) == len(new) == len(spot.lines):
            raise _DoesNotFit
        for (y, begin, _end), was, line in zip(spot.lines, old, new, strict=True):
            for start, end in differences(was, line):
                yield (y, begin + start, begin + end), self._board.inked(cut(line, start, end))

    def _lines(self, item: Item, spot: Spot, look: Look) -> list[Line]:
        """The lines of `item` as they stand there, with who else is at it."""
        _y, begin, end = spot.lines[0]
        is_current = item.id == self._board.cursor.spot.item
        drawn = self._board.painter.items.lines(item, end - begin, look.most_points, look, is_current=is_current)
        others = None if is_current else self._board.company.get(item.id)
        return [each.line for each in (drawn if others is None else (marked(drawn[0], others), *drawn[1:]))]


class _DoesNotFit(Exception):
    """It can't be drawn in the place of what stands there."""


def _screen_of(board: Board) -> MgtuiScreen[Any]:
    return cast("MgtuiScreen[Any]", board.screen)


def _going_to(span: Span, place: Place) -> str:
    """What makes a terminal go on at the first cell of `span`."""
    y, start, _end = span
    return f"\x1b[{place.y + y + 1};{place.x + start + 1}H"
