"""What people do when they look back on an item: say whether it came, whether it is still worth it, or drop it."""

from __future__ import annotations

from datetime import datetime

from mgtui.domain.changes import Change, as_batch
from mgtui.domain.review import Question, reviewed_at
from mgtui.domain.session import Delivered, Delivery, Item, Session, Status, Willing, Worth
from mgtui.domain.verbs.common import set_field
from mgtui.domain.verbs.items import drop, set_status


def answer_delivery(session: Session, item: str, answer: Delivered, at: datetime, by: str = "") -> Change:
    """Whether what was promised came; one that did is delivered from now on, one that did not is agreed on as before.

    Raises:
        ValueError: when the session has no follow-up meeting.
    """
    given = set_field(session, "items", item, f"delivery.{_meeting(session)}", Delivery(answer=answer, at=at, by=by))
    status: Status = "delivered" if answer == "yes" else "agreed"
    return as_batch([given, set_status(session, item, status)])


def answer_worth(session: Session, item: str, answer: Willing, at: datetime, by: str = "") -> Change:
    """Whether an item is still worth it; what was dropped comes back when it is.

    Raises:
        ValueError: when the session has no follow-up meeting.
    """
    meeting = _meeting(session)
    given = set_field(session, "items", item, f"worth.{meeting}", Worth(answer=answer, at=at, by=by))
    record = session.items[item]
    if record.status != "dropped" or answer == "no":
        return given
    return as_batch([given, set_status(session, item, _status_before(record, meeting))])


def take_back(session: Session, item: str, question: Question) -> Change:
    """A question has no answer any more; what counted as delivered through it no longer does.

    Raises:
        ValueError: when the session has no follow-up meeting.
    """
    meeting, record = _meeting(session), session.items[item]
    gone = set_field(session, "items", item, f"{question}.{meeting}", None)
    if question == "delivery" and meeting in record.delivery and record.status == "delivered":
        return as_batch([gone, set_status(session, item, "agreed")])
    return gone


def drop_at_review(session: Session, item: str, reason: str, at: datetime, by: str = "") -> Change:
    """An item leaves the deal because it is not worth it any more, and why.

    Raises:
        ValueError: when the session has no follow-up meeting.
    """
    return as_batch([answer_worth(session, item, "no", at, by), drop(session, item, reason)])


def _meeting(session: Session) -> str:
    meeting = reviewed_at(session)
    if meeting is None:
        raise ValueError("a review looks back on an earlier meeting, and there is none")
    return meeting.id


def _status_before(item: Item, meeting: str) -> Status:
    if meeting not in item.delivery:
        return "proposed"
    return "delivered" if item.delivery[meeting].answer == "yes" else "agreed"
