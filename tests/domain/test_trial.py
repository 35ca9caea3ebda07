"""A trial shows both verdicts and alters nothing until it is kept."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mgtui.domain.balance import balance
from mgtui.domain.changes import Remove, Set, parts
from mgtui.domain.refusal import Refused
from mgtui.domain.session import Link, Session
from mgtui.domain.trial import ShownTrial, Trial, attempt, keep, lay_over, prospect, step_back, to_show
from mgtui.domain.verbs import items
from tests.domain.deals import after, bring, deal, take
from tests.domain.strategies import SEVERAL, changes, sessions

TABLE = deal(
    take("pupils", "p", "4"),
    bring("hall", "p", "2"),
    take("place", "q", "4"),
    bring("buses", "q", "2"),
    Link(id="l", bring="hall", take="place"),
)


def test_a_trial_shows_both_verdicts_and_alters_nothing() -> None:
    trial = attempt(TABLE, Trial(), items.set_weight(TABLE, "pupils", Decimal(1)))
    seen = prospect(TABLE, trial)
    assert (seen.now.verdict, seen.tried.verdict) == ("sustainable", "unsustainable")
    verdicts = [(each.now and each.now.verdict, each.tried and each.tried.verdict) for each in seen.outlooks]
    assert verdicts == [("gains", "loses"), ("gains", "gains")]


def test_a_trial_that_is_kept_becomes_one_change_of_the_session() -> None:
    trial = attempt(TABLE, Trial(), items.set_weight(TABLE, "pupils", Decimal(1)))
    laid, _ = lay_over(TABLE, trial)
    trial = attempt(TABLE, trial, items.set_weight(laid, "pupils", Decimal(2)))
    change = keep(TABLE, trial)
    assert [(each.id, getattr(each, "was", None)) for each in parts(change)] == [("pupils", "4")]
    assert after(TABLE, change).items["pupils"].weight == 2


def test_a_trial_goes_on_when_the_session_changes_under_it() -> None:
    trial = attempt(TABLE, Trial(), items.set_weight(TABLE, "pupils", Decimal(1)))
    trial = attempt(TABLE, trial, items.set_weight(TABLE, "buses", Decimal(5)))
    meanwhile = after(TABLE, Remove("items", "pupils"), items.toggle_certainty(TABLE, "hall"))
    seen = prospect(meanwhile, trial)
    assert seen.unfit == trial.changes[:1]
    assert (seen.session.items["buses"].weight, seen.session.items["hall"].certainty) == (Decimal(5), "uncertain")


def test_a_trial_can_be_stepped_back_and_refuses_what_the_session_would() -> None:
    trial = attempt(TABLE, Trial(), items.set_weight(TABLE, "pupils", Decimal(1)))
    assert step_back(trial) == Trial()
    assert attempt(TABLE, trial, items.set_weight(TABLE, "pupils", Decimal(1))) is trial
    with pytest.raises(Refused, match="above_scale"):
        attempt(TABLE, trial, items.set_weight(TABLE, "pupils", Decimal(9)))


def test_a_partner_that_a_trial_removes_is_still_compared() -> None:
    seen = prospect(TABLE, attempt(TABLE, Trial(), Remove("partners", "p")))
    assert [(each.now is None, each.tried is None) for each in seen.outlooks] == [(False, False), (False, True)]


@SEVERAL
@given(sessions(), st.data())
def test_keeping_a_trial_gives_what_it_showed(session: Session, data: st.DataObject) -> None:
    trial = Trial()
    for change in data.draw(st.lists(changes(session.scale), max_size=4)):
        try:
            trial = attempt(session, trial, change)
        except Refused:
            continue
    seen = prospect(session, trial)
    assert after(session, keep(session, trial)) == seen.session
    assert balance(seen.session) == seen.tried


def test_what_is_shown_of_a_trial_comes_to_the_same_verdicts() -> None:
    trial = attempt(TABLE, Trial(), items.set_weight(TABLE, "pupils", Decimal(1)))
    trial = attempt(TABLE, trial, items.add_item(lay_over(TABLE, trial)[0], "new", "q", "bring", "a bus"))
    shown = ShownTrial(client="ana", name="Ana", change=to_show(TABLE, trial))
    assert prospect(TABLE, shown.trial).outlooks == prospect(TABLE, trial).outlooks


def test_nothing_that_is_hidden_is_shown_in_a_trial() -> None:
    session = deal(take("a", "p", "4", private=True), take("b", "p", "3", covered=True), take("c", "p", "2"))
    trial = Trial()
    for change in (
        Set("items", "a", "private", False),
        Set("items", "a", "text", "secret"),
        Set("items", "b", "covered", False),
        Set("items", "b", "text", "secret"),
        Set("items", "b", "weight", "5"),
        Set("items", "c", "weight", "1"),
    ):
        trial = attempt(session, trial, change)
    assert parts(to_show(session, trial)) == [Set("items", "c", "weight", "1", "2")]
