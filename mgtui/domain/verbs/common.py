"""What all kinds of records have in common: setting a field, removing, and a place in a list."""

from __future__ import annotations

from typing import Any

from mgtui.domain import order
from mgtui.domain.changes import Change, Move, Remove, Set, as_batch, current_value
from mgtui.domain.fields import encode_value
from mgtui.domain.session import Ordered, Session


def set_field(session: Session, table: str, identity: str, field: str, value: Any) -> Set:
    """Field `field` of a record becomes `value`; table "session" is the session itself.

    Raises:
        Refused: when there is no such record or field.
    """
    change = Set(table, identity, field, encode_value(value))
    return Set(table, identity, field, change.value, current_value(session, change))


def remove(table: str, identity: str) -> Remove:
    """A record goes, with all that can't exist without it."""
    return Remove(table, identity)


def order_after(records: list[Ordered], anchor: str | None) -> str:
    """The key for a place in the ordered `records`: after the one with id `anchor`, at the end when it is None."""
    return orders_after(records, anchor, 1)[0]


def orders_after(records: list[Ordered], anchor: str | None, count: int) -> list[str]:
    """`count` keys in order for a place after the record `anchor`; at the end when it is None or not there."""
    orders = [record.order for record in records]
    before = next((r.order for r in records if r.id == anchor), orders[-1] if orders else "")
    after = next((each for each in orders if each and order.has_room(before, each)), "")
    return order.spread(count, before, after)


def move_by(table: str, records: list[Ordered], identity: str, steps: int) -> Change | None:
    """One record of the ordered `records` moves `steps` places down (up when negative); None when it can't.

    Where there is no place between two others, since a file gave them equal keys, all records get new ones.
    """
    at = next(place for place, record in enumerate(records) if record.id == identity)
    to: int = max(0, min(len(records) - 1, at + steps))
    if to == at:
        return None
    others: list[Ordered] = [record for record in records if record.id != identity]
    try:
        key = _key_at(others, to)
    except ValueError:
        others.insert(to, records[at])
        return _in_this_order(table, others)
    return Move(table, identity, {"order": key}, {"order": records[at].order})


def _key_at(records: list[Ordered], place: int) -> str:
    """The key for a record between those at `place` - 1 and `place`.

    Raises:
        ValueError: when there is no room.
    """
    if place == len(records):
        return order.between(records[-1].order, "")
    if not records[place].order:
        raise ValueError("there is no room before a record without a key")
    return order.between(records[place - 1].order if place else "", records[place].order)


def _in_this_order(table: str, records: list[Ordered]) -> Change:
    keys = zip(records, order.spread(len(records)), strict=True)
    return as_batch([Move(table, r.id, {"order": key}, {"order": r.order}) for r, key in keys if r.order != key])
