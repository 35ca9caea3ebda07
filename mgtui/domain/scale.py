"""The scale that weights are measured on; a weight is an exact decimal that lies on its session's scale."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from msgspec import Struct

MOST_INTEGER_DIGITS = 15
MOST_DECIMALS = 6

ScaleKind = Literal["points", "amount"]
WeightFlaw = Literal["not_a_number", "not_whole", "below_scale", "above_scale", "too_precise"]


class Scale(Struct, frozen=True, omit_defaults=True):
    """What a weight may be: whole points from `low` to `high`, or an amount in `unit` without a maximum.

    Attributes:
        kind: "points" (the default) or "amount".
        unit: what one unit of an amount is ("euro", "fte"); empty for points.
        low: the smallest weight; 1 for points, 0 for amounts.
        high: the largest weight; None where there is no maximum.
    """

    kind: ScaleKind = "points"
    unit: str = ""
    low: Decimal = Decimal(1)
    high: Decimal | None = Decimal(5)

    def flaw(self, weight: Decimal) -> WeightFlaw | None:
        """Why `weight` is not on this scale, or None when it is."""
        if not weight.is_finite():
            return "not_a_number"
        if self.kind == "points" and weight != weight.to_integral_value():
            return "not_whole"
        if weight < self.low:
            return "below_scale"
        if (self.high is not None and weight > self.high) or weight.adjusted() >= MOST_INTEGER_DIGITS:
            return "above_scale"
        exponent = weight.normalize().as_tuple().exponent
        return "too_precise" if isinstance(exponent, int) and -exponent > MOST_DECIMALS else None


POINTS = Scale()


def amounts(unit: str) -> Scale:
    """The scale of amounts in `unit`: from 0, without a maximum."""
    return Scale(kind="amount", unit=unit, low=Decimal(0), high=None)
