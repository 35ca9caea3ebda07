"""While a round lasts the room covers what anyone writes, and nobody but the facilitator takes a cover away."""

from __future__ import annotations

import msgspec
import pytest

from mgtui.domain.changes import Add, Batch, Change, Move, Remove, Set
from mgtui.domain.session import Session
from mgtui.domain.verbs.rounds import open_round, reveal, turn_ready
from mgtui.domain.visibility import is_nameless
from mgtui.live.seat import LocalSeat
from tests.domain.deals import NOON, bring, deal, take
from tests.live.test_room import Table

SECRET = "SECRET"
START = deal(take("open", "p"), bring("hall", "q"))


class Writing(Table):
    """A table with a facilitator, two who write, and a round about what each comes to take."""

    def __init__(self, session: Session = START) -> None:
        super().__init__(session)
        self.fay = self.seat("fay")
        self.ana = self.seat("ana", "co-facilitator")
        self.ben = self.seat("ben", "co-facilitator")
        self.fay.submit(open_round("r", NOON, "What do you come to take?", "take", 180))

    def told(self, name: str) -> str:
        return msgspec.json.encode(self.heard[name]).decode()


def writes(identity: str, direction: str = "take", **fields: object) -> Add:
    return Add("items", {"id": identity, "partner": "p", "direction": direction, "text": SECRET, **fields})


def codes(table: Writing, name: str) -> list[str]:
    return [code for _, code in table.refusals(name)]


def everything_of(seat: LocalSeat) -> str:
    return msgspec.json.encode((seat.session, seat.history)).decode()


def test_what_is_added_in_a_round_is_covered_and_signed_whatever_the_client_says() -> None:
    table = Writing()
    table.ana.submit(writes("i", covered=False, author="ben"))
    item = table.room.session.items["i"]
    assert (item.covered, item.author) == (True, "ana")
    table.ana.submit(Batch((writes("j"), writes("k"))))
    assert table.room.session.items["j"].covered
    assert table.room.session.items["k"].covered


def test_only_its_author_is_shown_the_words_not_even_the_facilitator() -> None:
    table = Writing()
    table.ana.submit(writes("i"))
    table.ana.submit(Set("items", "i", "weight", "5"))
    assert SECRET in everything_of(table.ana)
    for seat, name in ((table.fay, "fay"), (table.ben, "ben")):
        assert is_nameless(seat.session.items["i"])
        assert SECRET not in everything_of(seat)
        assert SECRET not in table.told(name)


def test_a_round_about_what_is_taken_leaves_what_is_brought_open() -> None:
    table = Writing()
    table.ana.submit(writes("i", "bring"))
    assert not table.room.session.items["i"].covered


def test_going_back_in_a_round_says_so_still_to_all() -> None:
    table = Writing()
    table.ana.submit(Batch((writes("i"), Set("items", "open", "text", "x")), back_to=1))
    assert table.room.session.items["i"].covered
    for change in (table.room.history[-1].change, table.ben.history[-1].change):
        assert isinstance(change, Batch)
        assert change.back_to == 1


def test_outside_a_round_nothing_is_covered_by_itself() -> None:
    table = Table(START)
    ana = table.seat("ana")
    ana.submit(writes("i"))
    ana.submit(writes("j", author="ben"))
    assert not table.room.session.items["i"].covered
    assert table.room.session.items["j"].author == "ana"


def test_the_facilitator_reveals_all_at_once_and_everyone_sees_it() -> None:
    table = Writing()
    table.ana.submit(writes("i"))
    table.ben.submit(writes("j"))
    table.fay.submit(reveal(table.fay.session, NOON))
    assert not table.fay.session.items["i"].covered
    for seat in (table.fay, table.ana, table.ben):
        assert [seat.session.items[each].text for each in "ij"] == [SECRET, SECRET]
    assert table.room.session.current_round is None
    assert len(table.room.history[-1].change.changes) == 3  # type: ignore[union-attr]


