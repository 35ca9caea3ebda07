"""Whatever people do to a session can be undone, replayed, sent and refused without a trace."""

from __future__ import annotations

import json
from datetime import timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mgtui.domain.balance import balance
from mgtui.domain.changes import Add, Batch, Change, Move, Remove, Set, apply, inverse, parts
from mgtui.domain.difference import difference
from mgtui.domain.grounding import ground, overwritten
from mgtui.domain.history import Entry, replay
from mgtui.domain.refusal import Refused
from mgtui.domain.session import TABLES, Item, Link, Partner, Session
from mgtui.domain.soundness import refuse_unsound
from tests.domain.strategies import MOMENT, SEVERAL, changes, sessions


def state(session: Session) -> bytes:
    return msgspec.json.encode(session, order="deterministic")


def grounded(session: Session, change: Change) -> Change | None:
    try:
        return ground(session, change)
    except Refused:
        return None


def two_linked() -> Session:
    """Two partners, of which one brings what the other takes."""
    return Session(
        id="s",
        partners={each: Partner(id=each, name=each) for each in "pq"},
        items={
            "a": Item(id="a", partner="p", direction="bring", text="our hall"),
            "b": Item(id="b", partner="q", direction="take", text="a place to meet"),
        },
        links={"ab": Link(id="ab", bring="a", take="b")},
    )


@SEVERAL
@given(sessions(), st.data())
def test_a_change_and_then_its_inverse_gives_back_the_session(session: Session, data: st.DataObject) -> None:
    change = grounded(session, data.draw(changes(session.scale)))
    if change:
        assert apply(apply(session, change), inverse(change)) == session
        assert inverse(inverse(change)) == change


@SEVERAL
@given(sessions(), st.data())
def test_what_is_grounded_leaves_the_session_sound(session: Session, data: st.DataObject) -> None:
    refuse_unsound(session)
    change = grounded(session, data.draw(changes(session.scale)))
    if change:
        refuse_unsound(apply(session, change))


@SEVERAL
@given(sessions(), st.data())
def test_what_is_grounded_stays_as_it_is_when_grounded_again(session: Session, data: st.DataObject) -> None:
    change = grounded(session, data.draw(changes(session.scale)))
    if change:
        after = apply(session, change)
        assert apply(session, ground(session, change)) == after
        assert not overwritten(session, change)


@SEVERAL
@given(sessions(), st.data())
def test_no_change_alters_the_session_it_is_made_to(session: Session, data: st.DataObject) -> None:
    before = state(session)
    change = grounded(session, data.draw(changes(session.scale)))
    if change:
        apply(session, change)
    assert state(session) == before


@SEVERAL
@given(sessions(), st.data())
def test_replaying_the_history_gives_the_session(start: Session, data: st.DataObject) -> None:
    session, entries = start, list[Entry]()
    for change in data.draw(st.lists(changes(start.scale), max_size=6)):
        made = grounded(session, change)
        if made:
            session = apply(session, made)
            at = MOMENT + timedelta(minutes=len(entries))
            entry = Entry(revision=len(entries) + 1, at=at, by="Ana", client="ana", seq=len(entries), change=made)
            entries.append(entry)
    assert replay(start, entries) == session


@SEVERAL
@given(sessions(), st.data())
def test_a_change_survives_the_way_over_the_wire(session: Session, data: st.DataObject) -> None:
    submitted = data.draw(changes(session.scale))
    for change in (submitted, grounded(session, submitted)):
        if change:
            assert msgspec.json.decode(msgspec.json.encode(change), type=Change) == change


@SEVERAL
@given(st.data())
def test_what_makes_one_session_into_another_can_be_submitted(data: st.DataObject) -> None:
    before = data.draw(sessions())
    after = data.draw(sessions(before.scale))
    change = difference(before, after)
    assert apply(before, change) == after
    assert apply(before, ground(before, change)) == after


@SEVERAL
@given(sessions(), st.data())
def test_no_order_of_independent_changes_matters_to_the_balance(session: Session, data: st.DataObject) -> None:
    made = [grounded(session, each) for each in data.draw(st.lists(changes(session.scale), min_size=2, max_size=4))]
    independent: list[Change] = []
    touched: set[str] = set()
    for change in made:
        if change and not touched & (named := _named(change)):
            independent.append(change)
            touched |= named
    forth = apply(session, Batch(tuple(independent)))
    shuffled = data.draw(st.permutations(independent))
    assert balance(apply(session, Batch(tuple(shuffled)))) == balance(forth)


def _named(change: Change) -> set[str]:
    """Every table and record that `change` speaks of, in any of its values."""
    text = msgspec.json.encode(change).decode()
    return {each.id for each in parts(change)} | {name for name in "abcdefg" if f'"{name}"' in text}


def test_removing_a_partner_takes_along_what_cannot_be_without_it() -> None:
    session = two_linked()
    change = ground(session, Remove("partners", "p"))
    after = apply(session, change)
    assert (set(after.items), after.links, set(after.partners)) == ({"b"}, {}, {"q"})
    assert apply(after, inverse(change)) == session


def test_an_item_that_moves_to_the_other_column_leaves_its_links() -> None:
    session = two_linked()
    after = apply(session, ground(session, Move("items", "a", {"direction": "take"})))
    assert after.links == {}


def test_setting_the_column_of_an_item_is_moving_it() -> None:
    session = two_linked()
    set_, move = Set("items", "a", "direction", "take"), Move("items", "a", {"direction": "take"})
    assert ground(session, set_) == ground(session, move)


