"""What people do with the ambition: word it, name the means it takes, cover them, and say whether they are willing."""

from __future__ import annotations

from typing import Any

from mgtui.domain.changes import Add, Change, Set, as_batch, encode_record
from mgtui.domain.session import Means, Session, Willing, in_order
from mgtui.domain.verbs.common import move_by, order_after, set_field

WILLINGNESS: tuple[Willing | None, ...] = (None, "yes", "doubt", "no")


def set_ambition(session: Session, text: str) -> Set:
    """What the partners want together, in other words."""
    return set_field(session, "session", session.id, "ambition", text)


def add_means(session: Session, identity: str, text: str, after: str | None = None, **fields: Any) -> Add:
    """Something else that the ambition takes; `fields` as in `Means`."""
    key = order_after(in_order(session.means.values()), after)
    return Add("means", encode_record(Means(id=identity, text=text, order=key, **fields)))


def cover(session: Session, means: str, item: str) -> Set:
    """A bring item covers a means."""
    covering = session.means[means].covered_by
    return set_field(session, "means", means, "covered_by", covering if item in covering else (*covering, item))


def uncover(session: Session, means: str, item: str) -> Set:
    """A bring item no longer covers a means."""
    kept = tuple(each for each in session.means[means].covered_by if each != item)
    return set_field(session, "means", means, "covered_by", kept)


def toggle_cover(session: Session, means: str, item: str) -> Set:
    """A bring item covers a means, or no longer does."""
    return (uncover if item in session.means[means].covered_by else cover)(session, means, item)


def reorder_means(session: Session, means: str, steps: int) -> Change | None:
    """A means moves down the list by `steps` (up when negative); None when it is at the end already."""
    return move_by("means", in_order(session.means.values()), means, steps)


def set_willing(session: Session, partner: str, willing: Willing | None, reason: str | None = None) -> Change:
    """Whether a partner is willing to put in what the ambition takes, with its reason if that is given."""
    answer = set_field(session, "partners", partner, "willing", willing)
    if reason is None:
        return answer
    return as_batch([answer, set_field(session, "partners", partner, "willing_reason", reason)])


def next_willing(session: Session, partner: str) -> Set:
    """A partner goes on to the next answer: yes, doubt, no, and not said again."""
    at = WILLINGNESS.index(session.partners[partner].willing)
    return set_field(session, "partners", partner, "willing", WILLINGNESS[(at + 1) % len(WILLINGNESS)])
