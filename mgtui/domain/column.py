"""What the live items of one column come to, kept in parts from which an uncertain item can be taken out again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from copy import copy
from decimal import Decimal
from operator import attrgetter

from mgtui.domain.interval import ZERO, Interval
from mgtui.domain.scale import Scale
from mgtui.domain.session import Certainty, Item

Weighing = tuple[Decimal | None, Certainty]
"""All of an item on which its contribution depends."""

_weighing: Callable[[Item], Weighing] = attrgetter("weight", "certainty")


def contribution(item: Item, scale: Scale) -> Interval:
    """The interval that `item` adds to its column: what is not known yet is never shown as zero."""
    return Interval(*_ends(_weighing(item), scale)) if item.is_live else Interval()


class Column:
    """The live `items` of one partner and direction, and their sum.

    Args:
        items: live ones only.
        scale: that their weights are on.
    """

    def __init__(self, items: Iterable[Item], scale: Scale) -> None:
        self.items = list(items)
        self._scale = scale
        # Thousands of items have a handful of weights between them.
        counts = Counter(map(_weighing, self.items))
        ends = [(*_ends(weighing, scale), count) for weighing, count in counts.items()]
        self._low = sum((low * count for low, _, count in ends), ZERO)
        self._high = sum((high * count for _, high, count in ends if high is not None), ZERO)
        self._unbounded = sum(count for _, high, count in ends if high is None)

    def with_instead(self, was: Item, item: Item) -> Column:
        """This column with live `item` in the place of live `was`; all sums of weights are exact, so it can be told."""
        other = copy(self)
        other.items = [item if each is was else each for each in self.items]
        (low, high), (new_low, new_high) = _ends(_weighing(was), self._scale), _ends(_weighing(item), self._scale)
        other._low += new_low - low
        other._high += (new_high or ZERO) - (high or ZERO)
        other._unbounded += (new_high is None) - (high is None)
        return other

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
        highs = [_ends(_weighing(item), self._scale)[1] for item in items]
        high = self._high - sum((each for each in highs if each is not None), ZERO)
        return Interval(self._low, None if self._unbounded > highs.count(None) else high)


def _ends(weighing: Weighing, scale: Scale) -> tuple[Decimal, Decimal | None]:
    """The interval that a live item with this weight and certainty contributes."""
    weight, certainty = weighing
    low, high = (scale.low, scale.high) if weight is None else (weight, weight)
    return ZERO if certainty == "uncertain" else low, high
