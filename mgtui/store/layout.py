"""Tables to bytes: the same session always gives the same bytes, one field a line, so that one edit is a short diff.

A table may be handed over as rows already laid out, kept from one save to the next: most of a save is what the last
save wrote, and laying that out again would cost more than the disk does. For the same reason nothing is copied twice.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import msgspec

ENCODER = msgspec.json.Encoder(decimal_format="string")
INDENT = " "
TABLE_LINE = b"\n" + INDENT.encode()
RECORD_LINE = b"\n" + 2 * INDENT.encode()
COMMA = b","

Row = bytes
"""A record under its number, as `row` has laid it out: it begins with the comma that follows the record before it."""

Layable = Mapping[str, Mapping[str, Any] | list[Row]]
"""Tables by name: records by their number, or rows."""


def lay_out(tables: Layable) -> bytes:
    """The bytes of a session file with these tables.

    Raises:
        ValueError: when a record holds what would not come back as it was: NaN, infinity or a lone surrogate.
        TypeError: when it holds what is no JSON, or when there is something else than tables of records.
    """
    pieces: list[bytes | memoryview] = [b"{"]
    for name, table in tables.items():
        rows = _rows(name, table)
        comma = COMMA if len(pieces) > 1 else b""
        pieces.append(comma + TABLE_LINE + ENCODER.encode(name) + b": {")
        if rows:
            pieces.append(memoryview(rows[0])[len(COMMA) :])
            pieces.extend(rows[1:])
            pieces.append(TABLE_LINE)
        pieces.append(b"}")
    pieces.append(b"\n}\n" if tables else b"}\n")
    return b"".join(pieces)


def row(number: int | str, record: Any) -> Row:
    """A record, a struct or plain data, under its number as it stands in the file.

    Raises:
        ValueError, TypeError: as `lay_out` does.
    """
    _refuse_unsafe(record)
    pretty = msgspec.json.format(ENCODER.encode(record), indent=len(INDENT))
    return COMMA + RECORD_LINE + ENCODER.encode(str(number)) + b": " + pretty.replace(b"\n", RECORD_LINE)


def _rows(name: str, table: Any) -> list[Row]:
    if isinstance(table, list) and all(isinstance(each, bytes) for each in table[:1]):
        return table
    if not isinstance(table, Mapping) or not all(isinstance(record, Mapping) for record in table.values()):
        raise TypeError(f"{name!r} is no table of records")
    return [row(number, record) for number, record in table.items()]


def _refuse_unsafe(value: Any) -> None:
    """Refuses what the encoder would turn into something else without a word."""
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError("a session file holds no NaN or infinity")
    if isinstance(value, dict):
        for each in value.values():
            _refuse_unsafe(each)
    elif isinstance(value, list | tuple):
        for each in value:
            _refuse_unsafe(each)
    elif isinstance(value, set | frozenset):
        raise TypeError("a session file holds no sets")
