"""Finds the room again for someone who sits in none, and says so when that takes more than a moment."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from typing import Final

from mgtui.domain.news import News, Reconnected, Reconnecting
from mgtui.live.connection import Unwelcome
from mgtui.live.entrance import Visit
from mgtui.live.hosting import Hosting
from mgtui.live.search import Search

BANNER_AFTER: Final = 0.3
"""Seconds without a room before it is worth a word."""


class Seeking:
    """One search after another, in the event loop that is running.

    Args:
        look: looks once, in another thread; None when there is no room right now.
        sit_down: called with what is found. part: called with the reason when the room lets one in no more.
        tell: called with news about the search itself.
    """

    def __init__(
        self,
        look: Callable[[], Hosting | Visit | None],
        sit_down: Callable[[Hosting | Visit], None],
        part: Callable[[str], None],
        tell: Callable[[News], None],
    ) -> None:
        self._look = look
        self._sit_down = sit_down
        self._part = part
        self._tell = tell
        self._search: Search | None = None
        self._banner: asyncio.TimerHandle | None = None

    def begin(self) -> None:
        """Look for a room."""
        loop = asyncio.get_running_loop()

        def over(search: Search) -> None:
            with contextlib.suppress(RuntimeError):  # the loop has ended, and we with it
                loop.call_soon_threadsafe(self._end, search)

        self._search = Search(self._look, over)

    def begin_again(self) -> None:
        """Look for the room that has just been lost."""
        self._banner = asyncio.get_running_loop().call_later(BANNER_AFTER, self._tell, Reconnecting())
        self.begin()

    def wait(self, within: float) -> None:
        """Hold everything until a room is found, at most `within` seconds; without a search, go on."""
        if self._search and self._search.wait(within):
            self._end(self._search)

    def give_up(self) -> None:
        """Look no more; what is found now is let go."""
        if self._search:
            self._search.give_up()
        self._search = None
        self._hide_banner()

    def _end(self, search: Search) -> None:
        if search is not self._search:
            return  # it was ended by who waited for it, and another one may go on by now
        self._search = None
        self._hide_banner()
        try:
            self._sit_down(search.take())
        except Unwelcome as unwelcome:
            self._part(unwelcome.reason)
        else:
            self._tell(Reconnected())

    def _hide_banner(self) -> None:
        if self._banner:
            self._banner.cancel()
            self._banner = None
