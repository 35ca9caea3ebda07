"""What people do with take and bring items: put them on the table, weigh, move and link them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from mgtui.domain.changes import Add, Batch, Change, Move, Set, as_batch
from mgtui.domain.fields import encode_value
from mgtui.domain.session import KINDS, STATUSES, Direction, Item, Session, Status
from mgtui.domain.verbs.common import move_by, order_after, orders_after, set_field


def add_item(
    session: Session,
    identity: str,
    partner: str,
    direction: Direction,
    text: str,
    after: str | None = None,
    **fields: Any,
) -> Add:
    """A new item in a partner's column, under the item `after` or at the end; `fields` as in `Item`."""
    key = order_after(session.column(partner, direction), after)
    return Add("items", _fields(identity, partner, direction, text, key, fields))


def add_items(
    session: Session,
    new: Iterable[tuple[str, str]],
    partner: str,
    direction: Direction,
    after: str | None = None,
    **fields: Any,
) -> Batch:
    """Several new items, given as (id, text), in their order under the item `after`."""
    pairs = list(new)
    keys = orders_after(session.column(partner, direction), after, len(pairs))
    rows = zip(pairs, keys, strict=True)
    return Batch(tuple(Add("items", _fields(id_, partner, direction, text, key, fields)) for (id_, text), key in rows))


def set_weight(session: Session, item: str, weight: Decimal | None) -> Set:
    """An item gets a weight, or none."""
    return set_field(session, "items", item, "weight", weight)


def step_weight(session: Session, item: str, steps: int) -> Set:
    """An item's weight goes up by `steps` (down when negative) and stays on the scale; from none it starts at low."""
    scale = session.scale
    weight = session.items[item].weight
    start = scale.low - (1 if steps > 0 else 0) if weight is None else weight
    stepped = max(scale.low, start + steps)
    return set_weight(session, item, stepped if scale.high is None else min(scale.high, stepped))


def toggle_certainty(session: Session, item: str) -> Set:
    """A firm item becomes uncertain, an uncertain one firm."""
    firm = session.items[item].certainty == "firm"
    return set_field(session, "items", item, "certainty", "uncertain" if firm else "firm")


def toggle_private(session: Session, item: str) -> Set:
    """An item becomes private, or is no longer."""
    return set_field(session, "items", item, "private", not session.items[item].private)


def hide_next(session: Session, item: str) -> Change:
    """An open item becomes private, a private one covered, and a covered one open.

    While a writing round is about it a covered item stays so, and becomes private as well or is no longer.
    """
    record, going_on = session.items[item], session.current_round
    if record.covered and going_on and going_on.direction in (None, record.direction):
        return toggle_private(session, item)
    if record.covered:
        return set_field(session, "items", item, "covered", False)
    if record.private:
        open_again = set_field(session, "items", item, "private", False)
        return as_batch([open_again, set_field(session, "items", item, "covered", True)])
    return toggle_private(session, item)


def next_kind(session: Session, item: str) -> Set:
    """An item becomes of the next kind, round and round."""
    at = KINDS.index(session.items[item].kind)
    return set_field(session, "items", item, "kind", KINDS[(at + 1) % len(KINDS)])


def status_after(status: Status) -> Status:
    """The status after `status`: proposed, agreed, delivered, dropped, and proposed again."""
    return STATUSES[(STATUSES.index(status) + 1) % len(STATUSES)]


def reorder(session: Session, item: str, steps: int) -> Change | None:
    """An item moves down its column by `steps` (up when negative); None when it is at the end already."""
    record = session.items[item]
    return move_by("items", session.column(record.partner, record.direction), item, steps)


def move_item(session: Session, item: str, partner: str, direction: Direction, after: str | None = None) -> Move:
    """An item moves to a column, under the item `after` or at its end."""
    record = session.items[item]
    column = [each for each in session.column(partner, direction) if each.id != item]
    to = {"partner": partner, "direction": direction, "order": order_after(column, after)}
    return Move("items", item, to, {"partner": record.partner, "direction": record.direction, "order": record.order})


def link(identity: str, bring: str, take: str) -> Add:
    """Bring item `bring` delivers take item `take`."""
    return Add("links", {"id": identity, "bring": bring, "take": take})


def toggle_from_collaboration(session: Session, item: str) -> Set:
    """A take item comes from the collaboration itself, so that nobody needs to bring it, or it no longer does."""
    return set_field(session, "items", item, "from_collaboration", not session.items[item].from_collaboration)


def set_status(session: Session, item: str, status: Status) -> Set:
    """An item is proposed, agreed, delivered or dropped."""
    return set_field(session, "items", item, "status", status)


def drop(session: Session, item: str, reason: str) -> Change:
    """An item leaves the deal, and why."""
    told = set_field(session, "items", item, "dropped_reason", reason)
    return as_batch([told, set_status(session, item, "dropped")])


def _fields(
    identity: str, partner: str, direction: Direction, text: str, order: str, fields: dict[str, Any]
) -> dict[str, Any]:
    item = Item(id=identity, partner=partner, direction=direction, text=text, order=order, **fields)
    encoded: dict[str, Any] = encode_value(item)
    return encoded
