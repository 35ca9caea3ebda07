"""The one vocabulary of what may happen to a session: add, set, remove, move, or a batch of those, as data.

Invariant: for a grounded change, `apply(apply(session, change), inverse(change)) == session`.
A change as a person submits it may be stale or incomplete; `ground` makes it true to the session at hand first.
"""

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


class Batch(Struct, frozen=True, omit_defaults=True, tag="batch", tag_field="do"):
    """Several changes that happen as one.

    Attributes:
        back_to: the revision that it leads back to, in part or as a whole; 0 when it is no going back.
    """

    changes: tuple["Change", ...]
    back_to: int = 0


Single = Add | Set | Remove | Move
Change = Single | Batch

PLACE = ("partner", "direction", "order")
SESSION_FIELDS = ("title", "ambition", "scale")


class Draft:
    """A session that changes in place, for many changes in a row; the one it began as stays as it was.

    Attributes:
        session: the session as it stands; its touched tables alter with the next change.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self._own: dict[str, dict[str, Record]] = {}

    def make(self, change: Change) -> None:
        """Make `change`.

        Raises:
            Refused: when a record is missing or double, or a value does not fit; then the draft is of no more use.
        """
        if isinstance(change, Batch):
            for each in change.changes:
                self.make(each)
        elif isinstance(change, Set) and change.table == "session":
            if change.field not in SESSION_FIELDS:
                raise Refused("unknown_field", field=change.field)
            self.session = with_field(self.session, change.field, change.value)
        elif isinstance(change, Add):
            self._add(change)
        elif isinstance(change, Remove):
            _record(table_of(self.session, change.table), change.id)
            del self._table(change.table)[change.id]
        else:
            record = altered(_record(table_of(self.session, change.table), change.id), change)
            self._table(change.table)[change.id] = record

    def _add(self, change: Add) -> None:
        if change.id in table_of(self.session, change.table):
            raise Refused("exists", id=change.id)
        self._table(change.table)[change.id] = decode_record(change.table, change.record)

    def _table(self, name: str) -> dict[str, Record]:
        """The draft's own copy of table `name`."""
        if name not in self._own:
            self._own[name] = dict(getattr(self.session, name))
            self.session = msgspec.structs.replace(self.session, **{name: self._own[name]})
        return self._own[name]


def apply(session: Session, change: Change) -> Session:
    """The session after `change`.

    Raises:
        Refused: when a record is missing or double, or a value does not fit; then nothing has happened.
    """
    draft = Draft(session)
    draft.make(change)
    return draft.session


def altered(record: Record, change: Set | Move) -> Record:
    """`record` after `change`, which is one of it.

    Raises:
        Refused: when a value does not fit.
    """
    if isinstance(change, Set):
        return with_field(record, change.field, change.value)
    for name, value in change.to.items():
        record = with_field(record, name, value)
    return record


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
    return Batch(tuple(inverse(each) for each in reversed(change.changes)), back_to=change.back_to)


def parts(change: Change) -> list[Single]:
    """The single changes that `change` is made of, in order."""
    if isinstance(change, Batch):
        return [part for each in change.changes for part in parts(each)]
    return [change]


def as_batch(changes: list[Change]) -> Change:
    """`changes` as one change; a single one stays itself."""
    return changes[0] if len(changes) == 1 else Batch(tuple(changes))


def of_parts(change: Change, singles: list[Single]) -> Change:
    """`singles` in the place of the parts of `change`; one that leads back to a revision says so still."""
    if len(singles) == 1 and not (isinstance(change, Batch) and change.back_to):
        return singles[0]
    return Batch(tuple(singles), back_to=change.back_to if isinstance(change, Batch) else 0)


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
