"""How far the conversation is."""

from __future__ import annotations

from hypothesis import given

from mgtui.domain.changes import Set
from mgtui.domain.conversation import STEPS, TaskCode, conversation, next_step
from mgtui.domain.session import Interest, Means, Partner, Session, Stakeholder
from mgtui.domain.verbs import agreements, ambition, interests, meetings
from mgtui.domain.verbs.communication import note_answer, tell_all
from tests.domain.deals import NOON, after, bring, deal, take
from tests.domain.strategies import SEVERAL, sessions

TABLE = deal(
    take("pupils", "p", "4"),
    bring("hall", "p", "2", private=True),
    take("place", "q", "4"),
    bring("buses", "q", "2"),
)


def test_the_first_meeting_is_the_first_and_others_follow_up() -> None:
    session = after(TABLE, meetings.start_meeting(TABLE, "m1", NOON, 3, "Start", ["Ana"]))
    assert session.meetings["m1"].kind == "first"
    session = after(session, meetings.start_meeting(session, "m2", NOON.replace(month=9), 9))
    assert (session.meetings["m2"].kind, session.meetings["m2"].opened_revision) == ("follow_up", 9)


def test_closing_a_meeting_fixes_its_revision_and_resuming_frees_it() -> None:
    session = after(TABLE, meetings.start_meeting(TABLE, "m1", NOON, 3))
    closed = after(session, meetings.close_meeting(session, "m1", NOON.replace(hour=14), 40))
    assert (closed.meetings["m1"].closed_revision, closed.current_meeting) == (40, None)
    assert after(closed, meetings.resume_meeting(closed, "m1")) == session


def state_of(session: Session) -> dict[str, str]:
    return {each.step: each.state for each in conversation(session)}


def open_tasks(session: Session, step: str) -> list[TaskCode]:
    (found,) = (each for each in conversation(session) if each.step == step)
    return [task.code for task in found.open]


def test_an_empty_session_has_every_step_before_it() -> None:
    assert tuple(state_of(deal())) == STEPS
    assert set(state_of(deal()).values()) == {"untouched"}
    assert next_step(deal()) == "ambition"


def test_each_step_tells_what_is_still_open() -> None:
    session = deal(
        Partner(id="r", name="R"),
        take("a", "p", None),
        bring("b", "p", covered=True),
        Interest(id="i", partner="p", side="organisational", text="x"),
        Means(id="m", text="money"),
        ambition="grow",
    )
    assert open_tasks(session, "ambition") == ["means_covered", "willingness_said", "willingness_said"]
    assert open_tasks(session, "interests") == ["interest_told", "interest_met"]
    assert open_tasks(session, "take") == ["something_taken", "items_weighed"]
    assert open_tasks(session, "bring") == ["something_brought", "something_brought", "items_revealed"]
    assert open_tasks(session, "stakeholders") == ["stakeholders_named", "stakeholders_named"]
    assert state_of(session)["interests"] == "begun"


def test_a_whole_conversation_is_done() -> None:
    session = after(TABLE, ambition.add_means(TABLE, "m", "a place to meet", covered_by=("hall",)))
    session = after(
        session,
        ambition.set_ambition(session, "grow together"),
        *(ambition.set_willing(session, each, "yes") for each in "pq"),
        interests.add_interest(session, "i", "p", "organisational", "stay open"),
        interests.add_interest(session, "j", "q", "organisational", "grow"),
        Set("items", "pupils", "interests", ["i"]),
        Set("items", "place", "interests", ["j"]),
        meetings.start_meeting(session, "m1", NOON, 1),
        agreements.add_agreement(session, "a", "one calendar", partners=("p",)),
    )
    for partner in "pq":
        stakeholder = Stakeholder(id=f"s{partner}", partner=partner, name="Parents")
        session = Session(
            **{name: getattr(session, name) for name in session.__struct_fields__ if name != "stakeholders"},
            stakeholders={**session.stakeholders, stakeholder.id: stakeholder},
        )
    for each in session.stakeholders:
        session = after(session, tell_all(session, each, NOON))
        session = after(session, note_answer(session, each, "valued", NOON))
    session = after(session, agreements.confirm(session, "a", "p", NOON))
    assert state_of(session) == dict.fromkeys(STEPS, "done")
    assert next_step(session) is None


@SEVERAL
@given(sessions())
def test_every_step_can_be_told_of_any_session(session: Session) -> None:
    for each in conversation(session):
        assert each.tasks
        assert (each.state == "done") == (not each.open)
