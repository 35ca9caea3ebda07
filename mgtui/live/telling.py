"""Tells news to many, in the order in which things happened, also when someone who hears of one does the next."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from mgtui.domain.news import News

Hear = Callable[[News], None]


class Telling:
    """What is still to be told.

    Who fails to hear costs the others nothing; the failure is raised when all have been told.
    """

    def __init__(self) -> None:
        self._untold: deque[tuple[list[Hear], News]] = deque()
        self._is_telling = False

    def tell(self, listeners: list[Hear], news: News) -> None:
        """Tell `news` to all of them, after what is being told."""
        self._untold.append((listeners, news))
        if self._is_telling:
            return
        self._is_telling = True
        failures: list[Exception] = []
        while self._untold:
            listeners, news = self._untold.popleft()
            for hear in listeners:
                try:
                    hear(news)
                except Exception as failure:
                    failures.append(failure)
        self._is_telling = False
        if failures:
            raise failures[0]
