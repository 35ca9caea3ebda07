"""Looks for the room, in a thread of its own, until it is found or no longer wanted.

Invariant: what is found is taken by one, or let go.
"""

from __future__ import annotations

import logging
import random
import threading
from collections.abc import Callable
from typing import Final

from mgtui.live.connection import Unwelcome
from mgtui.live.entrance import Visit
from mgtui.live.hosting import Hosting

FIRST_PAUSE: Final = 0.03
LONGEST_PAUSE: Final = 1.0
"""Seconds between looks."""

PASSING: Final = ("full", "late", "slow", "closed")
"""Reasons of a room for not letting one in that may be gone the next time."""

log = logging.getLogger(__name__)


class Search:
    """One search.

    Args:
        look: looks once; None when there is no room right now.
        over: called with this search, in another thread, when it is found, or there is no hope.
    """

    def __init__(self, look: Callable[[], Hosting | Visit | None], over: Callable[[Search], None]) -> None:
        self._look = look
        self._over = over
        self._found: Hosting | Visit | None = None
        self._refusal: Unwelcome | None = None
        self._ready = threading.Event()
        self._given_up = threading.Event()
        threading.Thread(target=self._search, name="search", daemon=True).start()

    def wait(self, within: float) -> bool:
        """Wait at most `within` seconds; whether it is over."""
        return self._ready.wait(within)

    def take(self) -> Hosting | Visit:
        """What was found, once it is over.

        Raises:
            Unwelcome: when the room is there and does not let one in.
        """
        if self._refusal:
            raise self._refusal
        assert self._found
        return self._found

    def give_up(self) -> None:
        """It is no longer wanted."""
        self._given_up.set()
        if self._ready.is_set() and self._found:
            let_go(self._found)

    def _search(self) -> None:
        pause = FIRST_PAUSE
        while not self._given_up.is_set():
            try:
                self._found = self._look()
            except OSError:
                log.exception("no room to be had")
            except Unwelcome as unwelcome:
                self._refusal = None if unwelcome.reason in PASSING else unwelcome
            if self._found or self._refusal:
                self._end()
                return
            self._given_up.wait(pause * random.uniform(0.5, 1.5))
            pause = min(2 * pause, LONGEST_PAUSE)

    def _end(self) -> None:
        if self._given_up.is_set() and self._found:
            let_go(self._found)
        else:
            self._ready.set()
            self._over(self)


def let_go(found: Hosting | Visit) -> None:
    """Leave what was found to others."""
    if isinstance(found, Hosting):
        found.end()
    else:
        found.sock.close()
