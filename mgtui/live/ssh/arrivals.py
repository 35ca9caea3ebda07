"""How many may stand before the door: those who have not shown who they are are few, in all and from one place.

Invariant: someone who is in never counts.
"""

from __future__ import annotations

from collections import Counter
from typing import Final

MOST_WAITING: Final = 20
MOST_FROM_ONE_PLACE: Final = 10


class Arrivals:
    """The connections that have not shown who they are."""

    def __init__(self) -> None:
        self._waiting: Counter[str] = Counter()

    def may_wait(self, address: str) -> bool:
        """Whether one more, from `address`, may wait here."""
        return self._waiting.total() < MOST_WAITING and self._waiting[address] < MOST_FROM_ONE_PLACE

    def add(self, address: str) -> None:
        """One more waits."""
        self._waiting[address] += 1

    def remove(self, address: str) -> None:
        """One came in, or went."""
        self._waiting[address] -= 1
        if not self._waiting[address]:
            del self._waiting[address]
