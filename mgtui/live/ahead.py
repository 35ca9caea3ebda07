"""What a room says, of which a change may be shown ahead of being taken in, which it then is a moment later.

In a room of 26 everyone hears of a change at the same time, on one machine. Whoever took it in at once, with all that
follows of it, would let the others wait for the little that is to be seen.

Invariant: what the room says is taken in in its order, nothing more than `MOMENT` late, and nothing late that someone
waits for.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from typing import Final

from mgtui.domain.changes import Change
from mgtui.live.protocol import Durable, FromRoom, Here, Taken

MOMENT: Final = 0.12
"""Seconds; of 26 everyone has seen a change by then, on two cores."""

ShowAhead = Callable[[Change], bool]
"""Shows a change by itself; False when that is not possible."""


class Ahead:
    """Frames that come in, on their way to whoever takes them in.

    Args:
        client: whose own changes are taken in at once.
        take_in: takes in a frame.

    Attributes:
        show: shows what can be shown ahead; None when nothing can.
    """

    def __init__(self, client: str, take_in: Callable[[FromRoom], None]) -> None:
        self.show: ShowAhead | None = None
        self._client = client
        self._take_in = take_in
        self._waiting: deque[FromRoom] = deque()
        self._due: asyncio.TimerHandle | None = None

    def hear(self, frame: FromRoom) -> None:
        """Take in `frame`, now or in a moment."""
        if self._is_shown(frame):
            self._waiting.append(frame)
            if self._due is None:
                self._due = asyncio.get_running_loop().call_later(MOMENT, self.catch_up)
        elif self._waiting and isinstance(frame, Durable | Here):
            self._waiting.append(frame)
        else:
            self.catch_up()
            self._take_in(frame)

    def catch_up(self) -> None:
        """Take in all that waits, because the moment is over or someone is about to build on it."""
        if self._due:
            self._due.cancel()
            self._due = None
        while self._waiting:
            self._take_in(self._waiting.popleft())

    def forget(self) -> None:
        """Take in none of what waits: it does not fit."""
        self._waiting.clear()

    def _is_shown(self, frame: FromRoom) -> bool:
        if self.show is None or not isinstance(frame, Taken) or frame.entry.client == self._client:
            return False
        return self.show(frame.entry.change)
