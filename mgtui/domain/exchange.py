"""The give-and-take between partners: who delivers what to whom, what nobody brings and what nobody takes.

Value is created where a bring that is light for the giver serves a take that is heavy for the receiver.
"""

from __future__ import annotations

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
    """Live take items that no live bring item serves and that don't come from the collaboration itself."""
    served = {link.take for link in session.links.values() if session.items[link.bring].is_live}
    return [
        item
        for item in session.items.values()
        if item.direction == "take" and item.is_live and not item.from_collaboration and item.id not in served
    ]


def gifts(session: Session) -> list[Item]:
    """Live bring items that serve no live take item."""
    serving = {link.bring for link in session.links.values() if session.items[link.take].is_live}
    return [
        item for item in session.items.values() if item.direction == "bring" and item.is_live and item.id not in serving
    ]


def from_collaboration(session: Session) -> list[Item]:
    """Live take items that come from the collaboration itself."""
    return [
        item for item in session.items.values() if item.from_collaboration and item.direction == "take" and item.is_live
    ]


def _cell(session: Session, found: list[Delivery]) -> Cell:
    takes = {delivery.take.id: delivery.take for delivery in found}
    brings = {delivery.bring.id: delivery.bring for delivery in found}
    return Cell(
        deliveries=tuple(found),
        worth=column_total(takes.values(), session.scale),
        cost=column_total(brings.values(), session.scale),
    )
