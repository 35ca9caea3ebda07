"""What may be a weight."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mgtui.domain.scale import POINTS, Scale, WeightFlaw, amount_flaw, amounts

EURO = amounts("euro")


@pytest.mark.parametrize("weight", ["1", "5", "3.0", "5.000000000000000000000000000000000"])
def test_points_are_whole_from_one_to_five(weight: str) -> None:
    assert POINTS.flaw(Decimal(weight)) is None


@pytest.mark.parametrize("weight", ["0", "0.000001", "1250.50", "999999999999999.999999", "1E+3", "-0"])
def test_amounts_are_anything_from_zero_with_six_decimals(weight: str) -> None:
    assert EURO.flaw(Decimal(weight)) is None


@pytest.mark.parametrize(
    ("scale", "weight", "flaw"),
    [
        (POINTS, "NaN", "not_a_number"),
        (POINTS, "sNaN", "not_a_number"),
        (POINTS, "Infinity", "not_a_number"),
        (POINTS, "2.5", "not_whole"),
        (POINTS, "3.0000000000000000000000000000000000001", "not_whole"),
        (POINTS, "0", "below_scale"),
        (POINTS, "-1", "below_scale"),
        (POINTS, "6", "above_scale"),
        (POINTS, "1E+999999", "above_scale"),
        (EURO, "-0.01", "below_scale"),
        (EURO, "1E+15", "above_scale"),
        (EURO, "0.0000001", "too_precise"),
        (EURO, "1E-999999", "too_precise"),
        (EURO, "0.1000000000000000000000000000000000000001", "too_precise"),
    ],
)
def test_what_is_not_on_the_scale_says_why(scale: Scale, weight: str, flaw: WeightFlaw) -> None:
    assert scale.flaw(Decimal(weight)) == flaw


def test_a_reserve_may_be_negative() -> None:
    assert amount_flaw(Decimal("-12.5")) is None


@pytest.mark.parametrize(
    ("scale", "is_sound"),
    [
        (POINTS, True),
        (EURO, True),
        (Scale(high=Decimal(10)), True),
        (Scale(low=Decimal(5), high=Decimal(1)), False),
        (Scale(low=Decimal("0.5")), False),
        (Scale(high=None), False),
        (Scale(kind="amount", low=Decimal(-1), high=None), False),
        (Scale(kind="amount", low=Decimal("NaN"), high=None), False),
    ],
)
def test_a_scale_runs_up_from_zero_or_more(scale: Scale, is_sound: bool) -> None:
    assert scale.is_sound is is_sound
