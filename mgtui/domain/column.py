"""What the live items of one column come to, kept in parts from which an uncertain item can be taken out again."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from mgtui.domain.interval import ZERO, Interval
from mgtui.domain.scale import Scale
from mgtui.domain.session import Item


def contribution(item: Item, scale: Scale) -> Interval:
    """The interval that `item` adds to its column: what is not known yet is never shown as zero."""
    return Interval(*_ends(item, scale)) if item.is_live else Interval()


class Column:
    """The live `items` of one partner and direction, and their sum.

    Args:
        items: live ones only.
        scale: that their weights are on.
    """

    def __init__(self, items: Iterable[Item], scale: Scale) -> None:
        self.items = list(items)
        self._scale = scale
        ends = [_ends(item, scale) for item in self.items]
        self._low = sum((low for low, _ in ends), ZERO)
        self._high = sum((high for _, high in ends if high is not None), ZERO)
        self._unbounded = sum(high is None for _, high in ends)

    @property
    def sum(self) -> Interval:
        """What all items contribute."""
        return Interval(self._low, None if self._unbounded else self._high)

    @property
    def uncertain(self) -> list[Item]:
        """The items that are not sure to come about."""
        return [item for item in self.items if item.certainty == "uncertain"]

    def if_all_come(self, items: list[Item]) -> Interval:
        """The sum once it is sure that these uncertain `items` come about."""
        least = (self._scale.low if item.weight is None else item.weight for item in items)
        return Interval(self._low + sum(least, ZERO), self.sum.high)

    def if_none_come(self, items: list[Item]) -> Interval:
        """The sum once it is sure that none of these uncertain `items` comes about."""
        highs = [_ends(item, self._scale)[1] for item in items]
        high = self._high - sum((each for each in highs if each is not None), ZERO)
        return Interval(self._low, None if self._unbounded > highs.count(None) else high)


def _ends(item: Item, scale: Scale) -> tuple[Decimal, Decimal | None]:
    """The interval that a live item contributes, without an object for it: there may be thousands."""
    low, high = (scale.low, scale.high) if item.weight is None else (item.weight, item.weight)
    return ZERO if item.certainty == "uncertain" else low, high
