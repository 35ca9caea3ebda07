"""The one vocabulary of what may happen to a session: add, set, remove, move, or a batch of those, as data.

Invariant: for a grounded change, `apply(apply(session, change), inverse(change)) == session`.
A change as a person submits it may be stale or incomplete; `ground` makes it true to the session at hand first.
"""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import Struct

from mgtui.domain.fields import decode_value, encode_value, read_field, with_field
from mgtui.domain.refusal import Refused
from mgtui.domain.session import TABLES, Record, Session

Value = Any
"""A field's value as plain JSON data: text, number, true/false, None, list or object; decimals and times as text."""


class Add(Struct, frozen=True, tag="add", tag_field="do"):
    """A new record. `record` holds its fields, `id` among them."""

    table: str
    record: dict[str, Value]

    @property
    def id(self) -> str:
        """The new record's id."""
        return str(self.record.get("id", ""))


class Set(Struct, frozen=True, tag="set", tag_field="do"):
    """One field gets another value.

    Attributes:
        field: its name; "answers.m1" is the entry m1 of a field that holds entries, where None means no entry.
        was: the value it was based on.
    """

    table: str
    id: str
    field: str
    value: Value
    was: Value = None


class Remove(Struct, frozen=True, tag="remove", tag_field="do"):
    """A record goes; `record` is what it was, so that it can come back."""

    table: str
    id: str
    record: dict[str, Value] = {}


class Move(Struct, frozen=True, tag="move", tag_field="do"):
    """A record gets another place: `to` and `was` hold some of partner, direction and order."""

    table: str
    id: str
    to: dict[str, str]
    was: dict[str, str] = {}


class Batch(Struct, frozen=True, tag="batch", tag_field="do"):
    """Several changes that happen as one."""

    changes: tuple[Change, ...]


Change = Add | Set | Remove | Move | Batch

PLACE = ("partner", "direction", "order")
SESSION_FIELDS = ("title", "ambition", "scale")


def apply(session: Session, change: Change) -> Session:
    """The session after `change`.

    Raises:
        Refused: when a record is missing or double, or a value does not fit; then nothing has happened.
    """
    if isinstance(change, Batch):
        for each in change.changes:
            session = apply(session, each)
        return session
    if isinstance(change, Set) and change.table == "session":
        if change.field not in SESSION_FIELDS:
            raise Refused("unknown_field", field=change.field)
        return with_field(session, change.field, change.value)
    table = table_of(session, change.table)
    if isinstance(change, Add):
        if change.id in table:
            raise Refused("exists", id=change.id)
        return with_table(session, change.table, {**table, change.id: decode_record(change.table, change.record)})
    record = _record(table, change.id)
    if isinstance(change, Remove):
        return with_table(session, change.table, {key: value for key, value in table.items() if key != change.id})
    if isinstance(change, Set):
        record = with_field(record, change.field, change.value)
    else:
        for name, value in change.to.items():
            record = with_field(record, name, value)
    return with_table(session, change.table, {**table, change.id: record})


def inverse(change: Change) -> Change:
    """The change that takes back a grounded `change`."""
    if isinstance(change, Add):
        return Remove(change.table, change.id, change.record)
    if isinstance(change, Remove):
        return Add(change.table, change.record)
    if isinstance(change, Set):
        return Set(change.table, change.id, change.field, change.was, change.value)
    if isinstance(change, Move):
        return Move(change.table, change.id, change.was, change.to)
    return Batch(tuple(inverse(each) for each in reversed(change.changes)))


def parts(change: Change) -> list[Add | Set | Remove | Move]:
    """The single changes that `change` is made of, in order."""
    if isinstance(change, Batch):
        return [part for each in change.changes for part in parts(each)]
    return [change]


def as_batch(changes: list[Change]) -> Change:
    """`changes` as one change; a single one stays itself."""
    return changes[0] if len(changes) == 1 else Batch(tuple(changes))


def table_of(session: Session, name: str) -> dict[str, Record]:
    """The records of table `name` by id.

    Raises:
        Refused: "unknown_table".
    """
    if name not in TABLES:
        raise Refused("unknown_table", table=name)
    table: dict[str, Record] = getattr(session, name)
    return table


def find(session: Session, table: str, identity: str) -> Session | Record:
    """The record that a change speaks of; the session itself for table "session".

    Raises:
        Refused: "gone" when there is none.
    """
    return session if table == "session" else _record(table_of(session, table), identity)


def with_table(session: Session, name: str, table: dict[str, Record]) -> Session:
    """The session with another table `name`."""
    return msgspec.structs.replace(session, **{name: table})


def decode_record(table: str, fields: dict[str, Value]) -> Record:
    """The record of `table` that `fields` describe.

    Raises:
        Refused: "bad_value" or "too_long" when a field does not fit.
    """
    record: Record = decode_value(fields, TABLES[table])
    return record


def encode_record(record: Record) -> dict[str, Value]:
    """`record` as plain JSON data, without the fields that have their default."""
    fields: dict[str, Value] = encode_value(record)
    return fields


def current_value(session: Session, change: Set) -> Value:
    """The value now in the field that `change` sets."""
    return encode_value(read_field(find(session, change.table, change.id), change.field))


def _record(table: dict[str, Record], identity: str) -> Record:
    try:
        return table[identity]
    except KeyError:
        raise Refused("gone", id=identity) from None
