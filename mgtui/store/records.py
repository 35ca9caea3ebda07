"""Reads the records of one table; what can't be read is left aside, told, and kept in the file as it stands.

Invariant: every record of the table is either among `records` or `aside`, so that nothing is lost by a save.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, Generic, TypeVar, get_type_hints

import msgspec
from msgspec import Struct

from mgtui.domain.scale import MOST_DECIMALS, MOST_INTEGER_DIGITS
from mgtui.store.decoding import Record
from mgtui.store.problems import Problem, ProblemCode

Kind = TypeVar("Kind", bound=Struct)
NUMBER = re.compile(r"[1-9]\d{0,17}")


class Row(Struct, Generic[Kind]):
    """A record as it was read.

    Attributes:
        number: its TinyDB document id.
        source: its fields as they stand in the file.
        record: what they mean.
        unreadable: the fields whose value could not be read, and that have their default in `record`.
    """

    number: int
    source: Record
    record: Kind
    unreadable: tuple[str, ...] = ()


class Table(Struct, Generic[Kind]):
    """A table as it was read.

    Attributes:
        rows: what could be read, in file order.
        aside: what could not, by its key in the file.
        problems: what was wrong.
    """

    name: str
    rows: list[Row[Kind]]
    aside: dict[str, Record]
    problems: list[Problem]

    def leave_aside(self, row: Row[Kind], problem: ProblemCode, field: str = "", **details: str) -> None:
        """Takes `row` out of the session, because of a problem in `field`."""
        self.rows.remove(row)
        self.aside[str(row.number)] = row.source
        self.tell(row, problem, field, **details)

    def tell(self, row: Row[Kind], problem: ProblemCode, field: str = "", **details: str) -> None:
        """Adds a problem of `row` that is mended in memory."""
        place = "/".join(part for part in (self.name, str(row.number), field) if part)
        self.problems.append(Problem(problem, place, "repaired", details=details))


def read_table(name: str, source: dict[str, Record], kind: type[Kind]) -> Table[Kind]:
    """The records of type `kind` in the table `name` that `source` holds."""
    table: Table[Kind] = Table(name, [], {}, [])
    records = _all_at_once(source, kind)
    highest = max((int(key) for key in source if NUMBER.fullmatch(key)), default=0)
    for key, fields in source.items():
        if NUMBER.fullmatch(key):
            number = int(key)
        else:
            number = highest = highest + 1
            table.problems.append(Problem("bad_record_number", f"{name}/{key}", "repaired"))
        record = records.get(key)
        if record is not None and not any(_insane(record)):
            table.rows.append(Row(number, fields, record))
        else:
            _read_carefully(table, key, number, fields, kind)
    return table


def _all_at_once(source: dict[str, Record], kind: type[Kind]) -> dict[str, Kind]:
    """The records when all are sound; none otherwise, since one look at a sound table is much faster."""
    try:
        return msgspec.convert(source, dict[str, kind])  # type: ignore[valid-type]
    except msgspec.ValidationError:
        return {}


def _read_carefully(table: Table[Kind], key: str, number: int, source: Record, kind: type[Kind]) -> None:
    """Reads a record without the fields that can't be read, if it can do without them."""
    wrong = dict(_wrong_fields(source, kind))
    try:
        record = msgspec.convert({name: value for name, value in source.items() if name not in wrong}, kind)
    except msgspec.ValidationError as error:
        wrong = wrong or {"": _said(error)}
        table.aside[key] = source
        code: ProblemCode = "unusable_record"
    else:
        table.rows.append(Row(number, source, record, tuple(wrong)))
        code = "bad_value"
    for name, problem in wrong.items():
        place = "/".join(part for part in (table.name, key, name) if part)
        table.problems.append(Problem(code, place, "repaired", details={"problem": problem}))


def _wrong_fields(source: Record, kind: type[Struct]) -> Iterator[tuple[str, str]]:
    """The fields of `source` whose value does not fit, and why."""
    for name, hint in _hints(kind).items():
        if name in source:
            try:
                value = msgspec.convert(source[name], hint)
            except msgspec.ValidationError as error:
                yield name, _said(error)
            else:
                if isinstance(value, Decimal) and not is_sane(value):
                    yield name, str(source[name])[:40]


def _insane(record: Struct) -> Iterator[bool]:
    for name in _decimals(type(record)):
        value = getattr(record, name)
        yield value is not None and not is_sane(value)


@lru_cache(maxsize=1024)
def is_sane(value: Decimal) -> bool:
    """Whether `value` is a finite number that can be written out in plain digits."""
    if not value.is_finite():
        return False
    exponent = value.normalize().as_tuple().exponent
    return value.adjusted() < MOST_INTEGER_DIGITS and isinstance(exponent, int) and exponent >= -MOST_DECIMALS


def _said(error: msgspec.ValidationError) -> str:
    return str(error).split(" - at ")[0]


@cache
def _hints(kind: type[Struct]) -> dict[str, Any]:
    return get_type_hints(kind, include_extras=True)


@cache
def _decimals(kind: type[Struct]) -> tuple[str, ...]:
    """The fields of `kind` that hold a decimal."""
    return tuple(name for name, hint in _hints(kind).items() if "Decimal" in str(hint))
