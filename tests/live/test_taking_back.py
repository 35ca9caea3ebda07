"""What can't be taken back is said once, and nobody takes back, or brings back, past what others have covered."""

from __future__ import annotations

from mgtui.domain.changes import Add, Remove, Set
from mgtui.domain.powers import Deciding
from mgtui.domain.verbs.rounds import open_round
from tests.domain.deals import NOON
from tests.live.test_room import Table, says

NEW = Add("items", {"id": "new", "partner": "p", "direction": "take", "text": "hall", "order": "z"})


def test_what_one_may_no_longer_undo_is_said_once_then_passed_over() -> None:
    table = Table()
    ana, _ben = table.seat("ana"), table.seat("ben", "co-facilitator")
    ana.submit(says("by ana"))
    ana.submit(Set("meetings", "m", "closed", "2026-01-01T12:00:00Z"))
    ana.decide(Deciding(do="hand_over", client="ben"))
    ana.undo()
    assert table.refusals("ana") == [("undo", "not_allowed")]
    ana.undo()
    assert table.text() == "pupils"


def test_what_another_has_covered_since_is_not_undone_and_they_are_named() -> None:
    table = Table()
    ana, ben = table.seat("ana", "co-facilitator"), table.seat("ben", "co-facilitator")
    ana.submit(says("by ana"))
    ben.submit(Set("items", "pupils", "covered", True))
    ana.undo()
    assert table.text() == "by ana"
    assert table.refusals("ana") == [("undo", "changed_since")]
    assert table.refused_for("ana") == {"name": "Ben"}


def test_what_another_has_covered_and_uncovered_again_can_be_undone() -> None:
    table = Table()
    ana, ben = table.seat("ana", "co-facilitator"), table.seat("ben", "co-facilitator")
    ana.submit(says("by ana"))
    for is_covered in (True, False):
        ben.submit(Set("items", "pupils", "covered", is_covered))
    ana.undo()
    assert table.text() == "pupils"


def test_what_one_has_covered_oneself_can_be_undone() -> None:
    table = Table()
    ana = table.seat("ana", "co-facilitator")
    ana.submit(says("by ana"))
    ana.submit(Set("items", "pupils", "covered", True))
    ana.undo()
    ana.undo()
    assert table.text() == "pupils"


def test_what_comes_back_by_redo_in_a_round_is_covered_like_all_that_is_added_in_it() -> None:
    table = Table()
    ana, ben = table.seat("ana", "co-facilitator"), table.seat("ben")
    ana.submit(NEW)
    ana.undo()
    ben.submit(open_round("r", NOON, "what?", None, 60))
    ana.redo()
    assert table.room.session.items["new"].covered
    assert table.room.session.items["new"].author == "ana"
    ana.undo()
    assert "new" not in table.room.session.items


def test_what_was_on_the_table_before_a_round_comes_back_in_it_as_it_was() -> None:
    table = Table()
    ana, ben = table.seat("ana", "co-facilitator"), table.seat("ben")
    ben.submit(NEW)
    ana.submit(Remove("items", "new"))
    ben.submit(open_round("r", NOON, "what?", None, 60))
    ana.undo()
    assert not table.room.session.items["new"].covered
