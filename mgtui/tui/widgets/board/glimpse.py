"""What someone else has just weighed, on the screen before the session with it is taken in: the dots, and no more.

In a room of 26 everyone's screen changes at the same moment, on one machine. So what there is to be sent is ready
beforehand: where the dots of each item stand, and how the terminal is told of each weight.

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
from mgtui.tui.editing.cells import width
from mgtui.tui.later import after
from mgtui.tui.widgets.board.drawing import Hit
from mgtui.tui.widgets.board.inks import Palette
from mgtui.tui.widgets.board.look import Look
from mgtui.tui.widgets.board.picture import Block, Picture, Span
from mgtui.tui.widgets.board.rows import weight_run

if TYPE_CHECKING:
    from mgtui.tui.screens.frame import MgtuiScreen
    from mgtui.tui.screens.sending import Place
    from mgtui.tui.widgets.board.board import Board

_QUIET: Final = 0.1
"""Seconds after the board was painted; who walks over it quickly paints it again before that."""


class _Spot(Struct, frozen=True):
    """Where a weight stands; `overlay` is what its role has after it, when the cursor is on it."""

    span: Span
    go_there: str
    direction: Direction
    is_dropped: bool
    overlay: str


class _Ready(Struct, frozen=True):
    """What is ready to be sent over `picture`: `unsaved` for the sign that not all is saved, when there is another."""

    picture: Picture
    look: Look
    palette: Palette
    place: Place
    spots: dict[str, _Spot]
    sign: Span | None
    unsaved: str


class Glimpse:
    """Sends weights ahead.

    Args:
        board: on which they stand.
    """

    def __init__(self, board: Board) -> None:
        self._board = board
        self._ready: _Ready | None = None
        self._weights: dict[tuple[Direction, bool, str, str | None], str] = {}
        self._sent: list[Span] = []
        self._due_again: list[Span] = []
        self._due: TimerHandle | None = None

    def show(self, change: Change) -> bool:
        """Send what `change` does, under a sign that it is not saved; what is out of sight needs no more than that.

        Returns:
            False when it is no weight in points, or can't be sent by itself now.
        """
        if not isinstance(change, Set) or (change.field, change.table) != ("weight", "items"):
            return False
        ready = self._ready
        if ready is None or ready.picture is not self._board.picture or ready.palette is not self._board.palette:
            ready = self._get_ready()
        if ready is None or change.id not in self._board.session.items:
            return False
        text, spans = ready.unsaved, [ready.sign] if ready.sign else []
        if spot := ready.spots.get(change.id):
            dots = self._dots(change, spot, ready.look)
            if not dots:
                return False
            text += spot.go_there + dots
            spans.append(spot.span)
        if not _screen_of(self._board).send_ahead(text, ready.place):
            self._ready = None
            return False
        self._sent += spans
        return True

    def catch_up(self) -> bool:
        """Have the next picture show all that was sent; returns whether anything was."""
        self._due_again += self._sent
        self._sent = []
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
            sign, unsaved = self._sign(picture, look, place)
            self._ready = _Ready(picture, look, palette, place, _spots(picture, place), sign, unsaved)
        return self._ready

    def _sign(self, picture: Picture, look: Look, place: Place) -> tuple[Span | None, str]:
        block = picture.rows[0][0]
        for hit in block.drawn.hits:
            if hit.what == "saved":
                span = _span(0, block, hit)
                return span, _going_to(span, place) + self._board.inked((look.strokes.saving, "muted"))
        return None, ""

    def _dots(self, change: Set, spot: _Spot, look: Look) -> str:
        """A weight as the terminal is told of it; empty when it is none."""
        if not isinstance(change.value, str | None):
            return ""
        key = spot.direction, spot.is_dropped, spot.overlay, change.value
        if key not in self._weights:
            try:
                item = cast("Item", altered(self._board.session.items[change.id], change))
            except Refused:
                return ""
            self._weights[key] = self._inked(item, spot.overlay, look)
        return self._weights[key]

    def _ink_all(self, look: Look) -> None:
        """Know how the terminal is told of any weight away from the cursor."""
        directions: tuple[Direction, Direction] = ("take", "bring")
        for direction in directions:
            for points in range(1, look.most_points + 1):
                item = Item(id="", partner="", direction=direction, text="", weight=Decimal(points))
                self._weights[direction, False, "", str(points)] = self._inked(item, "", look)

    def _inked(self, item: Item, overlay: str, look: Look) -> str:
        text, role = weight_run(item, look)
        return self._board.inked((text, role + overlay))


def _screen_of(board: Board) -> MgtuiScreen[Any]:
    return cast("MgtuiScreen[Any]", board.screen)


def _spots(picture: Picture, place: Place) -> dict[str, _Spot]:
    """Where weights stand, by item."""
    found = {}
    for y, row in enumerate(picture.rows):
        for block in row:
            for hit in block.drawn.hits:
                if hit.weight > 0:
                    span = _span(y, block, hit)
                    role, plus, overlay = _role_at(block, hit).partition("+")
                    there = _going_to(span, place)
                    found[hit.item] = _Spot(span, there, hit.direction, role == "dropped", plus + overlay)
    return found


def _span(y: int, block: Block, hit: Hit) -> Span:
    origin = block.start + block.drawn.shift
    return y, origin + hit.start, origin + hit.end


def _role_at(block: Block, hit: Hit) -> str:
    """The role of what is at the first cell of `hit`."""
    at = 0
    for text, role in block.drawn.line:
        at += width(text)
        if at > block.drawn.shift + hit.start:
            return role
    return ""


def _going_to(span: Span, place: Place) -> str:
    """What makes a terminal go on at the first cell of `span`."""
    y, start, _end = span
    return f"\x1b[{place.y + y + 1};{place.x + start + 1}H"
