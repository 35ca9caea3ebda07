"""What all kinds of records have in common: setting a field, removing, and a place in a list."""

from __future__ import annotations

from typing import Any

from mgtui.domain import order
from mgtui.domain.changes import Move, Remove, Set, current_value
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
    after = next((each for each in orders if each > before), "")
    return order.spread(count, before, after)


def order_before_first(records: list[Ordered]) -> str:
    """The key for the first place of the ordered `records`."""
    return order.between("", records[0].order) if records and records[0].order else order_after(records, None)


def move_by(table: str, records: list[Ordered], identity: str, steps: int) -> Move | None:
    """One record of the ordered `records` moves `steps` places down (up when negative); None when it can't."""
    ids = [record.id for record in records]
    at = ids.index(identity)
    to = max(0, min(len(ids) - 1, at + steps))
    if to == at:
        return None
    others = [record for record in records if record.id != identity]
    key = order_before_first(others) if to == 0 else order_after(others, others[to - 1].id)
    return Move(table, identity, {"order": key}, {"order": records[at].order})
