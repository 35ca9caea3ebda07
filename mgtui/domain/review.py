"""The review of a follow-up meeting: of each item that was on the table, has it come, and is it still worth it?

Invariant: where a review was left off is what has not been answered at this meeting, so that it can be left and
resumed by anyone, and shared by several people at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Literal

from msgspec import Struct

from mgtui.domain.session import Item, Meeting, Session
from mgtui.domain.visibility import is_nameless

Question = Literal["delivery", "worth"]


class Asked(Struct, frozen=True, kw_only=True):
    """One question about one item.

    Attributes:
        answer: "yes", "partly", "doubt" or "no" as it was answered at this meeting; None while it was not.
        before: what was answered at the latest meeting before this one that has an answer.
    """

    item: Item
    question: Question
    answer: str | None = None
    before: str | None = None

    @property
    def key(self) -> tuple[str, Question]:
        """Which question it is: the item's id and what is asked of it."""
        return self.item.id, self.question


def reviewed_at(session: Session) -> Meeting | None:
    """The meeting that looks back: the latest, unless it is the first."""
    meetings = session.meetings_in_order
    return meetings[-1] if len(meetings) > 1 else None


def review(session: Session, before: Session | None = None) -> list[Asked]:
    """Every question of the review, partner by partner, take before bring.

    Has it come? is asked of what was agreed on; is it still worth it? of all that was on the table. What is covered or
    has no words for whoever looks is left out, and so is what had been dropped before this meeting.

    Args:
        session: the session as it stands.
        before: as the meeting before left it; None when that is not known.
    """
    meeting = reviewed_at(session)
    if meeting is None:
        return []
    earlier = [each.id for each in session.meetings_in_order[:-1]]
    return [
        asked
        for partner in session.partners_in_order
        for item in (*session.column(partner.id, "take"), *session.column(partner.id, "bring"))
        for asked in _questions(item, meeting.id, earlier, before)
    ]


def next_open(asked: Sequence[Asked], after: tuple[str, str] | None = None) -> Asked | None:
    """The first question without an answer below the one called `after`, else from the top; None when all have one."""
    keys: list[tuple[str, str]] = [each.key for each in asked]
    start = keys.index(after) + 1 if after in keys else 0
    return next((each for each in (*asked[start:], *asked[:start]) if each.answer is None), None)


def _questions(item: Item, meeting: str, earlier: Sequence[str], before: Session | None) -> Iterator[Asked]:
    is_answered = meeting in item.delivery or meeting in item.worth
    if item.covered or is_nameless(item) or (before and item.id not in before.items and not is_answered):
        return
    if item.status == "dropped" and not is_answered:
        return
    then = before.items[item.id] if before and item.id in before.items else item
    if then.status == "agreed" or meeting in item.delivery:
        yield Asked(item=item, question="delivery", answer=_came(item, meeting), before=_last(item.delivery, earlier))
    yield Asked(item=item, question="worth", answer=_worth(item, meeting), before=_last(item.worth, earlier))


def _came(item: Item, meeting: str) -> str | None:
    """What was answered, or that it was marked as delivered or dropped without being asked."""
    if meeting in item.delivery:
        return item.delivery[meeting].answer
    return {"delivered": "yes", "dropped": "no"}.get(item.status)


def _worth(item: Item, meeting: str) -> str | None:
    if meeting in item.worth:
        return item.worth[meeting].answer
    return "no" if item.status == "dropped" else None


def _last(answers: dict[str, Any], earlier: Sequence[str]) -> str | None:
    return next((answers[each].answer for each in reversed(earlier) if each in answers), None)
