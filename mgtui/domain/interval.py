"""Sums of what is not yet known: an interval whose low is always finite unless it is a difference.

None stands for "without bound": as `low` it means minus infinity, as `high` plus infinity.
"""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

ZERO = Decimal(0)


class Interval(Struct, frozen=True):
    """All values from `low` to `high`, ends included.

    Attributes:
        low: the least it can be; None is minus infinity.
        high: the most it can be; None is plus infinity.
    """

    low: Decimal | None = ZERO
    high: Decimal | None = ZERO

    def __add__(self, other: Interval) -> Interval:
        return Interval(_plus(self.low, other.low), _plus(self.high, other.high))

    def __sub__(self, other: Interval) -> Interval:
        low = None if self.low is None or other.high is None else self.low - other.high
        high = None if self.high is None or other.low is None else self.high - other.low
        return Interval(low, high)

    def lies_above(self, bound: Decimal) -> bool:
        """Whether every value is strictly more than `bound`."""
        return self.low is not None and self.low > bound

    def lies_at_or_below(self, bound: Decimal) -> bool:
        """Whether no value is more than `bound`."""
        return self.high is not None and self.high <= bound


NOTHING = Interval()


def _plus(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if one is None or other is None else one + other
