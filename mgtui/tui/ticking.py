"""The clock of the turn to speak, as this screen shows it: read from the time of day, once a second while it runs.

Invariant: nothing about it comes over the wire while it runs, and while it stands still nothing is done at all.
"""

from __future__ import annotations

from asyncio import TimerHandle
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from mgtui.domain import turns as timing
from mgtui.domain.turns import Tone
from mgtui.tui.later import after

if TYPE_CHECKING:
    from mgtui.tui.app import MgtuiApp

_AFTER: Final = timedelta(milliseconds=5)
"""How long after the second has changed the clock is read, so that it surely has."""


class Clock(Struct, frozen=True):
    """What a clock shows.

    Attributes:
        partner: whose turn it is, by id. left: what it has left, in whole seconds.
        is_running: whether it runs.
    """

    partner: str
    left: timedelta
    tone: Tone
    is_running: bool


class Ticker:
    """Keeps turns and clock of `app` right, and rings its bell at the end of a turn for those who want that."""

    def __init__(self, app: MgtuiApp) -> None:
        self._app = app
        self._timer: TimerHandle | None = None

    def look(self) -> None:
        """Read the clock, and again when it will show something else."""
        if self._timer:
            self._timer.cancel()
            self._timer = None
        if self._app.seat:
            self._app.turns = self._app.seat.turns
        before, now = self._app.clock, self._clock()
        if before != now:
            self._app.clock = now
        if now and now.is_running:
            self._ring(before, now)
            self._look_again()

    def _clock(self) -> Clock | None:
        """What it shows now; None while nobody has the floor."""
        seat = self._app.seat
        if seat is None or seat.turns.partner not in seat.session.partners:
            return None
        turns, now = seat.turns, self._app.doors.now()
        left = timing.left(turns, turns.partner, now)
        tone = timing.tone(turns, turns.partner, now)
        return Clock(turns.partner, timing.whole_seconds(left), tone, turns.is_running)

    def _look_again(self) -> None:
        seat = self._app.seat
        if seat is not None:
            wait = timing.until_next_second(seat.turns, self._app.doors.now()) + _AFTER
            self._timer = after(wait.total_seconds(), self._app, self.look)

    def _ring(self, before: Clock | None, now: Clock) -> None:
        was_going_on = before is not None and before.partner == now.partner and before.tone != "over"
        if was_going_on and now.tone == "over" and self._app.doors.settings.bell:
            self._app.bell()