def test_undoing_the_revealing_covers_it_again_for_all() -> None:
    table = Writing()
    table.ana.submit(writes("i"))
    table.fay.submit(reveal(table.fay.session, NOON))
    table.fay.undo()
    assert is_nameless(table.fay.session.items["i"])
    assert table.ana.session.items["i"].text == SECRET
    assert table.room.session.current_round is not None


@pytest.mark.parametrize(
    "change",
    [
        Set("items", "i", "text", "x"),
        Set("items", "i", "author", "ben"),
        Set("items", "open", "author", "ben"),
        Set("items", "i", "weight", "1"),
        Set("items", "i", "private", True),
        Remove("items", "i"),
        Move("items", "i", {"partner": "q"}),
        Batch((Set("items", "open", "text", "x"), Set("items", "i", "text", "x"))),
        Set("rounds", "r", "revealed", NOON.isoformat()),
        Set("rounds", "r", "ready.ana", {"at": NOON.isoformat()}),
        Set("rounds", "r", "ready", {}),
        Remove("rounds", "r"),
    ],
    ids=str,
)
def test_who_may_edit_may_not_touch_what_another_has_covered(change: Change) -> None:
    table = Writing()
    table.ana.submit(writes("i"))
    before = table.room.session
    table.ben.submit(change)
    assert codes(table, "ben") == ["not_allowed"]
    assert table.room.session is before


def test_in_a_round_nobody_uncovers_one_item_not_even_its_author_or_the_facilitator() -> None:
    table = Writing()
    table.ana.submit(writes("i"))
    table.fay.submit(writes("j"))
    table.ana.submit(Set("items", "i", "covered", False))
    table.fay.submit(Set("items", "j", "covered", False))
    assert (codes(table, "ana"), codes(table, "fay")) == (["round_open"], ["round_open"])


def test_an_author_may_take_back_or_remove_what_they_wrote_in_a_round() -> None:
    table = Writing()
    table.ana.submit(writes("i"))
    table.ana.undo()
    assert "i" not in table.room.session.items
    table.ana.redo()
    table.ana.submit(Remove("items", "i"))
    assert "i" not in table.room.session.items
    assert SECRET not in everything_of(table.ben)


def test_who_covers_an_item_beside_a_round_becomes_its_author_and_may_uncover_it() -> None:
    table = Table(START)
    ana, ben = table.seat("ana", "co-facilitator"), table.seat("ben", "co-facilitator")
    ana.submit(Set("items", "open", "covered", True))
    assert ana.session.items["open"].text == "open"
    assert is_nameless(ben.session.items["open"])
    ben.submit(Set("items", "open", "covered", False))
    assert table.refusals("ben") == [("change", "not_allowed")]
    ana.submit(Set("items", "open", "covered", False))
    assert ben.session.items["open"].text == "open"
    ana.undo()
    ana.undo()
    assert table.room.session == START


def test_there_is_one_round_at_a_time() -> None:
    table = Writing()
    table.ben.submit(open_round("s", NOON, "And?"))
    assert codes(table, "ben") == ["round_open"]


def test_everyone_says_for_themselves_that_they_are_ready() -> None:
    table = Writing()
    table.ben.submit(turn_ready(table.ben.session, "r", table.ben.person, NOON))
    assert set(table.room.session.rounds["r"].ready) == {"ben"}


def test_removing_a_partner_takes_along_what_others_have_covered() -> None:
    table = Writing()
    table.ana.submit(writes("i"))
    table.ben.submit(Remove("partners", "p"))
    assert table.refusals("ben") == []
    assert SECRET not in everything_of(table.ben)
    table.ben.undo()
    assert table.ana.session.items["i"].text == SECRET
    assert is_nameless(table.ben.session.items["i"])


def test_no_refusal_names_what_is_covered() -> None:
    table = Writing()
    table.ana.submit(writes("i", weight="3"))
    table.ben.submit(Set("session", "s", "scale", {"kind": "points", "low": "4", "high": "5"}))
    assert table.refusals("ben")
    assert SECRET not in str(table.heard["ben"])
