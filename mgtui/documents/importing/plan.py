"""What taking over a list would do to a session: one change built of its rows, or every reason why it can't be done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Final, Literal

import msgspec
from msgspec import Struct

from mgtui.documents.importing import comma_separated, outline, session_data
from mgtui.documents.importing.problems import BadImport, ImportProblem
from mgtui.documents.importing.reading import text_of
from mgtui.documents.importing.rows import Cells, Row, check
from mgtui.domain.changes import Add, Batch, Change, Set, encode_record, parts
from mgtui.domain.names import same_name
from mgtui.domain.session import Direction, Item, Partner, Session
from mgtui.domain.verbs.common import orders_after, set_field

Form = Literal["csv", "md", "json"]


FORM_BY_ENDING: Final[Mapping[str, Form]] = {".csv": "csv", ".md": "md", ".markdown": "md", ".json": "json"}
"""What a list is by the ending of its file's name."""


class Plan(Struct, frozen=True, kw_only=True):
    """One change that takes over a whole list, and what it comes to.

    Attributes:
        partners: how many are new. items: how many are new. reserves: how many are set.
    """

    change: Batch
    partners: int
    items: int
    reserves: int


def plan(session: Session, data: bytes, form: Form, new_id: Callable[[], str]) -> Plan:
    """The plan to take over the list in `data`.

    Partners that the session has are found by name, whatever its capitals; others are new. Nothing is looked up or
    changed outside.

    Args:
        session: as it stands.
        data: the file.
        form: "csv" for comma- or semicolon-separated values, "md" for an outline, "json" for a session as data.
        new_id: gives an id that no record has.

    Raises:
        BadImport: with every problem; then there is no plan at all.
    """
    text = text_of(data)
    if form == "json":
        return _of_data(session_data.addition(session, session_data.read(text), new_id))
    rows = _checked(session, text, form)
    if not rows:
        raise BadImport([ImportProblem("empty")])
    return _Planning(session, new_id).plan(rows)


def _of_data(change: Batch) -> Plan:
    made = parts(change)
    added = [part.table for part in made if isinstance(part, Add)]
    reserves = sum(isinstance(part, Set) and part.field == "reserve" for part in made)
    return Plan(change=change, partners=added.count("partners"), items=added.count("items"), reserves=reserves)


def _checked(session: Session, text: str, form: Literal["csv", "md"]) -> list[Row]:
    cells: list[Cells]
    if form == "csv":
        cells, problems, decimal_comma = comma_separated.read(text)
    else:
        (cells, problems), decimal_comma = outline.read(text), True
    rows = []
    for each in cells:
        row, found = check(each, session.scale, decimal_comma=decimal_comma)
        rows.append(row)
        problems += found
    problems += _between_rows(session, rows)
    if problems:
        raise BadImport(problems)
    return rows


def _between_rows(session: Session, rows: Iterable[Row]) -> Iterable[ImportProblem]:
    """What is wrong with rows that are right by themselves: names that are two partners', reserves that differ."""
    names = [same_name(partner.name) for partner in session.partners.values()]
    reserves: dict[str, Decimal] = {}
    for row in rows:
        name = same_name(row.partner)
        if name and names.count(name) > 1:
            yield ImportProblem("ambiguous_partner", row.line, {"value": row.partner})
        if row.reserve is not None and reserves.setdefault(name, row.reserve) != row.reserve:
            yield ImportProblem("reserve_twice", row.line, {"partner": row.partner})


class _Planning:
    """The changes of one plan: first the partners, then their reserves, then each column's items in their order."""

    def __init__(self, session: Session, new_id: Callable[[], str]) -> None:
        self._session = session
        self._new_id = new_id
        self._ids = {same_name(partner.name): partner.id for partner in session.partners.values()}

    def plan(self, rows: list[Row]) -> Plan:
        partners, reserves = self._partners(rows)
        items = self._items(rows)
        changes: list[Change] = [*partners, *reserves, *items]
        given = {same_name(row.partner) for row in rows if row.reserve is not None}
        return Plan(change=Batch(tuple(changes)), partners=len(partners), items=len(items), reserves=len(given))

    def _partners(self, rows: list[Row]) -> tuple[list[Add], list[Change]]:
        """The partners that are new, with their reserve, and the reserves of those that aren't."""
        reserves = {same_name(row.partner): row.reserve for row in rows if row.reserve is not None}
        seated: list[Change] = [
            set_field(self._session, "partners", self._ids[name], "reserve", reserve)
            for name, reserve in reserves.items()
            if name in self._ids
        ]
        new: dict[str, str] = {}
        for row in rows:
            if same_name(row.partner) not in self._ids:
                new.setdefault(same_name(row.partner), row.partner)
        keys = orders_after(self._session.partners_in_order, None, len(new))
        added = []
        for (name, shown), key in zip(new.items(), keys, strict=True):
            self._ids[name] = self._new_id()
            partner = Partner(id=self._ids[name], name=shown, order=key)
            if name in reserves:
                partner = msgspec.structs.replace(partner, reserve=reserves[name])
            added.append(Add("partners", encode_record(partner)))
        return added, seated

    def _items(self, rows: list[Row]) -> list[Add]:
        columns: dict[tuple[str, Direction], list[Row]] = {}
        for row in rows:
            if row.direction:
                columns.setdefault((self._ids[same_name(row.partner)], row.direction), []).append(row)
        return [
            add for (partner, direction), those in columns.items() for add in self._column(partner, direction, those)
        ]

    def _column(self, partner: str, direction: Direction, rows: list[Row]) -> Iterable[Add]:
        keys = orders_after(self._session.column(partner, direction), None, len(rows))
        for row, key in zip(rows, keys, strict=True):
            item = Item(
                id=self._new_id(),
                partner=partner,
                direction=direction,
                text=row.text,
                order=key,
                weight=row.weight,
                certainty=row.certainty,
                kind=row.kind,
                status=row.status,
                from_collaboration=row.from_collaboration,
                private=row.private,
            )
            yield Add("items", encode_record(item))
