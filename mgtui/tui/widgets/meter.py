"""The two bars of a partner's meter as runs of text: sure parts solid, unsure parts hatched, both on one scale.

Nothing here is rounded away: what is more than nothing shows, and an end without bound shows as an arrow.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from mgtui.domain.interval import ZERO, Interval
from mgtui.locale.wording.signs import UNICODE, Signs

Role = Literal["sure", "unsure", "unbounded", "rest"]
Run = tuple[str, Role]


def bars(take: Interval, bring: Interval, cells: int, signs: Signs = UNICODE) -> tuple[list[Run], list[Run]]:
    """The bars of what one partner takes and brings, drawn on the same scale so that the eye can compare them.

    Args:
        take: the total of what it takes; its low is at least 0.
        bring: the total of what it brings, likewise.
        cells: the width of each bar.
        signs: what to draw with.

    Returns:
        For either bar its runs, `cells` wide together, the last of them blank.
    """
    full = _full(take, bring)
    return bar(take, full, cells, signs), bar(bring, full, cells, signs)


def bar(value: Interval, full: Decimal, cells: int, signs: Signs = UNICODE) -> list[Run]:
    """One bar of `cells` cells, on a scale on which `full` fills it."""
    if cells <= 0:
        return []
    low = value.low or ZERO
    room = cells - 1 if value.high is None else cells
    solid = _cells(low, full, room)
    if value.high is None:
        runs: list[Run] = [
            (signs.sure * solid, "sure"),
            (signs.unsure * (room - solid), "unsure"),
            (signs.unbounded * (cells - room), "unbounded"),
        ]
    else:
        # An unsure part always shows, also where rounding would swallow it.
        end = _cells(value.high, full, room)
        if value.high > low and end == solid:
            end, solid = (end + 1, solid) if end < room else (end, solid - 1)
        runs = [(signs.sure * solid, "sure"), (signs.unsure * (end - solid), "unsure"), (" " * (cells - end), "rest")]
    return [run for run in runs if run[0]]


def _full(take: Interval, bring: Interval) -> Decimal:
    """What fills a bar: the most that either may be, or half as much again as is known where an end has no bound."""
    known = max(bound for value in (take, bring) for bound in (value.low, value.high) if bound is not None)
    is_bounded = take.high is not None and bring.high is not None
    return known if is_bounded else known * 3 / 2


def _cells(value: Decimal, full: Decimal, cells: int) -> int:
    """How many of `cells` cells `value` fills: at least one when it is more than nothing."""
    if value <= 0 or full <= 0 or cells <= 0:
        return 0
    share = (value * cells / full).to_integral_value(ROUND_HALF_UP)
    return max(1, min(cells, int(share)))
