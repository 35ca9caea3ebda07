"""Numbers as a list holds them: the decimal mark of a language and no mark for thousands, so that they read back."""

from __future__ import annotations

from decimal import Decimal

from mgtui.documents.balance_report import plain as exactly
from mgtui.locale import Language


def plain(value: Decimal, language: Language) -> str:
    """`value` exactly: "1250,5" in Dutch, "1250.5" in English."""
    text = exactly(value)
    return text.replace(".", ",") if language == "nl" else text


def unmistakable(value: Decimal, language: Language) -> str:
    """As `plain`, but never with three decimals, which some would read as thousands: "12,1250"."""
    text = plain(value, language)
    return f"{text}0" if text[-4:-3] in (".", ",") else text
