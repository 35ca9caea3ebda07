"""Makes what was read into a session whose references all lead somewhere, leaving aside what can't be part of it.

It alters nothing but memory: what is mended here stands in the file as it was until somebody changes that record.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

import msgspec

from mgtui.domain.references import Reference, dangling, link_flaw, others_interests
from mgtui.domain.session import TABLES, Item, Link, Session
from mgtui.domain.session import Record as SessionRecord
from mgtui.store.problems import Problem
from mgtui.store.records import Row, Table

ReadTables = dict[str, Table[Any]]

REFERRED_TO_FIRST = sorted(TABLES, key=lambda name: {"partners": 0, "meetings": 1}.get(name, 2))
"""The tables in an order in which every reference leads back: answers refer to a table that comes later in a file."""


def assemble(session: Session, tables: ReadTables) -> Session:
    """`session` with the records of `tables`, each referring only to what is there.

    Args:
        session: without records.
        tables: one for each kind of record. What can't be part of the session is moved to their `aside`, and every
            mending added to their `problems`.
    """
    for name in REFERRED_TO_FIRST:
        records: dict[str, SessionRecord] = {}
        session = msgspec.structs.replace(session, **{name: records})
        for row in list(tables[name].rows):
            if row.record.id in records:
                tables[name].leave_aside(row, "duplicate_id", "id", id=row.record.id)
                continue
            record = _mended(session, tables[name], row)
            if record is not None:
                records[record.id] = record
    return session


def remarks(session: Session, tables: ReadTables) -> list[Problem]:
    """What is odd about a session though nothing has to be mended for it."""
    return [*_off_scale(session, tables["items"]), *_double_links(tables["links"]), *_double_names(tables["partners"])]


def _mended(session: Session, table: Table[Any], row: Row[Any]) -> SessionRecord | None:
    record: SessionRecord = row.record
    for reference, missing in list(dangling(session, table.name, record)):
        if reference.holds == "one":
            table.leave_aside(row, "missing_reference", reference.field, id=missing)
            return None
        record = _without(record, reference, missing)
        table.tell(row, "dangling_reference", reference.field, id=missing)
    if isinstance(record, Link):
        flaw = link_flaw(session, record)
        if flaw:
            table.leave_aside(row, flaw)
            return None
    if isinstance(record, Item) and record.interests:
        record = _serving_its_own(session, record, table, row)
    row.record = record
    return record


def _serving_its_own(session: Session, item: Item, table: Table[Any], row: Row[Any]) -> Item:
    others = others_interests(session, item)
    for each in others:
        table.tell(row, "others_interest", "interests", id=each)
    own = tuple(each for each in item.interests if each not in others)
    return msgspec.structs.replace(item, interests=own) if others else item


def _without(record: SessionRecord, reference: Reference, missing: str) -> SessionRecord:
    value = getattr(record, reference.field)
    kept: Any
    if reference.holds == "list":
        kept = tuple(each for each in value if each != missing)
    else:
        kept = {key: each for key, each in value.items() if key != missing}
    return msgspec.structs.replace(record, **{reference.field: kept})


def _off_scale(session: Session, items: Table[Any]) -> list[Problem]:
    found = []
    # Many items share few weights.
    flaws = {weight: session.scale.flaw(weight) for weight in {row.record.weight for row in items.rows} - {None}}
    for row in items.rows:
        weight = row.record.weight
        if flaw := flaws.get(weight):
            details = {"weight": str(weight), "flaw": flaw}
            found.append(Problem("off_scale", f"items/{row.number}/weight", "noted", details=details))
    return found


def _double_links(links: Table[Any]) -> list[Problem]:
    seen: set[tuple[str, str]] = set()
    found = []
    for row in links.rows:
        ends = (row.record.bring, row.record.take)
        if ends in seen:
            found.append(Problem("already_linked", f"links/{row.number}", "noted"))
        seen.add(ends)
    return found


def _double_names(partners: Table[Any]) -> list[Problem]:
    times = Counter(row.record.name.casefold().strip() for row in partners.rows)
    return [
        Problem("same_name", f"partners/{row.number}/name", "noted", details={"name": row.record.name})
        for row in partners.rows
        if times[row.record.name.casefold().strip()] > 1
    ]
