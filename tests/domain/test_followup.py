"""What a follow-up meeting looks back on."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from mgtui.domain.balance import balance
from mgtui.domain.changes import Change, Remove, Set, apply, parts
from mgtui.domain.difference import difference
from mgtui.domain.followup import carried_over, kept, state_at, states_at, to_ask_again
from mgtui.domain.grounding import ground
from mgtui.domain.history import Entry
from mgtui.domain.interval import Interval
from mgtui.domain.refusal import Refused
from mgtui.domain.session import Agreement, Link, Session, Stakeholder
from mgtui.domain.verbs import items
from mgtui.domain.verbs.common import set_field
from mgtui.domain.verbs.meetings import close_meeting, start_meeting
from tests.domain.deals import NOON, after, bring, deal, entries, meeting, take
from tests.domain.strategies import MOMENT, SEVERAL, changes, sessions

TABLE = deal(
    take("pupils", "p", "4"),
    bring("hall", "p", "2"),
    take("place", "q", "4"),
    bring("buses", "q", "2"),
    Link(id="l", bring="hall", take="place"),
)


@SEVERAL
@given(sessions(), st.data())
def test_any_revision_can_be_gone_back_to(start: Session, data: st.DataObject) -> None:
    states, history = [start], list[Entry]()
    for change in data.draw(st.lists(changes(start.scale), max_size=5)):
        try:
            made = ground(states[-1], change)
        except Refused:
            continue
        states.append(apply(states[-1], made))
        history.append(Entry(revision=len(states) - 1, at=MOMENT, by="Ana", client="a", seq=len(states), change=made))
    assert states_at(history, range(len(states)), start) == dict(enumerate(states))
    assert state_at(history, len(history) + 5, start) == states[-1]


def test_each_meeting_has_the_balance_it_was_closed_with() -> None:
    empty = Session(id="s")
    now, history = entries(empty, *parts(difference(empty, TABLE)), start_meeting(empty, "m1", NOON, 0))
    revision = len(history)
    steps: list[Change] = [
        close_meeting(now, "m1", NOON, revision),
        items.set_weight(now, "pupils", Decimal(1)),
        start_meeting(now, "m2", NOON.replace(month=9), revision + 2),
    ]
    for step in steps:
        grounded = ground(now, step)
        now = apply(now, grounded)
        history.append(Entry(revision=len(history) + 1, at=MOMENT, by="A", client="a", seq=0, change=grounded))
    closed = now.meetings["m1"].closed_revision
    assert closed == revision
    spring, autumn = balance(state_at(history, closed, empty)), balance(now)
    assert [each.verdict for each in (spring, autumn)] == ["sustainable", "unsustainable"]
    margins = [next(each.margin.low for each in then.partners if each.partner.id == "p") for then in (spring, autumn)]
    assert margins == [Decimal(2), Decimal(-1)]


def test_what_was_promised_is_held_against_what_was_delivered() -> None:
    then = after(TABLE, *(items.set_status(TABLE, each, "agreed") for each in ("hall", "buses", "place")))
    now = after(then, items.set_status(then, "hall", "delivered"), items.add_item(then, "extra", "p", "bring", "extra"))
    now = after(now, items.drop(now, "buses", "too dear"))
    of_p, of_q = kept(now, "p", "bring", then), kept(now, "q", "bring", then)
    assert ([each.id for each in of_p.promised], [each.id for each in of_p.delivered]) == (["hall"], ["hall"])
    assert (of_p.promised_worth, of_p.delivered_worth) == (Interval(Decimal(2), Decimal(2)),) * 2
    assert ([each.id for each in of_q.promised], [each.id for each in of_q.broken]) == (["buses"], ["buses"])
    assert (of_q.promised_worth, of_q.delivered_worth) == (Interval(Decimal(2), Decimal(2)), Interval())
    assert now.items["buses"].dropped_reason == "too dear"


def test_a_promise_that_was_removed_is_broken() -> None:
    then = after(TABLE, items.set_status(TABLE, "hall", "agreed"))
    now = after(then, Remove("items", "hall"))
    assert [each.id for each in kept(now, "p", "bring", then).broken] == ["hall"]
    assert kept(now, "p", "bring").promised == ()


def test_open_agreements_are_carried_over() -> None:
    agreed = deal(Agreement(id="a", text="x"), Agreement(id="b", text="y"))
    now = after(agreed, set_field(agreed, "agreements", "b", "status", "done"))
    now = deal(*now.agreements.values(), Agreement(id="c", text="z"))
    assert [each.id for each in carried_over(now, agreed)] == ["a"]


def test_who_answered_before_is_asked_again() -> None:
    answer = {"response": "valued", "at": NOON.isoformat()}
    session = deal(
        Stakeholder(id="a", partner="p", name="A"), Stakeholder(id="b", partner="p", name="B"), meeting("spring")
    )
    session = after(session, Set("stakeholders", "a", "answers.spring", answer))
    assert to_ask_again(session) == []
    later = after(session, start_meeting(session, "autumn", NOON.replace(month=9), 5))
    assert [each.id for each in to_ask_again(later)] == ["a"]
