"""One room: everyone's changes in one order, each one's own undo, and nobody does what their role may not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mgtui.domain.changes import Add, Batch, Change, Move, Remove, Set
from mgtui.domain.history import Entry, replay
from mgtui.domain.news import Changed, News, NotSaved, Present, Rejected, Replaced, Saved, Shown, Tried
from mgtui.domain.people import Person, Place, Role, View
from mgtui.domain.session import Session
from mgtui.domain.soundness import refuse_unsound
from mgtui.domain.trial import ShownTrial
from mgtui.domain.turns import Turning, Turns
from mgtui.domain.visibility import for_person
from mgtui.live.room import Room
from mgtui.live.seat import LocalSeat
from tests.domain.deals import NOON, bring, deal, meeting, take
from tests.domain.strategies import SEVERAL, changes, sessions

TABLE = deal(take("pupils", "p"), bring("hall", "p"), take("covered", "q", covered=True, author="ana"), meeting("m"))


class Notebook:
    """A journal that keeps what it is handed."""

    def __init__(self) -> None:
        self.pages: list[tuple[Session, Entry]] = []

    def record(self, session: Session, entry: Entry) -> None:
        self.pages.append((session, entry))


class Table:
    """A room with a clock of its own, and people who write down what they hear."""

    def __init__(self, session: Session = TABLE) -> None:
        minutes = count()
        self.start = session
        self.journal = Notebook()
        self.room = Room(session, [], self.journal, lambda: NOON + timedelta(minutes=next(minutes)))
        self.heard: dict[str, list[News]] = {}

    def seat(self, name: str, role: Role = "facilitator") -> LocalSeat:
        seat = LocalSeat(self.room, Person(client=name, name=name.title(), role=role))
        self.heard[name] = []
        seat.listen(self.heard[name].append)
        return seat

    def refusals(self, name: str) -> list[tuple[str, str]]:
        return [(each.doing, each.refusal.code) for each in self.heard[name] if isinstance(each, Rejected)]

    def refused_for(self, name: str) -> Mapping[str, str]:
        """The details of the last refusal."""
        return [each for each in self.heard[name] if isinstance(each, Rejected)][-1].refusal.details

    def text(self, item: str = "pupils") -> str:
        return self.room.session.items[item].text


def says(text: str, item: str = "pupils", was: str | None = None) -> Set:
    return Set("items", item, "text", text, was)


# Taking changes


def test_a_change_is_numbered_timed_signed_kept_and_told_to_all() -> None:
    table = Table()
    ana, _ = table.seat("ana"), table.seat("ben")
    ana.submit(says("more pupils"))
    (entry,) = table.room.history
    assert (entry.revision, entry.at, entry.by, entry.client, entry.seq) == (1, NOON, "Ana", "ana", 1)
    assert entry.change == says("more pupils", was="pupils")
    assert table.journal.pages == [(table.room.session, entry)]
    told = Changed(table.room.session, entry, TABLE)
    assert table.heard["ana"][-1] == told
    assert table.heard["ben"][-1] == Changed(for_person(table.room.session, "ben"), entry, for_person(TABLE, "ben"))
    assert ana.session.items["pupils"].text == "more pupils"


def test_a_change_sent_twice_counts_once() -> None:
    table = Table()
    table.seat("ana")
    table.room.submit("ana", 1, says("one"))
    table.room.submit("ana", 1, says("two"))
    assert (table.text(), table.room.revision) == ("one", 1)


def test_a_change_sent_twice_counts_once_after_the_room_is_reopened() -> None:
    table = Table()
    table.seat("ana").submit(says("one"))
    again = Room(table.room.session, list(table.room.history), table.journal, lambda: NOON)
    again.join(Person(client="ana", name="Ana"), lambda news: None)
    again.submit("ana", 1, says("two"))
    assert (again.revision, again.durable) == (1, 1)


def test_a_change_that_alters_nothing_is_no_entry() -> None:
    table = Table()
    table.seat("ana").submit(says("pupils"))
    assert table.room.history == []


def test_a_refused_change_is_told_to_its_author_alone_and_leaves_all_untouched() -> None:
    table = Table()
    ana, _ = table.seat("ana"), table.seat("ben")
    before = list(table.heard["ben"])
    ana.submit(Set("items", "pupils", "weight", "9"))
    assert table.refusals("ana") == [("change", "above_scale")]
    assert table.heard["ben"] == before
    assert (table.room.session, table.journal.pages) == (TABLE, [])


def test_the_last_writer_wins_and_hears_whose_words_it_replaced() -> None:
    table = Table()
    ana, ben = table.seat("ana"), table.seat("ben")
    ana.submit(says("by ana", was="pupils"))
    ben.submit(says("by ben", was="pupils"))
    assert table.text() == "by ben"
    replaced = [each for each in table.heard["ben"] if isinstance(each, Replaced)]
    assert [(each.by, each.fields[0].value) for each in replaced] == [("Ana", "by ana")]
    assert not any(isinstance(each, Replaced) for each in table.heard["ana"])


def test_who_is_told_of_is_who_changed_that_field() -> None:
    table = Table()
    ana, ben, cas = table.seat("ana"), table.seat("ben"), table.seat("cas")
    ana.submit(says("by ana"))
    cas.submit(Set("items", "pupils", "weight", "5"))
    ben.submit(says("by ben", was="pupils"))
    assert [each.by for each in table.heard["ben"] if isinstance(each, Replaced)] == ["Ana"]


def test_typing_on_from_ones_own_older_words_replaces_nobody() -> None:
    table = Table()
    ana = table.seat("ana")
    ana.submit(says("one", was="pupils"))
    ana.submit(says("two", was="pupils"))
    assert not any(isinstance(each, Replaced) for each in table.heard["ana"])


def test_deleting_wins_over_a_late_edit() -> None:
    table = Table()
    ana, ben = table.seat("ana"), table.seat("ben")
    ana.submit(Remove("items", "pupils"))
    ben.submit(says("too late", was="pupils"))
    assert table.refusals("ben") == [("change", "gone")]


def test_two_who_delete_the_same_do_no_harm() -> None:
    table = Table()
    ana, ben = table.seat("ana"), table.seat("ben")
    ana.submit(Remove("items", "pupils"))
    ben.submit(Remove("items", "pupils"))
    assert (table.refusals("ben"), table.room.revision) == ([], 1)


# Telling


def test_all_hear_everything_in_the_order_it_happened() -> None:
    table = Table()
    ana = table.seat("ana")
    ana.listen(lambda news: ana.submit(says("answer", "hall")) if isinstance(news, Changed) else None)
    table.seat("ben")
    ana.submit(says("question"))
    revisions = [each.entry.revision for each in table.heard["ben"] if isinstance(each, Changed)]
    assert revisions == [1, 2]


def test_who_made_a_change_hears_of_it_when_the_others_have() -> None:
    table = Table()
    order: list[str] = []

    def noting(name: str) -> Callable[[News], None]:
        return lambda news: order.append(name)

    seats = {name: table.seat(name) for name in ("ana", "ben", "cas")}
    for name, seat in seats.items():
        seat.listen(noting(name))
    seats["ana"].submit(says("more pupils"))
    assert order == ["ben", "cas", "ana"]


def test_someone_who_fails_to_hear_costs_the_others_nothing() -> None:
    table = Table()
    ana = table.seat("ana")
    ana.listen(_fail_at_changes)
    table.seat("ben")
    with pytest.raises(ValueError, match="on purpose"):
        ana.submit(says("one"))
    assert isinstance(table.heard["ben"][-1], Changed)
    with pytest.raises(ValueError, match="on purpose"):
        ana.submit(says("two"))
    assert [each.entry.revision for each in table.heard["ben"] if isinstance(each, Changed)] == [1, 2]


def _fail_at_changes(news: News) -> None:
    if isinstance(news, Changed):
        raise ValueError("on purpose")


def test_everyone_knows_who_is_here_and_where() -> None:
    table = Table()
    table.seat("ana")
    ben = table.seat("ben")
    place = Place(table="items", id="pupils", field="text", typing=True)
    table.room.at("ben", place)
    present = table.heard["ana"][-1]
    assert isinstance(present, Present)
    assert ([each.name for each in present.people], present.places) == (["Ana", "Ben"], {"ben": place})
    ben.leave()
    assert table.heard["ana"][-1] == Present((Person(client="ana", name="Ana"),))


def test_standing_still_is_no_news() -> None:
    table = Table()
    table.seat("ana")
    place = Place(table="items", id="pupils")
    table.room.at("ana", place)
    before = len(table.heard["ana"])
    table.room.at("ana", place)
    table.room.at("nobody", place)
    assert len(table.heard["ana"]) == before


def test_what_is_safe_and_what_is_not_is_told() -> None:
    table = Table()
    table.seat("ana")
    table.room.saved(3)
    table.room.saved(2)
    table.room.not_saved("disk_full", {"path": "x"})
    assert table.heard["ana"][-3:] == [Saved(3), Saved(2), NotSaved("disk_full", {"path": "x"})]
    assert table.room.durable == 3


def test_only_a_facilitator_decides_what_is_shown() -> None:
    table = Table()
    table.seat("ana")
    table.seat("ben", "co-facilitator")
    view = View(screen="board", partner="p")
    table.room.show("ben", view)
    assert table.refusals("ben") == [("change", "not_allowed")]
    table.room.show("ana", view)
    assert table.heard["ben"][-1] == Shown(view)


# Undo and redo


def test_undo_takes_back_ones_own_latest_change_only() -> None:
    table = Table()
    ana, ben = table.seat("ana"), table.seat("ben")
    ana.submit(says("by ana"))
    ben.submit(says("by ben", "hall"))
    ana.undo()
    assert (table.text(), table.text("hall")) == ("pupils", "by ben")
    assert table.room.history[-1].undoes == 1
    ana.undo()
    assert table.refusals("ana") == [("undo", "nothing_to_undo")]


def test_redo_does_again_what_undo_took_back_until_something_new_is_done() -> None:
    table = Table()
    ana = table.seat("ana")
    ana.submit(says("one"))
    ana.submit(says("two"))
    ana.undo()
    ana.undo()
    ana.redo()
    assert table.text() == "one"
    ana.redo()
    assert table.text() == "two"
    ana.undo()
    assert table.text() == "one"
    ana.submit(says("three"))
    ana.redo()
    assert (table.text(), table.refusals("ana")) == ("three", [("redo", "nothing_to_redo")])


def test_what_another_changed_since_is_not_undone_and_that_is_said_once() -> None:
    table = Table()
    ana, ben = table.seat("ana"), table.seat("ben")
    ana.submit(says("the hall of ana", "hall"))
    ana.submit(says("by ana"))
    ben.submit(says("by ben"))
    ana.undo()
    assert table.refusals("ana") == [("undo", "changed_since")]
    rejected = table.heard["ana"][-1]
    assert isinstance(rejected, Rejected)
    assert rejected.refusal.details == {"name": "Ben"}
    ana.undo()
    assert (table.text(), table.text("hall")) == ("by ben", "hall")


def test_what_could_not_be_undone_can_be_once_the_other_takes_theirs_back() -> None:
    table = Table()
    ana, ben = table.seat("ana"), table.seat("ben")
    ana.submit(says("by ana"))
    ben.submit(says("by ben"))
    ana.undo()
    ben.undo()
    ana.undo()
    assert table.text() == "pupils"


def test_a_removal_is_undone_with_all_that_went_along() -> None:
    table = Table()
    ana = table.seat("ana")
    ana.submit(Remove("partners", "p"))
    assert set(table.room.session.items) == {"covered"}
    ana.undo()
    assert table.room.session == TABLE


def test_an_undo_sent_twice_counts_once() -> None:
    table = Table()
    ana = table.seat("ana")
    ana.submit(says("one"))
    ana.submit(says("two"))
    table.room.undo("ana", 9)
    table.room.undo("ana", 9)
    assert table.text() == "one"


# Who may what


@pytest.mark.parametrize(
    ("change", "viewer", "co_facilitator"),
    [
        (says("x"), "read_only", None),
        (Add("items", {"id": "new", "partner": "p", "direction": "take", "text": "x"}), "read_only", None),
        (Move("items", "hall", {"order": "V"}), "read_only", None),
        (Set("items", "pupils", "covered", True), "read_only", None),
        (Set("items", "covered", "covered", False), "read_only", "not_allowed"),
        (Batch((says("x"), Set("items", "covered", "covered", False))), "read_only", "not_allowed"),
        (Set("meetings", "m", "closed", NOON.isoformat()), "read_only", "not_allowed"),
        (Set("meetings", "m", "closed_revision", 3), "read_only", "not_allowed"),
        (Set("meetings", "m", "name", "Start"), "read_only", None),
        (
            Add("meetings", {"id": "n", "kind": "first", "opened": NOON.isoformat(), "closed": NOON.isoformat()}),
            "read_only",
            "not_allowed",
        ),
        (Batch(()), "read_only", None),
    ],
)
def test_each_role_may_what_it_may(change: Change, viewer: str, co_facilitator: str | None) -> None:
    for role, code in (("viewer", viewer), ("co-facilitator", co_facilitator), ("facilitator", None)):
        table = Table()
        table.seat("ben", role).submit(change)  # type: ignore[arg-type]
        assert [code for _, code in table.refusals("ben")] == ([code] if code else [])
        assert (table.room.session == TABLE) is (code is not None or change == Batch(()))


def test_a_viewer_can_undo_nothing() -> None:
    table = Table()
    viewer = table.seat("ana", "viewer")
    viewer.undo()
    viewer.redo()
    assert table.refusals("ana") == [("undo", "nothing_to_undo"), ("redo", "nothing_to_redo")]


def test_a_co_facilitator_can_not_remove_a_closed_meeting() -> None:
    table = Table()
    table.seat("ana").submit(Set("meetings", "m", "closed", NOON.isoformat()))
    table.seat("ben", "co-facilitator").submit(Remove("meetings", "m"))
    assert table.refusals("ben") == [("change", "not_allowed")]


# Whatever happens


@SEVERAL
@given(sessions(), st.data())
def test_whatever_several_people_do_the_history_replays_to_the_session(start: Session, data: st.DataObject) -> None:
    table = Table(start)
    seats = [table.seat("ana"), table.seat("ben", "co-facilitator"), table.seat("cas", "viewer")]
    acts = st.tuples(st.sampled_from(seats), st.sampled_from(["undo", "redo", None, None]))
    for seat, going in data.draw(st.lists(acts, max_size=10)):
        if going == "undo":
            seat.undo()
        elif going == "redo":
            seat.redo()
        else:
            seat.submit(data.draw(changes(start.scale)))
    assert replay(start, table.room.history) == table.room.session
    assert [each.revision for each in table.room.history] == list(range(1, table.room.revision + 1))
    assert [entry for _, entry in table.journal.pages] == table.room.history
    refuse_unsound(table.room.session)


@SEVERAL
@given(sessions(), st.data())
def test_who_undoes_all_they_did_alone_is_back_at_the_start(start: Session, data: st.DataObject) -> None:
    table = Table(start)
    ana = table.seat("ana")
    for change in data.draw(st.lists(changes(start.scale), max_size=6)):
        ana.submit(change)
    made, after = table.room.revision, table.room.session
    for _ in range(made):
        ana.undo()
    assert table.room.session == start
    for _ in range(made):
        ana.redo()
    assert table.room.session == after


def test_times_are_the_rooms_own() -> None:
    room = Room(TABLE, [], Notebook(), lambda: datetime(2026, 1, 1, tzinfo=UTC))
    seat = LocalSeat(room, Person(client="ana", name="Ana"))
    seat.submit(says("x"))
    assert seat.history[0].at.year == 2026


# Turns to speak


def test_speaking_time_is_kept_with_the_meeting_and_nobody_undoes_it() -> None:
    table = Table()
    ana, ben = table.seat("ana"), table.seat("ben", "co-facilitator")
    ana.submit(says("more pupils"))
    ben.time(Turning(do="next"))
    ben.time(Turning(do="next", partner="p"))
    ana.time(Turning(do="pause"))
    assert table.room.session.meetings["m"].spoken == {"p": 60, "q": 120}
    assert [(entry.by, entry.client) for entry in table.room.history[1:]] == [("Ben", "turns"), ("Ana", "turns")]
    ben.undo()
    assert table.refusals("ben") == [("undo", "nothing_to_undo")]
    ana.undo()
    assert (table.text(), table.room.history[-1].undoes) == ("pupils", 1)
    ana.redo()
    assert table.text() == "more pupils"
    assert replay(TABLE, table.room.history) == table.room.session


def test_turns_go_on_in_a_room_without_partners_or_meetings() -> None:
    table = Table(deal())
    ana = table.seat("ana")
    ana.time(Turning(do="next"))
    assert (table.room.turns, table.room.history) == (Turns(), [])
    partners = Table(deal(take("pupils", "p")))
    ana = partners.seat("ana")
    ana.time(Turning(do="next"))
    ana.time(Turning(do="end"))
    assert (partners.room.turns, partners.room.history) == (Turns(), [])


def test_a_viewer_may_not_touch_the_turns() -> None:
    table = Table()
    viewer = table.seat("vic", "viewer")
    viewer.time(Turning(do="next"))
    assert table.refusals("vic") == [("change", "read_only")]
    assert table.room.turns == Turns()


# Trials that everyone is shown


def test_a_trial_that_is_shown_is_told_to_all_and_kept_nowhere() -> None:
    table = Table()
    ana, ben = table.seat("ana"), table.seat("ben", "co-facilitator")
    table.seat("vic", "viewer")
    ben.try_out(says("tried"))
    shown = ShownTrial(client="ben", name="Ben", change=says("tried"))
    assert ana.shown_trial == shown
    assert [each.trial for each in table.heard["vic"] if isinstance(each, Tried)] == [shown]
    assert (table.text(), table.room.history, table.journal.pages) == ("pupils", [], [])
    ben.try_out(None)
    assert ana.shown_trial is None


def test_a_trial_goes_with_whoever_shows_it() -> None:
    table = Table()
    ana, ben = table.seat("ana"), table.seat("ben")
    ben.try_out(says("tried"))
    ben.leave()
    assert ana.shown_trial is None
    assert [each.trial for each in table.heard["ana"] if isinstance(each, Tried)][-1] is None


def test_one_trial_at_a_time_is_shown_and_a_viewer_shows_none() -> None:
    table = Table()
    ana, ben, vic = table.seat("ana"), table.seat("ben"), table.seat("vic", "viewer")
    ana.try_out(says("tried"))
    ben.try_out(says("another"))
    vic.try_out(says("mine"))
    ben.try_out(None)
    assert table.refusals("ben") == [("change", "trial_shown")]
    assert table.refusals("vic") == [("change", "read_only")]
    assert table.room.trial == ShownTrial(client="ana", name="Ana", change=says("tried"))
