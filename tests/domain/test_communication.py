"""What each partner tells those behind it, when that goes stale, and when it is asked again."""

from __future__ import annotations

import pytest
from hypothesis import given

from mgtui.domain.changes import Change, Remove, Set
from mgtui.domain.communication import (
    PARTS,
    Part,
    Progress,
    answer_state,
    check_state,
    check_states,
    latest_answer,
    progress,
    progress_by_partner,
    progress_of,
    story,
)
from mgtui.domain.session import Interest, Session, Stakeholder
from mgtui.domain.verbs.ambition import set_ambition
from mgtui.domain.verbs.common import set_field
from mgtui.domain.verbs.communication import note_answer, tell, tell_all, toggle_told
from mgtui.domain.verbs.items import add_item, set_status, set_weight, toggle_certainty
from tests.domain.deals import NOON, after, bring, deal, meeting, take
from tests.domain.strategies import SEVERAL, sessions

TABLE = deal(
    take("pupils", "p"),
    bring("autonomy", "p"),
    take("hall", "q"),
    bring("budget", "q"),
    Interest(id="why", partner="p", side="organisational", text="stay open"),
    Stakeholder(id="parents", partner="p", name="Parents"),
    Stakeholder(id="board", partner="q", name="Board"),
    meeting("spring"),
    ambition="all schools open",
)
TOLD = after(TABLE, tell_all(TABLE, "parents", NOON, "Ana"))


def states(session: Session) -> dict[Part, str]:
    return {part: check_state(session, session.stakeholders["parents"], part) for part in PARTS}


def test_nothing_is_told_at_first() -> None:
    assert set(states(TABLE).values()) == {"open"}
    assert progress(TABLE) == Progress(done=0, total=10)


def test_all_parts_can_be_told_at_once() -> None:
    assert set(states(TOLD).values()) == {"told"}
    assert progress_of(TOLD, "p") == Progress(done=4, total=5)


@pytest.mark.parametrize(
    ("change", "stale"),
    [
        (set_field(TABLE, "items", "pupils", "text", "more pupils"), {"take"}),
        (set_weight(TABLE, "autonomy", None), {"bring"}),
        (toggle_certainty(TABLE, "pupils"), {"take"}),
        (set_status(TABLE, "pupils", "dropped"), {"take"}),
        (set_field(TABLE, "items", "pupils", "covered", True), {"take"}),
        (add_item(TABLE, "new", "p", "bring", "our gym"), {"bring"}),
        (set_field(TABLE, "items", "budget", "text", "half the budget"), {"others"}),
        (Remove("partners", "q"), {"others"}),
        (set_ambition(TABLE, "three schools open"), {"why"}),
        (set_field(TABLE, "interests", "why", "text", "grow"), {"why"}),
        # what changes nothing in this partner's story
        (set_weight(TABLE, "hall", None), set()),
        (set_status(TABLE, "pupils", "delivered"), set()),
        (set_field(TABLE, "items", "pupils", "note", "ask Ben"), set()),
        (set_field(TABLE, "items", "pupils", "order", "V"), set()),
        (add_item(TABLE, "new", "p", "bring", "our gym", private=True), set()),
        (add_item(TABLE, "new", "q", "bring", "their gym", covered=True), set()),
        (set_field(TABLE, "partners", "p", "note", "shy"), set()),
    ],
)
def test_a_story_is_stale_once_what_it_tells_has_changed(change: Change, stale: set[Part]) -> None:
    now = states(after(TOLD, change))
    assert {part for part, state in now.items() if state == "stale"} == stale
    assert progress(after(TOLD, change)).stale == len(stale)


def test_a_story_that_is_changed_back_is_true_again() -> None:
    changed = after(TOLD, set_weight(TOLD, "pupils", None))
    assert states(after(changed, set_weight(changed, "pupils", TOLD.items["pupils"].weight))) == states(TOLD)


def test_a_weight_written_otherwise_tells_the_same_story() -> None:
    assert story(after(TABLE, Set("items", "pupils", "weight", "3.0")), "p", "take") == story(TABLE, "p", "take")


def test_telling_again_makes_it_told() -> None:
    changed = after(TOLD, set_weight(TOLD, "pupils", None))
    assert states(after(changed, tell(changed, "parents", "take", NOON)))["take"] == "told"


def test_a_tick_goes_on_and_off_and_renews_what_is_stale() -> None:
    ticked = after(TABLE, toggle_told(TABLE, "parents", "why", NOON))
    assert states(ticked)["why"] == "told"
    assert states(after(ticked, toggle_told(ticked, "parents", "why", NOON)))["why"] == "open"
    stale = after(ticked, set_ambition(ticked, "grow"))
    assert states(after(stale, toggle_told(stale, "parents", "why", NOON)))["why"] == "told"


def test_an_answer_counts_at_the_meeting_where_it_was_given() -> None:
    answered = after(TOLD, note_answer(TOLD, "parents", "valued", NOON, "Ana"))
    assert answer_state(answered, answered.stakeholders["parents"]) == "valued"
    assert progress_of(answered, "p") == Progress(done=5, total=5)


def test_valued_then_is_not_valued_now() -> None:
    answered = after(TOLD, note_answer(TOLD, "parents", "valued", NOON))
    later = Session(
        **{name: getattr(answered, name) for name in answered.__struct_fields__ if name != "meetings"},
        meetings={**answered.meetings, "autumn": meeting("autumn", 9)},
    )
    parents = later.stakeholders["parents"]
    assert answer_state(later, parents) == "ask_again"
    assert latest_answer(later, parents) == parents.answers["spring"]
    assert progress_of(later, "p").done == 4
    renewed = after(later, note_answer(later, "parents", "doubt", NOON))
    assert answer_state(renewed, renewed.stakeholders["parents"]) == "doubt"
    assert set(renewed.stakeholders["parents"].answers) == {"spring", "autumn"}


def test_an_objection_stands_until_there_is_another_answer() -> None:
    objecting = after(TABLE, note_answer(TABLE, "parents", "objects", NOON))
    assert progress(objecting).objections == 1
    doubting = after(objecting, note_answer(objecting, "parents", "doubt", NOON))
    assert progress(doubting).objections == 0


def test_an_answer_can_be_taken_back() -> None:
    answered = after(TABLE, note_answer(TABLE, "parents", "valued", NOON))
    assert after(answered, note_answer(answered, "parents", None, NOON)) == TABLE


def test_an_answer_needs_a_meeting() -> None:
    with pytest.raises(ValueError, match="meeting"):
        note_answer(after(TABLE, Remove("meetings", "spring")), "parents", "valued", NOON)


@SEVERAL
@given(sessions())
def test_the_whole_is_the_sum_of_its_partners(session: Session) -> None:
    whole = Progress()
    for partner in session.partners:
        whole = whole + progress_of(session, partner)
    assert whole == progress(session)
    assert set(progress_by_partner(session)) == set(session.partners)


@SEVERAL
@given(sessions())
def test_stakeholders_stand_the_same_asked_one_by_one_and_together(session: Session) -> None:
    for partner in session.partners:
        for identity, together in check_states(session, partner).items():
            alone = {part: check_state(session, session.stakeholders[identity], part) for part in PARTS}
            assert together == alone
