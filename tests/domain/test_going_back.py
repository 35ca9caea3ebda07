"""Going back to an earlier revision: a new change that undoes, keeps what was held, and shows nothing hidden."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mgtui.domain.changes import Change, Set, apply, inverse, parts
from mgtui.domain.difference import difference
from mgtui.domain.going_back import back_to, record_back_to
from mgtui.domain.grounding import ground
from mgtui.domain.history import Entry, replay
from mgtui.domain.refusal import Refused
from mgtui.domain.scale import POINTS
from mgtui.domain.session import Session
from mgtui.domain.soundness import refuse_unsound
from mgtui.domain.verbs import agreements, common, interests, items, meetings, partners
from mgtui.domain.verbs import review as reviews
from tests.domain import strategies

MARCH = datetime(2026, 3, 3, tzinfo=UTC)


class Worked:
    """A session that comes about step by step."""

    def __init__(self) -> None:
        self.session = Session(id="s")
        self.entries: list[Entry] = []

    def do(self, doing: Callable[[Session], Change]) -> int:
        """Do it; returns its revision."""
        change = ground(self.session, doing(self.session))
        self.session = apply(self.session, change)
        number = len(self.entries) + 1
        at = MARCH + timedelta(minutes=number)
        self.entries.append(Entry(revision=number, at=at, by="Ana", client="a", seq=number, change=change))
        return number

    def at(self, revision: int) -> Session:
        """The session then."""
        return replay(Session(id="s"), self.entries[:revision])


@pytest.fixture
def worked() -> Worked:
    """Two partners with an item each, linked, and an agreement that rests on one."""
    of = Worked()
    of.do(lambda _s: partners.begin("s", "Samen", [("p", "De Linde"), ("q", "Het Kompas")], MARCH, "m1"))
    of.do(lambda s: items.add_item(s, "give", "p", "bring", "lokalen", weight=Decimal(2)))
    of.do(lambda s: items.add_item(s, "get", "q", "take", "ruimte", weight=Decimal(4)))
    of.do(lambda _s: items.link("l", "give", "get"))
    of.do(lambda s: agreements.add_agreement(s, "a", "sleutel geven", items=("give",)))
    return of


def test_the_whole_session_is_as_it_was(worked: Worked) -> None:
    then = len(worked.entries)
    worked.do(lambda s: items.set_weight(s, "get", Decimal(1)))
    worked.do(lambda _s: common.remove("partners", "p"))
    worked.do(lambda s: common.set_field(s, "session", "s", "title", "Anders"))
    worked.do(lambda s: back_to(s, worked.entries, then))
    assert worked.session == worked.at(then)
    assert worked.session.links


def test_going_back_is_one_change_that_can_be_undone(worked: Worked) -> None:
    worked.do(lambda _s: common.remove("items", "give"))
    before = worked.session
    worked.do(lambda s: back_to(s, worked.entries, 5))
    assert apply(worked.session, inverse(worked.entries[-1].change)) == before


def test_a_meeting_that_was_held_stays_held_with_what_was_agreed_on_taken_back(worked: Worked) -> None:
    worked.do(lambda s: meetings.start_meeting(s, "m2", MARCH + timedelta(days=90), 5))
    worked.do(lambda s: reviews.answer_worth(s, "get", "doubt", MARCH))
    worked.do(lambda s: back_to(s, worked.entries, 5))
    assert set(worked.session.meetings) == {"m1", "m2"}
    assert worked.session.items["get"].worth == {}


def test_what_was_answered_at_a_meeting_that_was_removed_comes_back_with_it(worked: Worked) -> None:
    worked.do(lambda s: meetings.start_meeting(s, "m2", MARCH + timedelta(days=90), 5))
    then = worked.do(lambda s: reviews.answer_worth(s, "get", "doubt", MARCH))
    worked.do(lambda _s: common.remove("meetings", "m2"))
    worked.do(lambda s: back_to(s, worked.entries, then))
    assert worked.session.items["get"].worth["m2"].answer == "doubt"


def test_what_is_covered_now_keeps_its_words_and_its_cover(worked: Worked) -> None:
    worked.do(lambda s: items.add_item(s, "new", "q", "take", "geheim", covered=True, author="bo"))
    worked.do(lambda s: common.set_field(s, "items", "get", "covered", True))
    worked.do(lambda s: back_to(s, worked.entries, 2))
    assert worked.session.items["new"].text == "geheim"
    assert worked.session.items["get"].covered


def test_what_was_revealed_is_not_covered_again(worked: Worked) -> None:
    then = worked.do(lambda s: items.add_item(s, "new", "q", "take", "geheim", covered=True, author="bo"))
    worked.do(lambda s: common.set_field(s, "items", "new", "covered", False))
    worked.do(lambda s: items.set_weight(s, "new", Decimal(3)))
    worked.do(lambda s: back_to(s, worked.entries, then))
    assert not worked.session.items["new"].covered
    assert worked.session.items["new"].weight is None


def test_who_covered_an_item_is_not_undone_with_it(worked: Worked) -> None:
    before = worked.do(lambda session: common.set_field(session, "items", "get", "private", True))
    worked.do(lambda session: common.set_field(session, "items", "get", "author", "bo"))
    worked.do(lambda session: common.set_field(session, "items", "get", "private", False))
    change = back_to(worked.session, worked.entries, before)
    assert [(part.id, part.field) for part in parts(change) if isinstance(part, Set)] == [("get", "private")]
    assert apply(worked.session, change).items["get"].author == "bo"


def test_what_became_private_stays_private(worked: Worked) -> None:
    worked.do(lambda s: interests.add_interest(s, "i", "p", "organisational", "rust"))
    then = len(worked.entries)
    worked.do(lambda s: common.set_field(s, "interests", "i", "private", True))
    worked.do(lambda s: common.set_field(s, "items", "get", "private", True))
    worked.do(lambda s: common.set_field(s, "items", "get", "text", "zaal"))
    worked.do(lambda s: back_to(s, worked.entries, then))
    assert worked.session.items["get"].text == "ruimte"
    assert worked.session.items["get"].private
    assert worked.session.interests["i"].private


def test_one_item_goes_back_and_the_rest_stays(worked: Worked) -> None:
    worked.do(lambda s: items.set_weight(s, "get", Decimal(1)))
    worked.do(lambda s: items.set_weight(s, "give", Decimal(5)))
    worked.do(lambda s: record_back_to(s, worked.entries, 5, "items", "get"))
    assert (worked.session.items["get"].weight, worked.session.items["give"].weight) == (Decimal(4), Decimal(5))


def test_an_item_that_was_removed_comes_back_without_what_is_gone(worked: Worked) -> None:
    worked.do(lambda s: interests.add_interest(s, "i", "q", "organisational", "rust"))
    then = worked.do(lambda s: interests.toggle_serves(s, "get", "i"))
    worked.do(lambda _s: common.remove("interests", "i"))
    worked.do(lambda _s: common.remove("items", "get"))
    worked.do(lambda s: record_back_to(s, worked.entries, then, "items", "get"))
    assert worked.session.items["get"].interests == ()


def test_where_a_record_was_not_there_yet_there_is_nothing_to_go_back_to(worked: Worked) -> None:
    assert not parts(record_back_to(worked.session, worked.entries, 1, "items", "get"))


@given(strategies.sessions(POINTS), st.lists(strategies.changes(POINTS), max_size=6), st.integers(0, 7))
def test_from_anywhere_back_to_anywhere_is_sound_and_can_be_undone(
    start: Session, changes: list[Change], revision: int
) -> None:
    worked = Worked()
    worked.do(lambda s: difference(s, start))
    for change in changes:
        with suppress(Refused):
            worked.do(partial(_as_given, change))
    change = ground(worked.session, back_to(worked.session, worked.entries, min(revision, len(worked.entries))))
    after = apply(worked.session, change)
    refuse_unsound(after)
    assert apply(after, inverse(change)) == worked.session


def _as_given(change: Change, _session: Session) -> Change:
    return change
