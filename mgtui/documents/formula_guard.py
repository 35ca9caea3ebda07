"""Keeps a spreadsheet from taking a text for a formula, in a way that can be undone.

A text that a spreadsheet would calculate gets an apostrophe before it, as a person would type it; so does one that
already begins with apostrophes and would be calculated without them. Invariant: `unguarded(guarded(text)) == text`.
"""

from __future__ import annotations

import re

# What begins a formula in Excel, LibreOffice or Google Sheets, with its full-width twins (OWASP, "CSV Injection").
_CALCULATED = re.compile(r"'*\s*[=+\-@\t\r＝＋－＠|%]")  # noqa: RUF001
_GUARDED = re.compile(r"''*\s*[=+\-@\t\r＝＋－＠|%]")  # noqa: RUF001


def guarded(text: str) -> str:
    """`text` as a cell that no spreadsheet calculates."""
    return f"'{text}" if _CALCULATED.match(text) else text


def unguarded(cell: str) -> str:
    """The text that `guarded` made `cell` of; a cell that it did not make is left as it is."""
    return cell[1:] if _GUARDED.match(cell) else cell
