"""What is different between two states of a session: added, removed, and changed field by field.

Invariant: what only says how a record is shown or kept (its place in a list, who wrote it) makes no difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from mgtui.domain.history import Entry, Spot, spots
from mgtui.domain.session import TABLES, Link, Partner, Record, Session

Happening = Literal["added", "removed", "changed"]

MADE_NO_DIFFERENCE = ("id", "order", "author")
COMPARED = tuple(name for name in TABLES if name != "rounds")
"""The tables that are compared; a writing round is a way of working, and what came of it stands in the others."""
SETTINGS = ("title", "ambition", "scale")


class FieldDifference(Struct, frozen=True):
    """A field with the value it had and the one it has."""

    field: str
    before: Any
    after: Any


class Difference(Struct, frozen=True, kw_only=True):
    """What became of one record.

    Attributes:
        table, id: which one; table "session" is the session itself.
        partners: whose it is, by id: none for what is everyone's, two for a link.
        before, after: the record then and now; None where it was not there.
        fields: for "changed", what is not as it was.
    """

    table: str
    id: str
    happening: Happening
    partners: tuple[str, ...] = ()
    before: Record | None = None
    after: Record | None = None
    fields: tuple[FieldDifference, ...] = ()


def compare(before: Session, after: Session) -> list[Difference]:
    """Every difference from `before` to `after`: the session's own fields first, then table by table."""
    own = tuple(_fields(before, after, SETTINGS))
    settings = [Difference(table="session", id=after.id, happening="changed", fields=own)] if own else []
    return settings + [each for table in COMPARED for each in _in_table(before, after, table)]


def of_partner(differences: Iterable[Difference], partner: str) -> list[Difference]:
    """Those of one partner."""
    return [each for each in differences if partner in each.partners]


def authors(entries: Iterable[Entry], after: int = 0, until: int | None = None) -> dict[Spot, Entry]:
    """By field, and by record as a whole, the latest entry that altered it among those in (`after`, `until`]."""
    latest: dict[Spot, Entry] = {}
    for entry in entries:
        if entry.revision > after and (until is None or entry.revision <= until):
            latest.update(dict.fromkeys(spots(entry.change), entry))
    return latest


def author_of(difference: Difference, latest: Mapping[Spot, Entry]) -> Entry | None:
    """The latest of `authors` who had a hand in a difference."""
    whole = Spot(difference.table, difference.id)
    named = [whole, *(replace(whole, field=each.field) for each in difference.fields)]
    found = [latest[spot] for spot in named if spot in latest]
    return max(found, key=lambda entry: entry.revision, default=None)


def _in_table(before: Session, after: Session, table: str) -> Iterator[Difference]:
    then: dict[str, Record] = getattr(before, table)
    now: dict[str, Record] = getattr(after, table)
    for identity, record in now.items():
        was = then.get(identity)
        if was is None:
            whose = _partners(after, record)
            yield Difference(table=table, id=identity, happening="added", partners=whose, after=record)
        elif was is not record and (fields := tuple(_fields(was, record, record.__struct_fields__))):
            whose = tuple(dict.fromkeys((*_partners(before, was), *_partners(after, record))))
            yield Difference(
                table=table, id=identity, happening="changed", partners=whose, before=was, after=record, fields=fields
            )
    for identity, was in then.items():
        if identity not in now:
            whose = _partners(before, was)
            yield Difference(table=table, id=identity, happening="removed", partners=whose, before=was)


def _fields(before: Struct, after: Struct, names: Iterable[str]) -> Iterator[FieldDifference]:
    for name in names:
        was, value = getattr(before, name), getattr(after, name)
        if name not in MADE_NO_DIFFERENCE and was != value:
            yield FieldDifference(name, was, value)


def _partners(session: Session, record: Record) -> tuple[str, ...]:
    if isinstance(record, Partner):
        return (record.id,)
    if isinstance(record, Link):
        ends = [session.items[each].partner for each in (record.bring, record.take) if each in session.items]
        return tuple(dict.fromkeys(ends))
    whose = getattr(record, "partner", None)
    return (whose,) if whose else tuple(getattr(record, "partners", ()))
