"""What people do with interests: say why they are at the table, and turn that into something to take."""

from __future__ import annotations

from typing import Any

from mgtui.domain.changes import Add, Change, Set, as_batch, encode_record
from mgtui.domain.session import Interest, Session, Side
from mgtui.domain.verbs.common import order_after, set_field
from mgtui.domain.verbs.items import add_item

MOST_IMPORTANT = 5


def add_interest(
    session: Session, identity: str, partner: str, side: Side, text: str, after: str | None = None, **fields: Any
) -> Add:
    """A new interest of `partner`; a personal one starts private. `fields` as in `Interest`."""
    key = order_after(session.interests_of(partner), after)
    private = fields.pop("private", side == "personal")
    interest = Interest(id=identity, partner=partner, side=side, text=text, order=key, private=private, **fields)
    return Add("interests", encode_record(interest))


def take_from_interest(session: Session, identity: str, interest: str) -> Add:
    """An interest becomes a take item that serves it, last in its column; private if the interest is."""
    why = session.interests[interest]
    fields: dict[str, Any] = {"interests": (interest,), "private": why.private}
    return add_item(session, identity, why.partner, "take", why.text, **fields)


def toggle_serves(session: Session, item: str, interest: str) -> Set:
    """A take item serves an interest, or no longer does."""
    served = session.items[item].interests
    after = tuple(each for each in served if each != interest) if interest in served else (*served, interest)
    return set_field(session, "items", item, "interests", after)


def set_importance(session: Session, interest: str, importance: int | None) -> Set:
    """How much an interest matters to its partner: 1 (slight) to 5 (vital), or not said."""
    return set_field(session, "interests", interest, "importance", importance)


def next_importance(session: Session, interest: str) -> Set:
    """An interest matters one more, and after the most it has not been said again."""
    now = session.interests[interest].importance or 0
    return set_importance(session, interest, now + 1 if now < MOST_IMPORTANT else None)


def toggle_private_interest(session: Session, interest: str) -> Set:
    """An interest becomes private, or is no longer."""
    return set_field(session, "interests", interest, "private", not session.interests[interest].private)


def toggle_side(session: Session, interest: str) -> Change:
    """An interest of the organisation becomes a personal one, and private; or the other way round, private as it is."""
    if session.interests[interest].side == "personal":
        return set_field(session, "interests", interest, "side", "organisational")
    private = set_field(session, "interests", interest, "private", True)
    return as_batch([private, set_field(session, "interests", interest, "side", "personal")])
