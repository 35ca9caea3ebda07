"""Numbers as a person reads and types them, in the language in use; a value is never rounded on the way.

Dutch writes 1.250,5 and English 1,250.5. Shown numbers carry a true minus sign; typed ones may use a hyphen.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from mgtui.locale import Language, language

MINUS = "\N{MINUS SIGN}"
INFINITE = "\N{INFINITY}"

_SEPARATORS: dict[Language, tuple[str, str]] = {"nl": (",", "."), "en": (".", ",")}
_LONGEST_TYPED = 40
_PLAIN = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)\Z")
_GROUPED = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{3})+\Z")


class NotANumber(ValueError):
    """What was typed can't be read as a number in the language in use."""


def shown(value: Decimal | int | None) -> str:
    """`value` for the eye: "1.250,5" in Dutch, "1,250.5" in English; None, which has no bound, is "∞"."""
    if value is None:
        return INFINITE
    decimal_mark, thousands_mark = _SEPARATORS[language()]
    # Decimal's own grouping; the marks change places through a sign that no number holds.
    text = f"{_without_empty_decimals(Decimal(value)):,f}"
    text = text.replace(",", "\0").replace(".", decimal_mark).replace("\0", thousands_mark)
    return text.replace("-", MINUS)


def signed(value: Decimal | int) -> str:
    """A difference for the eye: "+7", "−2", and plain "0"."""
    text = shown(value)
    return f"+{text}" if value > 0 else text


def span(low: Decimal | int | None, high: Decimal | int | None) -> str:
    """An amount that lies between two: "7", "7–9", or "7–∞" where None leaves `high` without bound."""
    if low is not None and low == high:
        return shown(low)
    return f"{_or_minus_infinity(low, shown)}–{shown(high)}"


def signed_span(low: Decimal | int | None, high: Decimal | int | None) -> str:
    """A margin that lies between two: "+7", "+3…+5", "−∞…+∞"; None is without bound on its side."""
    if low is not None and low == high:
        return signed(low)
    top = f"+{INFINITE}" if high is None else signed(high)
    return f"{_or_minus_infinity(low, signed)}…{top}"


def typed(text: str) -> Decimal:
    """The number that a person means by `text`.

    Both marks are understood: where two kinds stand, the last is the decimal mark; a single one is the decimal mark
    unless it is the language's thousands mark and groups three digits ("1.250" in Dutch, "1,250" in English).

    Raises:
        NotANumber: `text` is no number, or groups its digits in a way that could mean two things.
    """
    bare = re.sub(r"[\s'’_]", "", text).replace(MINUS, "-")
    if not bare or len(bare) > _LONGEST_TYPED:
        raise NotANumber(text)
    sign, digits = (bare[0], bare[1:]) if bare[0] in "+-" else ("", bare)
    plain = sign + _with_a_decimal_point(digits)
    if not _PLAIN.match(plain):
        raise NotANumber(text)
    return Decimal(plain)


def _with_a_decimal_point(digits: str) -> str:
    """`digits` without grouping and with a point before its decimals; left unreadable when it makes no sense."""
    marks = [mark for mark in digits if mark in ".,"]
    if not marks or _only_decimals_follow(digits, marks):
        return digits.replace(",", ".")
    if len(set(marks)) == 1:
        return re.sub("[.,]", "", digits) if _GROUPED.match(digits) else digits
    whole, _mark, decimals = digits.rpartition(marks[-1])
    is_sound = marks.count(marks[-1]) == 1 and _GROUPED.match(whole)
    return f"{re.sub('[.,]', '', whole)}.{decimals}" if is_sound else digits


def _only_decimals_follow(digits: str, marks: list[str]) -> bool:
    """Whether the one mark in `digits` is a decimal mark."""
    if len(marks) != 1:
        return False
    _decimal_mark, thousands_mark = _SEPARATORS[language()]
    groups = marks[0] == thousands_mark and _GROUPED.match(digits) and not digits.startswith("0")
    return not groups


def _without_empty_decimals(value: Decimal) -> Decimal:
    """`value` as a whole number where it is one: a sum of halves shows as 13, a price keeps its 2.50."""
    if value == 0:
        return Decimal(0)
    return value.to_integral_value() if value == value.to_integral_value() else value


def _or_minus_infinity(low: Decimal | int | None, show: Callable[[Decimal | int], str]) -> str:
    return f"{MINUS}{INFINITE}" if low is None else show(low)
