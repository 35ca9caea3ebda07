"""Reading and replacing one field of a record, by name or as "field.entry", with its type checked."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Struct

from mgtui.domain.refusal import Refused

AnyStruct = TypeVar("AnyStruct", bound=Struct)

FIXED = ("id",)


def encode_value(value: Any) -> Any:
    """`value` as plain JSON data, just as it comes back from a file or a wire: lists, never tuples."""
    return msgspec.json.decode(msgspec.json.encode(value))


def decode_value(value: Any, kind: Any) -> Any:
    """Plain JSON data as a value of type `kind`.

    Raises:
        Refused: "too_long" or "bad_value", with msgspec's account of the place; "bad_value" too for text that no
            file can hold, such as half a surrogate pair.
    """
    try:
        msgspec.json.encode(value)
        return msgspec.convert(value, kind)
    except (UnicodeEncodeError, TypeError) as error:
        raise Refused("bad_value", problem=str(error)) from None
    except msgspec.ValidationError as error:
        limit = re.search(r"length <= (\d+)", str(error))
        if limit:
            raise Refused("too_long", limit=limit[1], length=str(_length(value)), problem=str(error)) from None
        raise Refused("bad_value", problem=str(error)) from None


def read_field(record: Struct, path: str) -> Any:
    """The value of field `path`; for "field.entry" that entry, or None when there is none.

    Raises:
        Refused: "unknown_field".
    """
    name, _, entry = path.partition(".")
    type_of(type(record), path)
    value = getattr(record, name)
    return value.get(entry) if entry else value


def with_field(record: AnyStruct, path: str, value: Any) -> AnyStruct:
    """`record` with plain JSON data `value` in field `path`.

    Raises:
        Refused: "unknown_field", "bad_value" or "too_long".
    """
    name, _, entry = path.partition(".")
    kind = type_of(type(record), path)
    if not entry:
        return msgspec.structs.replace(record, **{name: decode_value(value, kind)})
    entries = {key: each for key, each in getattr(record, name).items() if key != entry}
    if value is not None:
        entries[entry] = decode_value(value, kind)
    return msgspec.structs.replace(record, **{name: entries})


@cache
def type_of(record: type[Struct], path: str) -> Any:
    """The type of field `path` of such a record.

    Raises:
        Refused: "unknown_field" when there is none, or when it can't be set.
    """
    name, _, entry = path.partition(".")
    hints = get_type_hints(record, include_extras=True)
    if name in FIXED or name not in record.__struct_fields__:
        raise Refused("unknown_field", field=path)
    kind = hints[name]
    if not entry:
        return kind
    if get_origin(kind) is not dict:
        raise Refused("unknown_field", field=path)
    return get_args(kind)[1]


def _length(value: Any) -> int:
    """The number of characters of the longest text in `value`."""
    texts = value.values() if isinstance(value, dict) else [value]
    return max((len(text) for text in texts if isinstance(text, str)), default=0)
