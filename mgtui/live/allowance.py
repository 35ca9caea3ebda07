"""How much a peer may send: a short burst at once, and after that no more than a person could.

Invariant: over any time, what it lets through is at most the burst and the rate times that time.
"""

from __future__ import annotations

from collections.abc import Callable


class Allowance:
    """A bucket that fills at `rate` units a second up to `burst`.

    Args:
        clock: seconds that only go up.
    """

    def __init__(self, rate: float, burst: float, clock: Callable[[], float]) -> None:
        self._rate = rate
        self._burst = burst
        self._clock = clock
        self._left = burst
        self._at = clock()

    def take(self, amount: float) -> float:
        """Use `amount`; returns the seconds to wait before using more, 0 when there is some left."""
        now = self._clock()
        self._left = min(self._burst, self._left + (now - self._at) * self._rate) - amount
        self._at = now
        return max(0.0, -self._left / self._rate)
