"""A session as data, as `mgtui export --to json` writes it, as one change that adds all of it to another session."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any

import msgspec
from msgspec.structs import replace

from mgtui.documents.importing.problems import BadImport, ImportProblem
from mgtui.documents.session_form import OURS_ALONE, SessionForm
from mgtui.domain.changes import Add, Batch, Change, apply, encode_record
from mgtui.domain.names import same_name
from mgtui.domain.order import spread
from mgtui.domain.references import REFERENCES, Reference
from mgtui.domain.refusal import Refused
from mgtui.domain.session import TABLES, Partner, Record, Session
from mgtui.domain.soundness import refuse_unsound
from mgtui.domain.verbs.common import set_field
from mgtui.locale.wording import refusal


def read(text: str) -> Session:
    """The session that the data in `text` is.

    Raises:
        BadImport: when it is no session, or one that does not hold together.
    """
    try:
        form = msgspec.json.decode(text.encode(), type=SessionForm)
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise BadImport([ImportProblem("no_session_data", details={"problem": str(error)})]) from None
    tables: dict[str, Any] = {name: dict(_by_id(name, getattr(form, name))) for name in OURS_ALONE}
    session = Session(id=form.id, title=form.title, ambition=form.ambition, scale=form.scale, **tables)
    _refuse_unsound(session)
    return session


def addition(session: Session, data: Session, new_id: Callable[[], str]) -> Batch:
    """The change that adds all of `data` to `session`.

    A partner that the session has, by name, is that partner; title, ambition and scale are taken over where the
    session has none to lose. A record whose id is taken gets another.

    Raises:
        BadImport: when the two don't go together, such as points and euros.
    """
    changes = Batch((*_settings(session, data), *_records(session, data, new_id)))
    try:
        _refuse_unsound(apply(session, changes))
    except Refused as refused:
        raise _unsound(refused) from None
    return changes


def _by_id(table: str, records: Iterable[Record]) -> Iterator[tuple[str, Record]]:
    """The records in places of their own, none of them with what is no part of the form."""
    seen: set[str] = set()
    rows = list(records)
    for record, order in zip(rows, spread(len(rows)), strict=True):
        if record.id in seen:
            raise BadImport([ImportProblem("no_session_data", details={"problem": f"{table}: {record.id} × 2"})])
        seen.add(record.id)
        ours = {each.name: each.default for each in msgspec.structs.fields(record) if each.name in OURS_ALONE[table]}
        yield record.id, replace(record, **(ours | {"order": order} if "order" in ours else ours))


def _refuse_unsound(session: Session) -> None:
    try:
        refuse_unsound(session)
    except Refused as refused:
        raise _unsound(refused) from None


def _unsound(refused: Refused) -> BadImport:
    return BadImport([ImportProblem("no_session_data", details={"problem": refusal(refused)})])


def _settings(session: Session, data: Session) -> Iterator[Change]:
    for field in ("title", "ambition"):
        if not getattr(session, field) and getattr(data, field):
            yield set_field(session, "session", session.id, field, getattr(data, field))
    if not session.items and session.scale != data.scale:
        yield set_field(session, "session", session.id, "scale", data.scale)


def _records(session: Session, data: Session, new_id: Callable[[], str]) -> Iterator[Change]:
    ids = _ids(session, data, new_id)
    for table in TABLES:
        records: dict[str, Record] = getattr(data, table)
        last = max((getattr(each, "order", "") for each in getattr(session, table).values()), default="")
        orders = iter(spread(len(records), last))
        for record in records.values():
            order = next(orders)
            if isinstance(record, Partner) and ids["partners"][record.id] in session.partners:
                yield from _reserve(session, ids["partners"][record.id], record.reserve)
            else:
                places = {"order": order} if hasattr(record, "order") else {}
                yield Add(table, encode_record(replace(_pointing(record, table, ids), **places)))


def _reserve(session: Session, partner: str, reserve: Decimal) -> Iterator[Change]:
    if reserve and session.partners[partner].reserve != reserve:
        yield set_field(session, "partners", partner, "reserve", reserve)


def _ids(session: Session, data: Session, new_id: Callable[[], str]) -> dict[str, dict[str, str]]:
    """What each record of `data` is called in `session`, by table."""
    there = {same_name(partner.name): partner.id for partner in session.partners.values()}
    ids = {
        table: {each: new_id() if each in getattr(session, table) else each for each in getattr(data, table)}
        for table in TABLES
    }
    for partner in data.partners.values():
        ids["partners"][partner.id] = there.get(same_name(partner.name), ids["partners"][partner.id])
    return ids


def _pointing(record: Record, table: str, ids: dict[str, dict[str, str]]) -> Record:
    """`record` under its id in the session, naming other records by theirs."""
    named = {
        reference.field: _named(getattr(record, reference.field), reference, ids)
        for reference in REFERENCES
        if reference.table == table
    }
    return replace(record, id=ids[table][record.id], **named)


def _named(value: Any, reference: Reference, ids: dict[str, dict[str, str]]) -> Any:
    known = ids[reference.target]
    if reference.holds == "one":
        return known[value]
    if reference.holds == "list":
        return tuple(known[each] for each in value)
    return {known[each]: entry for each, entry in value.items()}
