"""Small sessions in one line each: records that go to the table they belong to."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from mgtui.domain.changes import Change, apply
from mgtui.domain.grounding import ground
from mgtui.domain.history import Entry
from mgtui.domain.session import TABLES, Item, Meeting, Partner, Record, Session

NOON = datetime(2025, 3, 4, 12, tzinfo=UTC)


def deal(*records: Record, **fields: Any) -> Session:
    """A session of `records`; a partner that items name is there without being given."""
    tables: dict[str, dict[str, Record]] = {name: {} for name in TABLES}
    for record in records:
        name = next(name for name, kind in TABLES.items() if isinstance(record, kind))
        tables[name][record.id] = record
        partner = getattr(record, "partner", "")
        if partner and partner not in tables["partners"]:
            tables["partners"][partner] = Partner(id=partner, name=partner.upper())
    return Session(id="s", **tables, **fields)  # type: ignore[arg-type]


def take(identity: str, partner: str, weight: str | None = "3", **fields: Any) -> Item:
    """A take item with its own id as text."""
    return _item(identity, partner, "take", weight, fields)


def bring(identity: str, partner: str, weight: str | None = "1", **fields: Any) -> Item:
    """A bring item with its own id as text."""
    return _item(identity, partner, "bring", weight, fields)


def meeting(identity: str, month: int = 3, **fields: Any) -> Meeting:
    """A meeting at noon in `month`."""
    kind = fields.pop("kind", "first" if month == 3 else "follow_up")
    return Meeting(id=identity, kind=kind, opened=NOON.replace(month=month), **fields)


def after(session: Session, *changes: Change | None) -> Session:
    """The session after `changes`, each grounded."""
    for change in changes:
        if change is not None:
            session = apply(session, ground(session, change))
    return session


def entries(session: Session, *made: Change, by: str = "Ana") -> tuple[Session, list[Entry]]:
    """The session after changes, and their history."""
    history = []
    for number, change in enumerate(made, 1):
        grounded = ground(session, change)
        session = apply(session, grounded)
        at = NOON + timedelta(minutes=number)
        history.append(Entry(revision=number, at=at, by=by, client=by.lower(), seq=number, change=grounded))
    return session, history


def _item(identity: str, partner: str, direction: str, weight: str | None, fields: dict[str, Any]) -> Item:
    shown = fields.pop("text", identity)
    value = None if weight is None else Decimal(weight)
    return Item(id=identity, partner=partner, direction=direction, text=shown, weight=value, **fields)  # type: ignore[arg-type]