def test_two_items_that_change_places_in_one_batch_keep_their_link() -> None:
    session = two_linked()
    swap = Batch((Move("items", "a", {"partner": "q"}), Move("items", "b", {"partner": "p"})))
    after = apply(session, ground(session, swap))
    assert after.links == session.links
    assert (after.items["a"].partner, after.items["b"].partner) == ("q", "p")


def test_removing_what_is_gone_already_does_nothing() -> None:
    assert ground(two_linked(), Remove("items", "z")) == Batch(())


def test_setting_what_a_field_is_already_does_nothing() -> None:
    assert ground(two_linked(), Set("items", "a", "text", "our hall", "something else")) == Batch(())


def test_a_batch_may_set_fields_of_what_it_adds() -> None:
    session = two_linked()
    new = Add("items", {"id": "c", "partner": "p", "direction": "take", "text": "rent"})
    batch = Batch((new, Set("items", "c", "weight", "3")))
    assert overwritten(session, batch) == []
    assert apply(session, ground(session, batch)).items["c"].weight == 3


def test_the_grounded_change_knows_what_it_replaced() -> None:
    change = ground(two_linked(), Set("items", "a", "text", "the gym", "our room"))
    assert change == Set("items", "a", "text", "the gym", "our hall")


def test_a_change_based_on_an_old_value_is_told_apart() -> None:
    session = two_linked()
    assert [each.value for each in overwritten(session, Set("items", "a", "text", "the gym", "our room"))] == [
        "our hall"
    ]
    assert overwritten(session, Set("items", "a", "text", "the gym", "our hall")) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (Set("nothing", "a", "text", "x"), "unknown_table"),
        (Set("items", "a", "colour", "x"), "unknown_field"),
        (Set("items", "a", "id", "x"), "unknown_field"),
        (Set("session", "s", "items", {}), "unknown_field"),
        (Move("items", "a", {"text": "x"}), "unknown_field"),
        (Move("links", "ab", {"order": "x"}), "unknown_field"),
        (Set("items", "z", "text", "x"), "gone"),
        (Add("items", {"id": "a", "partner": "p", "direction": "take", "text": "x"}), "exists"),
        (Add("items", {"id": "c", "partner": "z", "direction": "take", "text": "x"}), "missing_reference"),
        (Add("items", {"partner": "p", "direction": "take", "text": "x"}), "bad_value"),
        (Set("items", "a", "partner", "z"), "missing_reference"),
        (Set("items", "a", "partner", 7), "bad_value"),
        (Set("stakeholders", "z", "answers.m", None), "gone"),
        (Set("items", "a", "certainty", "perhaps"), "bad_value"),
        (Set("items", "a", "text", "\ud800"), "bad_value"),
        (Set("items", "a", "text", "x" * 2_001), "too_long"),
        (Set("items", "a", "weight", "a lot"), "bad_value"),
        (Set("items", "a", "weight", "NaN"), "not_a_number"),
        (Set("items", "a", "weight", "2.5"), "not_whole"),
        (Set("items", "a", "weight", "0"), "below_scale"),
        (Set("items", "a", "weight", "6"), "above_scale"),
        (Set("partners", "p", "reserve", "Infinity"), "not_a_number"),
        (Set("partners", "p", "reserve", "1e15"), "above_scale"),
        (Set("partners", "p", "reserve", "0.0000001"), "too_precise"),
        (Add("links", {"id": "x", "bring": "b", "take": "a"}), "wrong_direction"),
        (Add("links", {"id": "x", "bring": "a", "take": "b"}), "already_linked"),
        (Set("session", "s", "scale", {"low": "5", "high": "1"}), "bad_value"),
    ],
)
def test_what_cannot_be_is_refused_and_leaves_all_untouched(change: Change, code: str) -> None:
    session = two_linked()
    before = state(session)
    with pytest.raises(Refused) as refused:
        ground(session, change)
    assert refused.value.code == code
    with pytest.raises(Refused):
        ground(session, Batch((Set("session", "s", "title", "Together"), change)))
    assert state(session) == before


def test_a_scale_on_which_a_weight_does_not_lie_is_refused_by_the_items_name() -> None:
    session = apply(two_linked(), ground(two_linked(), Set("items", "a", "weight", "5")))
    with pytest.raises(Refused) as refused:
        ground(session, Set("session", "s", "scale", {"high": "4"}))
    assert (refused.value.code, refused.value.details["name"]) == ("scale_in_use", "our hall")


def test_an_item_cannot_serve_the_interest_of_another_partner() -> None:
    session = two_linked()
    theirs = Add("interests", {"id": "i", "partner": "q", "side": "organisational", "text": "pupils"})
    session = apply(session, ground(session, theirs))
    with pytest.raises(Refused, match="others_interest"):
        ground(session, Set("items", "a", "interests", ["i"]))


def test_a_change_is_plain_data_on_the_wire() -> None:
    sent = json.loads(msgspec.json.encode(Set("items", "a", "weight", "3", None)))
    assert sent == {"do": "set", "table": "items", "id": "a", "field": "weight", "value": "3", "was": None}


def test_every_table_can_be_changed() -> None:
    session = two_linked()
    for table in TABLES:
        with pytest.raises(Refused, match="gone"):
            ground(session, Set(table, "nobody", "note", "x"))
