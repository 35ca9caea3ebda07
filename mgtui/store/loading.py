"""Bytes to a session and its history, with everything that was wrong and how it was mended in memory.

Invariant: the history that comes out is without gaps, and every reference in the session leads somewhere.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from mgtui.domain.fields import encode_value
from mgtui.domain.history import Entry
from mgtui.domain.scale import POINTS, Scale
from mgtui.domain.session import TABLES, Id, Name, Session, Text
from mgtui.store.decoding import Tables, decode
from mgtui.store.errors import NotASession
from mgtui.store.layout import row
from mgtui.store.mending import assemble, remarks
from mgtui.store.migrations import CURRENT, Schema, migrate
from mgtui.store.pages import Pages
from mgtui.store.problems import Problem
from mgtui.store.records import Row, Table, is_sane, read_table
from mgtui.store.unknown import carry_over

KNOWN = ("session", *TABLES, "history")


class Heading(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """The one record of the table `session`: what is not in a table of its own.

    Attributes:
        schema: the version of the file format.
        revision: that of the last change.
    """

    id: Id
    title: Name = ""
    ambition: Text = ""
    scale: Scale = POINTS
    schema: Schema
    revision: int = 0


class Loaded(Struct):
    """A session file as it was read.

    Attributes:
        problems: what was wrong, none of it fatal.
        found: the schema that the file had.
        heading: the table `session` as it was read; None in a new file.
        pages: how it stands in its file.
    """

    session: Session
    history: list[Entry]
    problems: list[Problem]
    found: Schema
    heading: Row[Heading] | None
    pages: Pages


def load(data: bytes, path: Path) -> Loaded:
    """The session in `data`, which is from the file at `path`.

    Raises:
        NotASession: when it can't be used, with every problem.
    """
    problems = [Problem("byte_order_mark", level="noted")] if data.startswith(BOM_UTF8) else []
    tables = decode(data, path)
    found = _schema(tables, path)
    tables, _ = migrate(tables, found)
    headings = read_table("session", tables["session"], Heading)
    heading = _heading(headings, path)
    read: dict[str, Table[Any]] = {name: read_table(name, tables.get(name, {}), kind) for name, kind in TABLES.items()}
    read["history"] = read_table("history", tables.get("history", {}), Entry)
    session = assemble(_bare(heading.record), read)
    history = _unbroken(read["history"])
    for table in (headings, *read.values()):
        problems.extend(table.problems)
    problems.extend(remarks(session, read))
    others = {name: table for name, table in tables.items() if name not in KNOWN}
    return Loaded(session, history, problems, found, heading, Pages(read, others))


def heading_of(session: Session, revision: int, read: Row[Heading] | None = None) -> list[bytes]:
    """The rows of the table `session` of the file, with the fields that this version did not know in `read`."""
    schema = max(CURRENT, read.record.schema) if read else CURRENT
    heading = Heading(
        id=session.id,
        title=session.title,
        ambition=session.ambition,
        scale=session.scale,
        schema=schema,
        revision=revision,
    )
    fields = encode_value(heading)
    if read:
        carry_over(Heading, read.source, fields, read.unreadable)
    return [row(read.number if read else 1, fields)]


def _schema(tables: Tables, path: Path) -> Schema:
    """The schema that a file says to have, which must be known before anything else can be read."""
    records = tables.get("session", {})
    if len(records) != 1:
        raise NotASession(path, [Problem("several_sessions" if records else "no_session", "session")])
    ((number, record),) = records.items()
    try:
        return msgspec.convert(record.get("schema"), Schema)
    except msgspec.ValidationError:
        raise NotASession(path, [Problem("bad_schema", f"session/{number}/schema")]) from None


def _heading(headings: Table[Heading], path: Path) -> Row[Heading]:
    if not headings.rows:
        fatal = [msgspec.structs.replace(each, level="fatal") for each in headings.problems]
        raise NotASession(path, fatal)
    heading = headings.rows[0]
    if not _is_usable(heading.record.scale):
        heading.record = msgspec.structs.replace(heading.record, scale=POINTS)
        heading.unreadable += ("scale",)
        headings.tell(heading, "bad_value", "scale")
    return heading


def _is_usable(scale: Scale) -> bool:
    return is_sane(scale.low) and (scale.high is None or (is_sane(scale.high) and scale.high > scale.low))


def _bare(heading: Heading) -> Session:
    return Session(id=heading.id, title=heading.title, ambition=heading.ambition, scale=heading.scale)


def _unbroken(history: Table[Entry]) -> list[Entry]:
    """The latest entries without a gap; what comes before a gap is left aside, since it leads nowhere."""
    rows = sorted(history.rows, key=lambda each: each.record.revision)
    start = len(rows)
    while start and (start == len(rows) or rows[start - 1].record.revision == rows[start].record.revision - 1):
        start -= 1
    for each in rows[:start]:
        history.aside[str(each.number)] = each.source
    history.rows = rows[start:]
    first = history.rows[0].record.revision if history.rows else 1
    if first != 1:
        history.problems.append(Problem("history_gap", "history", "repaired", details={"revision": str(first)}))
    return [each.record for each in history.rows]
