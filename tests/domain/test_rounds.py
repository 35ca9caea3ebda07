"""A writing round: one question, everyone writes for themselves, and all is revealed at once."""

from __future__ import annotations

from datetime import timedelta

from mgtui.domain.changes import inverse
from mgtui.domain.grounding import ground
from mgtui.domain.people import Person
from mgtui.domain.session import Round
from mgtui.domain.verbs.rounds import open_round, reveal, turn_ready
from tests.domain.deals import NOON, after, deal, take

ANA = Person(client="run-1", name="Ana", author="ana")
ROUND = open_round("r", NOON, "What do you come to take?", "take", 180)
TABLE = deal(take("open", "p"), take("a", "p", covered=True, author="ana"), take("b", "p", covered=True, author="ben"))


def test_a_round_goes_on_until_it_is_revealed() -> None:
    session = after(TABLE, ROUND)
    assert session.current_round == Round(
        id="r", opened=NOON, question="What do you come to take?", direction="take", seconds=180
    )
    done = after(session, reveal(session, NOON + timedelta(minutes=4)))
    assert done.current_round is None
    assert done.rounds["r"].revealed == NOON + timedelta(minutes=4)
    assert not any(item.covered for item in done.items.values())


def test_what_was_covered_without_a_round_can_be_revealed_too() -> None:
    assert not any(item.covered for item in after(TABLE, reveal(TABLE, NOON)).items.values())


def test_taking_the_revealing_back_covers_all_of_it_again_and_the_round_goes_on() -> None:
    session = after(TABLE, ROUND)
    change = ground(session, reveal(session, NOON))
    assert after(session, change, inverse(change)) == session


def test_who_is_ready_is_known_by_the_same_signature_in_each_run() -> None:
    session = after(TABLE, ROUND)
    session = after(session, turn_ready(session, "r", ANA, NOON))
    assert session.rounds["r"].ready["ana"].by == "Ana"
    again = Person(client="run-2", name="Ana", author="ana")
    assert after(session, turn_ready(session, "r", again, NOON)).rounds["r"].ready == {}


def test_of_two_rounds_that_a_merge_brought_together_the_latest_goes_on() -> None:
    session = deal(Round(id="a", opened=NOON), Round(id="b", opened=NOON + timedelta(hours=1)))
    assert session.current_round == session.rounds["b"]
    assert after(session, reveal(session, NOON)).current_round is None
