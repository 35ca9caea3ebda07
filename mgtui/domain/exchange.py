"""The give-and-take between partners: who delivers what to whom, what nobody brings and what nobody takes.

Value is created where a bring that is light for the giver serves a take that is heavy for the receiver.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct

from mgtui.domain.balance import column_total
from mgtui.domain.interval import Interval
from mgtui.domain.session import Item, Link, Session


class Delivery(Struct, frozen=True, kw_only=True):
    """One link with its two ends.

    Attributes:
        created: worth to the receiver minus cost to the giver; None while either has no weight.
    """

    link: Link
    bring: Item
    take: Item
    created: Decimal | None


class Cell(Struct, frozen=True, kw_only=True):
    """What one partner delivers to another.

    Attributes:
        deliveries: the links, those that create most value first.
        worth: of the take items that are served, each counted once, in the receiver's eyes.
        cost: of the bring items that serve them, each counted once, in the giver's eyes.
    """

    deliveries: tuple[Delivery, ...]
    worth: Interval
    cost: Interval


def deliveries(session: Session) -> list[Delivery]:
    """All links between live items, those that create most value first, those without weights last."""
    found = []
    for link in session.links.values():
        bring, take = session.items[link.bring], session.items[link.take]
        if bring.is_live and take.is_live:
            created = None if bring.weight is None or take.weight is None else take.weight - bring.weight
            found.append(Delivery(link=link, bring=bring, take=take, created=created))
    return sorted(found, key=lambda d: (d.created is None, -(d.created or 0), d.link.id))


def matrix(session: Session) -> dict[tuple[str, str], Cell]:
    """The cells of the give-and-take matrix that hold anything, by giver and receiver; never the diagonal."""
    cells: dict[tuple[str, str], list[Delivery]] = {}
    for delivery in deliveries(session):
        cells.setdefault((delivery.bring.partner, delivery.take.partner), []).append(delivery)
    return {place: _cell(session, found) for place, found in cells.items()}


def wishes(session: Session) -> list[Item]:
    """Live take items that no live bring item serves and that don't come from the collaboration itself, as read."""
    served = {link.take for link in session.links.values() if session.items[link.bring].is_live}
    wished = (each for each in session.items.values() if each.direction == "take" and not each.from_collaboration)
    return _as_read(session, (each for each in wished if each.is_live and each.id not in served))


def gifts(session: Session) -> list[Item]:
    """Live bring items that serve no live take item, as read."""
    serving = {link.bring for link in session.links.values() if session.items[link.take].is_live}
    items = session.items.values()
    return _as_read(session, (i for i in items if i.direction == "bring" and i.is_live and i.id not in serving))


def from_collaboration(session: Session) -> list[Item]:
    """Live take items that come from the collaboration itself, as read."""
    items = session.items.values()
    return _as_read(session, (i for i in items if i.from_collaboration and i.direction == "take" and i.is_live))


def _as_read(session: Session, items: Iterable[Item]) -> list[Item]:
    """`items` in the order in which they are read on the board; the tables' own differs from one program to another."""
    order = {partner.id: partner.order for partner in session.partners.values()}
    return sorted(items, key=lambda item: (order[item.partner], item.partner, item.order, item.id))


def _cell(session: Session, found: list[Delivery]) -> Cell:
    takes = {delivery.take.id: delivery.take for delivery in found}
    brings = {delivery.bring.id: delivery.bring for delivery in found}
    return Cell(
        deliveries=tuple(found),
        worth=column_total(takes.values(), session.scale),
        cost=column_total(brings.values(), session.scale),
    )
