"""Tables to bytes: the same session always gives the same bytes, one field a line, so that one edit is a short diff.

A record may be handed over already encoded, as `msgspec.Raw` from `encode_record`: most of a save is what the last
save wrote, and laying that out again would cost more than the disk does.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import msgspec

ENCODER = msgspec.json.Encoder(decimal_format="string", enc_hook=None)
INDENT = b" "

Layable = Mapping[str, Mapping[str, Any]]
"""Tables of records, or of records that `encode_record` has encoded."""


def lay_out(tables: Layable) -> bytes:
    """The bytes of a session file with these tables.

    Raises:
        ValueError: when a record holds what would not come back as it was: NaN, infinity or a lone surrogate.
        TypeError: when it holds what is no JSON.
    """
    return b"{" + b",".join(_table(name, table) for name, table in tables.items()) + (b"\n}\n" if tables else b"}\n")


def encode_record(record: Any) -> msgspec.Raw:
    """`record`, a struct or plain data, as it stands in the file, to be handed to `lay_out`.

    Raises:
        ValueError, TypeError: as `lay_out` does.
    """
    _refuse_unsafe(record)
    pretty = msgspec.json.format(ENCODER.encode(record), indent=len(INDENT))
    return msgspec.Raw(pretty.replace(b"\n", b"\n" + 2 * INDENT))


def _table(name: str, table: Mapping[str, Any]) -> bytes:
    if not isinstance(table, Mapping):
        raise TypeError(f"table {name!r} is no table of records")
    opening = b"\n" + INDENT + ENCODER.encode(name) + b": {"
    if not table:
        return opening + b"}"
    return opening + b",".join([_record(number, record) for number, record in table.items()]) + b"\n" + INDENT + b"}"


def _record(number: str, record: Any) -> bytes:
    if not isinstance(record, Mapping | msgspec.Raw):
        raise TypeError(f"record {number!r} is no record")
    encoded = record if isinstance(record, msgspec.Raw) else encode_record(record)
    return b"\n" + 2 * INDENT + ENCODER.encode(str(number)) + b": " + bytes(encoded)


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
