"""Which records point at which: the one list that removals, moves and the soundness check all go by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from mgtui.domain.session import Item, Link, Record, Session

Holds = Literal["one", "list", "entries"]


class Reference(Struct, frozen=True):
    """Field `field` of table `table` names records of table `target`.

    "one": it names exactly one and can't exist without it. "list" and "entries": it names any number and goes on
    without one that is removed.
    """

    table: str
    field: str
    target: str
    holds: Holds


REFERENCES: tuple[Reference, ...] = (
    Reference("interests", "partner", "partners", "one"),
    Reference("items", "partner", "partners", "one"),
    Reference("items", "interests", "interests", "list"),
    Reference("items", "delivery", "meetings", "entries"),
    Reference("items", "worth", "meetings", "entries"),
    Reference("links", "bring", "items", "one"),
    Reference("links", "take", "items", "one"),
    Reference("means", "covered_by", "items", "list"),
    Reference("stakeholders", "partner", "partners", "one"),
    Reference("stakeholders", "answers", "meetings", "entries"),
    Reference("agreements", "partners", "partners", "list"),
    Reference("agreements", "items", "items", "list"),
    Reference("agreements", "confirmations", "partners", "entries"),
    Reference("meetings", "spoken", "partners", "entries"),
)

_OF_TABLE = {each.table: tuple(other for other in REFERENCES if other.table == each.table) for each in REFERENCES}


def named_in(record: Record, reference: Reference) -> tuple[str, ...]:
    """The ids that `record` names in the field of `reference`."""
    value = getattr(record, reference.field)
    return (value,) if reference.holds == "one" else tuple(value)


def dangling(session: Session, table: str, record: Record) -> Iterator[tuple[Reference, str]]:
    """Every id in `record` that names a record which is not there."""
    for reference in _OF_TABLE.get(table, ()):
        there = getattr(session, reference.target)
        for each in named_in(record, reference):
            if each not in there:
                yield reference, each


def others_interests(session: Session, item: Item) -> list[str]:
    """The interests that `item` says to serve though they are another partner's; those that are not there aside."""
    served = (session.interests[each] for each in item.interests if each in session.interests)
    return [interest.id for interest in served if interest.partner != item.partner]


def link_flaw(session: Session, link: Link) -> Literal["wrong_direction", "same_partner"] | None:
    """Why `link` is none, or None: it runs from a bring item of one partner to a take item of another."""
    bring, take = session.items[link.bring], session.items[link.take]
    if bring.direction != "bring" or take.direction != "take":
        return "wrong_direction"
    return "same_partner" if bring.partner == take.partner else None


def links_of(session: Session, item: Item) -> list[Link]:
    """The links that begin or end at `item`."""
    return [link for link in session.links.values() if item.id in (link.bring, link.take)]
