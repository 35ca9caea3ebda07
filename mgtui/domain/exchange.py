"""The give-and-take between partners: who delivers what to whom, what nobody brings and what nobody takes.

Value is created where a bring that is light for the giver serves a take that is heavy for the receiver.
"""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

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


def deliveries(session: Session) -> list[Delivery]:
    """All links between live items, those that create most value first, those without weights last."""
    found = []
    for link in session.links.values():
        bring, take = session.items[link.bring], session.items[link.take]
        if bring.is_live and take.is_live:
            created = None if bring.weight is None or take.weight is None else take.weight - bring.weight
            found.append(Delivery(link=link, bring=bring, take=take, created=created))
    return sorted(found, key=lambda d: (d.created is None, -(d.created or 0), d.link.id))


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
