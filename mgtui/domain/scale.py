"""The scale that weights are measured on; a weight is an exact decimal that lies on its session's scale."""

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

    @property
    def is_sound(self) -> bool:
        """Whether weights can be measured on it: finite bounds from 0 up, in order, and whole for points."""
        bounds = [self.low] if self.high is None else [self.low, self.high]
        if any(amount_flaw(bound) or bound < 0 for bound in bounds):
            return False
        if self.kind == "points" and (self.high is None or any(not _is_whole(bound) for bound in bounds)):
            return False
        return self.high is None or self.low < self.high

    def flaw(self, weight: Decimal) -> WeightFlaw | None:
        """Why `weight` is not on this scale, or None when it is."""
        if not weight.is_finite():
            return "not_a_number"
        if self.kind == "points" and not _is_whole(weight):
            return "not_whole"
        if weight < self.low:
            return "below_scale"
        if self.high is not None and weight > self.high:
            return "above_scale"
        return amount_flaw(weight)


POINTS = Scale()


def amounts(unit: str) -> Scale:
    """The scale of amounts in `unit`: from 0, without a maximum."""
    return Scale(kind="amount", unit=unit, low=Decimal(0), high=None)


def amount_flaw(amount: Decimal) -> WeightFlaw | None:
    """Why sums with `amount` would not be exact, or None when they are: too many digits, or no number at all."""
    if not amount.is_finite():
        return "not_a_number"
    if amount and amount.adjusted() >= MOST_INTEGER_DIGITS:
        return "above_scale"
    return "too_precise" if _decimals(amount) > MOST_DECIMALS else None


def _is_whole(number: Decimal) -> bool:
    return _decimals(number) <= 0


def _decimals(number: Decimal) -> int:
    """How many digits after the decimal point `number` needs; `normalize` would round what is longer than 28 digits."""
    _, digits, exponent = number.as_tuple()
    if not isinstance(exponent, int) or not number:
        return 0
    needed = "".join(map(str, digits)).rstrip("0")
    return -exponent - (len(digits) - len(needed))
