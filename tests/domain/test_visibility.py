"""Nobody sees what is not theirs to see, and the verdicts stay the same for all."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
from hypothesis import given

from mgtui.domain.balance import balance
from mgtui.domain.communication import progress
from mgtui.domain.exchange import deliveries
from mgtui.domain.session import Answer, Interest, Link, Meeting, Session, Stakeholder
from mgtui.domain.soundness import refuse_unsound
from mgtui.domain.visibility import for_documents, for_person, for_viewers, hidden_as_in, is_nameless
from tests.domain.deals import bring, deal, meeting, take
from tests.domain.strategies import SEVERAL, sessions

SECRET = "SECRET"
TABLE = deal(
    take("open", "p", note=SECRET, interests=("mine",)),
    take("private", "p", "4", text=SECRET, private=True, kind="money", note=SECRET, interests=("theirs",)),
    take("covered", "p", "5", text=SECRET, covered=True, author="ana", kind="money"),
    bring("delivers", "q"),
    Link(id="l1", bring="delivers", take="private", note=SECRET),
    Link(id="l2", bring="delivers", take="covered"),
    Interest(id="mine", partner="p", side="personal", text=SECRET, private=True),
    Interest(id="theirs", partner="p", side="organisational", text="stay open"),
    Stakeholder(
        id="parents",
        partner="p",
        name="Parents",
        note=SECRET,
        answers={"spring": Answer(response="valued", at=datetime(2025, 3, 4, tzinfo=UTC), note=SECRET)},
    ),
    Meeting(id="spring", kind="first", opened=datetime(2025, 3, 4, tzinfo=UTC), note=SECRET),
)


def words(session: Session) -> str:
    return msgspec.json.encode(session).decode()


def test_viewers_are_sent_no_private_or_covered_word_and_no_note() -> None:
    shown = for_viewers(TABLE)
    assert SECRET not in words(shown)
    assert "ana" not in words(shown)
    assert "mine" not in shown.interests
    assert shown.items["open"].text == "open"


def test_a_private_item_still_counts_for_viewers() -> None:
    shown = for_viewers(TABLE)
    assert balance(shown).partners[0].margin == balance(TABLE).partners[0].margin
    assert is_nameless(shown.items["private"])


def test_a_covered_item_is_only_counted() -> None:
    covered = for_viewers(TABLE).items["covered"]
    assert is_nameless(covered)
    assert (covered.partner, covered.direction, covered.covered) == ("p", "take", True)
    assert (covered.weight, covered.kind, covered.author) == (None, "other", "")


def test_its_author_sees_what_it_covers_and_others_do_not() -> None:
    assert for_person(TABLE, "ana") is TABLE
    seen = for_person(TABLE, "ben")
    assert is_nameless(seen.items["covered"])
    assert seen.items["private"] == TABLE.items["private"]
    assert set(seen.links) == {"l1"}


def test_a_document_tells_the_private_only_when_asked_and_the_covered_never() -> None:
    assert for_documents(TABLE) == for_viewers(TABLE)
    asked = for_documents(TABLE, with_private=True)
    assert asked.items["private"].text == SECRET
    assert asked.items["covered"].text == ""


def test_what_nobody_is_said_to_have_covered_is_covered_for_all() -> None:
    session = deal(take("a", "p", text=SECRET, covered=True))
    assert SECRET not in words(for_documents(session, with_private=True))
    assert SECRET not in words(for_person(session, "ana"))


def test_what_is_private_now_is_private_in_the_past_too() -> None:
    past = deal(take("private", "p", text=SECRET), take("open", "p"), meeting("spring"))
    shown = for_viewers(hidden_as_in(past, TABLE))
    assert SECRET not in words(shown)
    assert shown.items["open"].text == "open"


@SEVERAL
@given(sessions())
def test_what_viewers_see_is_sound_and_weighs_the_same(session: Session) -> None:
    shown = for_viewers(session)
    refuse_unsound(shown)
    margins = [(each.partner.id, each.take, each.bring, each.verdict) for each in balance(session).partners]
    assert [(each.partner.id, each.take, each.bring, each.verdict) for each in balance(shown).partners] == margins
    assert progress(shown) == progress(session)
    assert [each.link.id for each in deliveries(shown)] == [each.link.id for each in deliveries(session)]


@SEVERAL
@given(sessions())
def test_seeing_less_twice_is_seeing_less_once(session: Session) -> None:
    shown = for_viewers(session)
    assert for_viewers(shown) == shown
    assert all(item.text == "" for item in shown.items.values() if item.private or item.covered)
