"""The review of a follow-up meeting: what is asked of what, where it was left off, and what an answer does."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from mgtui.domain.changes import Change, apply, inverse
from mgtui.domain.grounding import ground
from mgtui.domain.review import next_open, review, reviewed_at
from mgtui.domain.session import Item, Session
from mgtui.domain.verbs import common, items, meetings, partners
from mgtui.domain.verbs import review as verbs

MARCH, JUNE = datetime(2026, 3, 3, tzinfo=UTC), datetime(2026, 6, 9, tzinfo=UTC)


def done(session: Session, *changes: Change) -> Session:
    for change in changes:
        session = apply(session, ground(session, change))
    return session


@pytest.fixture
def before() -> Session:
    """One partner that was promised i1, may take i2, and let i3 go, at the end of the first meeting."""
    session = done(Session(id="s"), partners.begin("s", "Samen", [("p1", "De Linde")], MARCH, "m1"))
    for identity in ("i1", "i2", "i3"):
        session = done(session, items.add_item(session, identity, "p1", "take", identity, weight=Decimal(3)))
    session = done(session, items.set_status(session, "i1", "agreed"), items.drop(session, "i3", "te duur"))
    return done(session, meetings.close_meeting(session, "m1", MARCH, 9))


@pytest.fixture
def now(before: Session) -> Session:
    """The same at the beginning of the second meeting."""
    return done(before, meetings.start_meeting(before, "m2", JUNE, 10))


def keys(session: Session, before: Session) -> list[tuple[str, str]]:
    return [each.key for each in review(session, before)]


def test_the_first_meeting_has_nothing_to_look_back_on(before: Session) -> None:
    assert reviewed_at(before) is None
    assert review(before) == []
    with pytest.raises(ValueError, match="earlier meeting"):
        verbs.answer_worth(before, "i1", "yes", JUNE)


def test_what_was_promised_is_asked_twice_and_the_rest_once(now: Session, before: Session) -> None:
    assert keys(now, before) == [("i1", "delivery"), ("i1", "worth"), ("i2", "worth")]


def test_what_was_put_on_the_table_at_this_meeting_is_not_asked(now: Session, before: Session) -> None:
    added = done(now, items.add_item(now, "i4", "p1", "take", "nieuw"), items.set_status(now, "i2", "agreed"))
    assert keys(added, before) == keys(now, before)


def test_covered_and_nameless_items_are_not_asked(now: Session, before: Session) -> None:
    covered = done(now, common.set_field(now, "items", "i1", "covered", True))
    hidden = {**covered.items, "i2": Item(id="i2", partner="p1", direction="take", text="", private=True)}
    assert keys(Session(id="s", partners=now.partners, items=hidden, meetings=now.meetings), before) == []


def test_what_came_is_delivered_and_what_did_not_is_still_agreed(now: Session) -> None:
    came = done(now, verbs.answer_delivery(now, "i1", "yes", JUNE, "Ana"))
    assert came.items["i1"].status == "delivered"
    assert came.items["i1"].delivery["m2"].by == "Ana"
    partly = done(came, verbs.answer_delivery(came, "i1", "partly", JUNE))
    assert partly.items["i1"].status == "agreed"


def test_an_answer_that_is_taken_back_leaves_all_as_it_was(now: Session) -> None:
    came = done(now, verbs.answer_delivery(now, "i1", "yes", JUNE))
    assert done(came, verbs.take_back(came, "i1", "delivery")) == now
    change = ground(now, verbs.answer_delivery(now, "i1", "yes", JUNE))
    assert apply(apply(now, change), inverse(change)) == now


def test_what_is_not_worth_it_any_more_is_dropped_with_its_reason_and_comes_back_when_it_is(
    now: Session, before: Session
) -> None:
    gone = done(now, verbs.drop_at_review(now, "i2", "kost te veel tijd", JUNE))
    assert (gone.items["i2"].status, gone.items["i2"].dropped_reason) == ("dropped", "kost te veel tijd")
    assert [each.answer for each in review(gone, before) if each.item.id == "i2"] == ["no"]
    back = done(gone, verbs.answer_worth(gone, "i2", "doubt", JUNE))
    assert back.items["i2"].status == "proposed"


def test_where_it_was_left_off_is_the_first_question_without_an_answer(now: Session, before: Session) -> None:
    some = done(now, verbs.answer_delivery(now, "i1", "no", JUNE), verbs.answer_worth(now, "i2", "yes", JUNE))
    left = next_open(review(some, before))
    assert left
    assert left.key == ("i1", "worth")
    assert next_open(review(some, before), after=("i2", "worth")) == left
    whole = done(some, verbs.answer_worth(some, "i1", "yes", JUNE))
    assert next_open(review(whole, before)) is None


def test_each_meeting_asks_anew_and_knows_what_was_said_before(now: Session) -> None:
    june = done(now, verbs.answer_worth(now, "i2", "doubt", JUNE))
    september = done(june, meetings.start_meeting(june, "m3", datetime(2026, 9, 1, tzinfo=UTC), 20))
    (asked,) = [each for each in review(september, june) if each.item.id == "i2"]
    assert (asked.answer, asked.before) == (None, "doubt")


def test_two_people_who_answer_the_two_questions_of_an_item_keep_both(now: Session) -> None:
    one, other = verbs.answer_delivery(now, "i1", "partly", JUNE), verbs.answer_worth(now, "i1", "yes", JUNE)
    both = done(now, one, other)
    assert both == done(now, other, one)
    assert both.items["i1"].delivery["m2"].answer == "partly"
    assert both.items["i1"].worth["m2"].answer == "yes"
