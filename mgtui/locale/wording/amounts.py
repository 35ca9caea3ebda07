"""Weights, sums and margins in words: what is not known yet shows as a range or as "?", never as a number."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from mgtui.domain.interval import Interval
from mgtui.domain.scale import Scale
from mgtui.locale import _, numbers
from mgtui.locale.safe_text import clipped

UNKNOWN: Final = "?"
_LONGEST_UNIT: Final = 20


def weight(value: Decimal | None, scale: Scale) -> str:
    """An item's weight: "4" in points, "1.250 euro" in an amount, "?" when it has none yet."""
    return UNKNOWN if value is None else with_unit(numbers.shown(value), scale)


def total(value: Interval, scale: Scale | None = None) -> str:
    """The sum of a column: "7", "7–9", "≥ 4", or "?" when nothing at all is known; with the unit of `scale`."""
    if value.high is None and not value.low:
        return UNKNOWN
    text = f"≥ {numbers.shown(value.low)}" if value.high is None else numbers.span(value.low, value.high)
    return with_unit(text, scale)


def margin(value: Interval, scale: Scale | None = None) -> str:
    """A margin: "+7", "+3…+5", "≥ +4", "≤ −2", or "?" when it can be anything; with the unit of `scale`."""
    if value.low is None and value.high is None:
        return UNKNOWN
    if value.low is None and value.high is not None:
        return with_unit(f"≤ {numbers.signed(value.high)}", scale)
    if value.high is None and value.low is not None:
        return with_unit(f"≥ {numbers.signed(value.low)}", scale)
    return with_unit(numbers.signed_span(value.low, value.high), scale)


def with_unit(text: str, scale: Scale | None) -> str:
    """`text` with the unit of an amount scale behind it; points have none."""
    unit = clipped(scale.unit, _LONGEST_UNIT) if scale and scale.kind == "amount" else ""
    return f"{text} {unit}" if unit else text


def scale(of: Scale) -> str:
    """What weights are measured in: "points, 1–5", "amounts in euro"."""
    if of.kind == "points":
        return _("points, {range}").format(range=total(Interval(of.low, of.high)))
    unit = clipped(of.unit, _LONGEST_UNIT)
    return _("amounts in {unit}").format(unit=unit) if unit else _("amounts")
