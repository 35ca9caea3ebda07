"""Two copies that went apart: all that both did is kept, and only what both altered is asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from mgtui.domain.changes import Add, Change, Draft, parts
from mgtui.domain.grounding import ground
from mgtui.domain.history import Entry, replay
from mgtui.domain.merging import Joined, join, parting
from mgtui.domain.session import Delivered, Session
from mgtui.domain.verbs import common, items, meetings, review

START = datetime(2026, 3, 3, 10, 0, tzinfo=UTC)


class Copy:
    """A session with its history; `apart` is where it parted from another."""

    def __init__(self, who: str, like: Copy | None = None) -> None:
        self.who = who
        self.session: Session = like.session if like else Session(id="s")
        self.history: list[Entry] = list(like.history) if like else []

    def do(self, doing: Callable[[Session], Change]) -> None:
        change = ground(self.session, doing(self.session))
        draft = Draft(self.session)
        draft.make(change)
        self.session = draft.session
        number = len(self.history) + 1
        at = START + timedelta(minutes=number)
        self.history.append(Entry(revision=number, at=at, by=self.who, client=self.who, seq=number, change=change))


def two() -> tuple[Copy, Copy]:
    """Two copies of a session of two partners with an item each."""
    begun = Copy("Ana")
    begun.do(lambda _s: Add("partners", {"id": "p1", "name": "De Linde"}))
    begun.do(lambda _s: Add("partners", {"id": "p2", "name": "Kompas"}))
    begun.do(lambda s: items.add_item(s, "i1", "p1", "take", "rust"))
    begun.do(lambda s: items.add_item(s, "i2", "p2", "bring", "geld"))
    return Copy("Ana", begun), Copy("Joost", begun)


def joined(a: Copy, b: Copy, *, theirs: bool = False) -> Joined:
    apart = parting(a.session, a.history, b.session, b.history)
    assert apart
    found = join(a.session, a.history, apart, apart.conflicts if theirs else ())
    assert replay(Session(id="s"), found.history) == found.session
    assert [each.revision for each in found.history] == list(range(1, len(found.history) + 1))
    return found


def test_what_either_did_alone_is_kept_without_asking() -> None:
    a, b = two()
    a.do(lambda s: items.set_weight(s, "i1", Decimal(4)))
    b.do(lambda s: items.set_weight(s, "i2", Decimal(2)))
    b.do(lambda s: items.add_item(s, "i3", "p2", "take", "naam"))
    apart = parting(a.session, a.history, b.session, b.history)
    assert apart
    assert apart.shared == 4
    assert apart.conflicts == ()
    session = joined(a, b).session
    assert [session.items[each].weight for each in ("i1", "i2")] == [Decimal(4), Decimal(2)]
    assert session.items["i3"].text == "naam"


def test_what_the_other_did_keeps_its_author_and_its_moment() -> None:
    a, b = two()
    a.do(lambda s: items.set_weight(s, "i1", Decimal(4)))
    b.do(lambda s: items.set_weight(s, "i2", Decimal(2)))
    last = joined(a, b).history[-1]
    assert (last.by, last.at, last.revision) == ("Joost", b.history[-1].at, 6)


def test_a_field_that_both_altered_is_asked_and_either_can_hold() -> None:
    a, b = two()
    a.do(lambda s: items.set_weight(s, "i1", Decimal(4)))
    b.do(lambda s: items.set_weight(s, "i1", Decimal(2)))
    b.do(lambda s: items.toggle_certainty(s, "i1"))
    apart = parting(a.session, a.history, b.session, b.history)
    assert apart
    (conflict,) = apart.conflicts
    assert (conflict.table, conflict.id, conflict.field) == ("items", "i1", "weight")
    assert (conflict.was, conflict.a, conflict.b) == (None, Decimal(4), Decimal(2))
    for theirs, weight in ((False, 4), (True, 2)):
        item = joined(a, b, theirs=theirs).session.items["i1"]
        assert (item.weight, item.certainty) == (Decimal(weight), "uncertain")


def test_the_same_done_twice_is_no_conflict() -> None:
    a, b = two()
    for copy in (a, b):
        copy.do(lambda s: items.set_weight(s, "i1", Decimal(4)))
    apart = parting(a.session, a.history, b.session, b.history)
    assert apart
    assert apart.conflicts == ()
    assert len(joined(a, b).left) == 1


def test_what_one_removed_and_the_other_worked_on_is_asked() -> None:
    a, b = two()
    a.do(lambda _s: common.remove("items", "i1"))
    b.do(lambda s: items.set_weight(s, "i1", Decimal(2)))
    assert "i1" not in joined(a, b).session.items
    assert joined(a, b, theirs=True).session.items["i1"].weight == 2


def test_removing_what_the_other_left_alone_is_not_asked() -> None:
    a, b = two()
    a.do(lambda s: items.set_weight(s, "i2", Decimal(4)))
    b.do(lambda _s: common.remove("items", "i1"))
    apart = parting(a.session, a.history, b.session, b.history)
    assert apart
    assert apart.conflicts == ()
    assert set(joined(a, b).session.items) == {"i2"}


def test_new_items_under_a_partner_that_the_other_removed_are_asked_and_can_be_kept() -> None:
    a, b = two()
    a.do(lambda _s: common.remove("partners", "p1"))
    b.do(lambda s: items.add_item(s, "i3", "p1", "take", "naam"))
    assert "p1" not in joined(a, b).session.partners
    kept = joined(a, b, theirs=True).session
    assert kept.items["i3"].partner == "p1"


def test_a_meeting_of_the_other_closes_at_its_place_in_the_joined_history() -> None:
    a, b = two()
    a.do(lambda s: items.set_weight(s, "i1", Decimal(4)))
    b.do(lambda s: meetings.start_meeting(s, "m1", START, len(b.history)))
    b.do(lambda s: items.set_weight(s, "i2", Decimal(2)))
    b.do(lambda s: meetings.close_meeting(s, "m1", START, len(b.history)))
    found = joined(a, b)
    at = found.session.meetings["m1"].closed_revision
    assert at is not None
    (last,) = parts(found.history[at - 1].change)
    assert last == parts(b.history[-2].change)[0]


def test_two_sessions_without_a_history_in_common_are_no_copies() -> None:
    a, b = two()
    assert parting(a.session, a.history, b.session, b.history[1:]) is None
    assert parting(a.session, a.history, Session(id="other"), b.history) is None


def looking_back() -> tuple[Copy, Copy]:
    """The same two, which agreed on an item before they parted and look back on it now."""
    begun, _other = two()
    for meeting in ("m1", "m2"):
        begun.do(lambda s, meeting=meeting: meetings.start_meeting(s, meeting, START, len(begun.history)))  # type: ignore[misc]
        begun.do(lambda s: items.set_status(s, "i1", "agreed"))
    return Copy("Ana", begun), Copy("Joost", begun)


def test_what_either_answered_in_a_review_is_kept_without_asking() -> None:
    a, b = looking_back()
    a.do(lambda s: review.answer_delivery(s, "i1", "yes", START, "Ana"))
    b.do(lambda s: review.answer_worth(s, "i1", "doubt", START, "Joost"))
    apart = parting(a.session, a.history, b.session, b.history)
    assert apart
    assert apart.conflicts == ()
    item = joined(a, b).session.items["i1"]
    assert (item.status, item.delivery["m2"].answer, item.worth["m2"].answer) == ("delivered", "yes", "doubt")


def test_the_same_answer_given_twice_is_not_asked() -> None:
    a, b = looking_back()
    a.do(lambda s: review.answer_worth(s, "i1", "yes", START, "Ana"))
    b.do(lambda s: review.answer_worth(s, "i1", "yes", START + timedelta(days=1), "Joost"))
    apart = parting(a.session, a.history, b.session, b.history)
    assert apart
    assert apart.conflicts == ()


@pytest.mark.parametrize(("ours", "others"), [("yes", "partly"), ("partly", "yes")])
def test_whether_an_item_was_delivered_goes_with_the_answer_that_holds(ours: Delivered, others: Delivered) -> None:
    a, b = looking_back()
    a.do(lambda s: review.answer_delivery(s, "i1", ours, START, "Ana"))
    b.do(lambda s: review.answer_delivery(s, "i1", others, START, "Joost"))
    apart = parting(a.session, a.history, b.session, b.history)
    assert apart
    assert [each.field for each in apart.conflicts] == ["delivery.m2"]
    for theirs, answer in ((False, ours), (True, others)):
        item = joined(a, b, theirs=theirs).session.items["i1"]
        status = "delivered" if answer == "yes" else "agreed"
        assert (item.delivery["m2"].answer, item.status) == (answer, status)
