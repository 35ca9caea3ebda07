"""Numbers come out and go in as a Dutch or an English reader writes them."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mgtui.locale import Language, numbers, use


@pytest.mark.parametrize(
    ("value", "nl", "en"),
    [
        (Decimal("1250.5"), "1.250,5", "1,250.5"),
        (Decimal("1234567.25"), "1.234.567,25", "1,234,567.25"),
        (Decimal("2.50"), "2,50", "2.50"),
        (Decimal("13.0"), "13", "13"),
        (Decimal("1E+3"), "1.000", "1,000"),
        (Decimal("-0.5"), "−0,5", "−0.5"),
        (Decimal("-0"), "0", "0"),
        (Decimal("0.000001"), "0,000001", "0.000001"),
        (5, "5", "5"),
        (None, "∞", "∞"),
    ],
)
def test_a_number_is_shown_with_the_marks_of_its_language(value: Decimal | int | None, nl: str, en: str) -> None:
    use("nl")
    assert numbers.shown(value) == nl
    use("en")
    assert numbers.shown(value) == en


def test_a_margin_shows_its_sign_and_a_true_minus() -> None:
    use("nl")
    assert [numbers.signed(Decimal(margin)) for margin in ("7", "-2", "0", "-1250.5")] == ["+7", "−2", "0", "−1.250,5"]


def test_a_span_shows_both_its_ends_unless_they_are_one() -> None:
    assert numbers.span(7, Decimal("7.0")) == "7"
    assert numbers.span(7, 9) == "7–9"
    assert numbers.span(0, None) == "0–∞"
    assert numbers.signed_span(3, 5) == "+3…+5"
    assert numbers.signed_span(-2, -2) == "−2"
    assert numbers.signed_span(None, 4) == "−∞…+4"
    assert numbers.signed_span(None, None) == "−∞…+∞"


@pytest.mark.parametrize(
    ("text", "nl", "en"),
    [
        ("5", "5", "5"),
        (" 1250 ", "1250", "1250"),
        ("1,5", "1.5", "1.5"),
        ("1.5", "1.5", "1.5"),
        ("1.250", "1250", "1.250"),
        ("1,250", "1.250", "1250"),
        ("0.125", "0.125", "0.125"),
        ("0,125", "0.125", "0.125"),
        ("1.250,5", "1250.5", "1250.5"),
        ("1,250.5", "1250.5", "1250.5"),
        ("1.250.000", "1250000", "1250000"),
        ("1.250.000,75", "1250000.75", "1250000.75"),
        ("1 250 000", "1250000", "1250000"),
        ("\u22122", "-2", "-2"),
        ("+7", "7", "7"),
        (",5", "0.5", "0.5"),
        ("5.", "5", "5"),
    ],
)
def test_a_typed_number_is_read_as_its_language_means_it(text: str, nl: str, en: str) -> None:
    use("nl")
    assert numbers.typed(text) == Decimal(nl)
    use("en")
    assert numbers.typed(text) == Decimal(en)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-",
        ".",
        "vijf",
        "1e5",
        "NaN",
        "Infinity",
        "∞",
        "1.25.000",
        "1,2,3",
        "1.250,5,5",
        "12.50,000",
        "٣",
        "1" * 41,
    ],
)
def test_what_is_no_number_is_refused(text: str, language: Language) -> None:
    use(language)
    with pytest.raises(numbers.NotANumber):
        numbers.typed(text)


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=2))
def test_in_dutch_what_is_shown_can_be_typed_again(value: Decimal) -> None:
    use("nl")
    assert numbers.typed(numbers.shown(value)) == value


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=6))
def test_in_english_what_is_shown_can_be_typed_again(value: Decimal) -> None:
    use("en")
    assert numbers.typed(numbers.shown(value)) == value


@given(st.text(max_size=50))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(numbers.NotANumber):
        assert numbers.typed(text).is_finite()
