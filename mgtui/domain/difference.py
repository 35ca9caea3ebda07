"""What makes one session into another, as a change.

Invariant: `apply(before, difference(before, after)) == after` for two states of one session.
"""

from __future__ import annotations

from collections.abc import Iterator

from mgtui.domain.changes import SESSION_FIELDS, Add, Batch, Change, Remove, Set, encode_record
from mgtui.domain.fields import encode_value
from mgtui.domain.session import TABLES, Record, Session


def difference(before: Session, after: Session) -> Change:
    """The change that makes `before` into `after`; an empty batch when they are equal."""
    steps = [step for name in TABLES for step in _in_table(name, getattr(before, name), getattr(after, name))]
    return Batch((*_in_fields("session", after.id, SESSION_FIELDS, before, after), *steps))


def _in_table(name: str, before: dict[str, Record], after: dict[str, Record]) -> Iterator[Change]:
    if before is after:
        return
    for identity, record in before.items():
        if identity not in after:
            yield Remove(name, identity, encode_record(record))
    for identity, record in after.items():
        if identity not in before:
            yield Add(name, encode_record(record))
        elif before[identity] is not record:
            fields = tuple(field for field in record.__struct_fields__ if field != "id")
            yield from _in_fields(name, identity, fields, before[identity], record)


def _in_fields(
    table: str, identity: str, fields: tuple[str, ...], before: Session | Record, after: Session | Record
) -> Iterator[Change]:
    for field in fields:
        was, value = getattr(before, field), getattr(after, field)
        if was != value:
            yield Set(table, identity, field, encode_value(value), encode_value(was))
