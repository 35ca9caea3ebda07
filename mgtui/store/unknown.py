"""Keeps what a newer version wrote and this one does not know: fields of a record, however deep, are carried over."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from typing import Any, Literal, get_args, get_origin, get_type_hints

from msgspec import Struct

Fields = dict[str, Any]
Holds = Literal["one", "entries"]


def carry_over(kind: type[Struct], source: Fields, fields: Fields, unreadable: Collection[str] = ()) -> Fields:
    """`fields` with what stood in `source` and can't be expressed by `kind`.

    Args:
        kind: the record's type.
        source: the record as it was read.
        fields: the record as it is now, plain data.
        unreadable: names of fields whose value in `source` could not be read; it stays until there is a new one.
    """
    inner = _inner(kind)
    for name, value in source.items():
        if name not in kind.__struct_fields__ or name in unreadable:
            fields.setdefault(name, value)
        elif name in inner and isinstance(value, dict) and isinstance(fields.get(name), dict):
            fields[name] = _carry_into(*inner[name], value, fields[name])
    return fields


def _carry_into(holds: Holds, kind: type[Struct], source: Fields, fields: Fields) -> Fields:
    if holds == "one":
        return carry_over(kind, source, fields)
    for entry in fields:
        if isinstance(source.get(entry), dict):
            fields[entry] = carry_over(kind, source[entry], fields[entry])
    return fields


@cache
def _inner(kind: type[Struct]) -> dict[str, tuple[Holds, type[Struct]]]:
    """The fields of `kind` that hold a struct, or entries that are structs."""
    return {name: found for name, hint in get_type_hints(kind).items() for found in _structs(hint)}


def _structs(hint: Any, holds: Holds = "one") -> Iterator[tuple[Holds, type[Struct]]]:
    if isinstance(hint, type) and issubclass(hint, Struct):
        yield holds, hint
    for argument in get_args(hint):
        yield from _structs(argument, "entries" if get_origin(hint) is dict else holds)
