"""When two names mean the same partner."""

from __future__ import annotations

import unicodedata


def same_name(name: str) -> str:
    """What two names share that mean the same partner: capitals, spaces and ways to write an accent don't count."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())
