"""Whether the ambition is realistic, and which gaps keep it from being so."""

from __future__ import annotations

from mgtui.domain.ambition import cover_state, judge_ambition
from mgtui.domain.changes import Set
from mgtui.domain.session import Session
from mgtui.domain.verbs import ambition, items
from tests.domain.deals import after, bring, deal, take

TABLE = deal(
    take("pupils", "p", "4"),
    bring("hall", "p", "2", private=True),
    take("place", "q", "4"),
    bring("buses", "q", "2"),
)


def with_means(*covered_by: str) -> Session:
    return after(TABLE, ambition.add_means(TABLE, "m", "a place to meet", covered_by=covered_by))


def test_a_means_is_covered_by_a_live_firm_bring_item_only() -> None:
    session = with_means()
    assert cover_state(session, session.means["m"]) == "uncovered"
    covered = after(session, ambition.cover(session, "m", "hall"))
    assert cover_state(covered, covered.means["m"]) == "covered"
    unsure = after(covered, items.toggle_certainty(covered, "hall"))
    assert cover_state(unsure, unsure.means["m"]) == "uncertain"
    dropped = after(covered, items.set_status(covered, "hall", "dropped"))
    assert cover_state(dropped, dropped.means["m"]) == "dropped"
    taken = after(covered, Set("items", "hall", "direction", "take"))
    assert cover_state(taken, taken.means["m"]) == "uncovered"
    assert after(covered, ambition.toggle_cover(covered, "m", "hall")) == session


def test_covering_twice_is_covering_once() -> None:
    session = with_means("hall")
    assert after(session, ambition.cover(session, "m", "hall")) == session


def test_the_ambition_is_realistic_when_all_is_covered_and_all_are_willing() -> None:
    session = with_means("hall")
    session = after(session, ambition.set_willing(session, "p", "yes"), ambition.set_willing(session, "q", "yes"))
    judged = judge_ambition(session)
    assert (judged.verdict, judged.gaps, judged.means_covered, judged.means_total) == ("realistic", (), 1, 1)


def test_every_gap_in_the_ambition_is_named() -> None:
    assert [each.code for each in judge_ambition(TABLE).gaps] == ["no_means", "willing_unknown", "willing_unknown"]
    session = with_means()
    session = after(
        session, ambition.set_willing(session, "p", "no", "too dear"), ambition.set_willing(session, "q", "doubt")
    )
    gaps = [(each.code, each.name) for each in judge_ambition(session).gaps]
    assert gaps == [("means_uncovered", "a place to meet"), ("willing_no", "P"), ("willing_doubt", "Q")]
    assert session.partners["p"].willing_reason == "too dear"


def test_willingness_goes_round() -> None:
    session, seen = TABLE, []
    for _ in range(4):
        session = after(session, ambition.next_willing(session, "p"))
        seen.append(session.partners["p"].willing)
    assert seen == ["yes", "doubt", "no", None]
