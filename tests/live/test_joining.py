"""Claims about several people in one room, each with a seat of their own."""

from __future__ import annotations

import pytest

from mgtui.domain.changes import Remove, Set
from mgtui.domain.history import replay
from mgtui.domain.news import Changed, Reconnected, Reconnecting, Rejected, Replaced
from mgtui.domain.people import Place, View
from mgtui.domain.session import Session
from mgtui.domain.turns import Turning
from mgtui.domain.verbs.common import set_field
from mgtui.domain.verbs.items import add_item
from mgtui.live import hub
from mgtui.live.protocol import LONGEST_FRAME
from tests.live.conftest import Arrive, Person
from tests.live.simple_keeper import SimpleKeeper


def text_of(person: Person, item: str = "i1") -> str:
    return person.seat.session.items[item].text


def retext(person: Person, text: str, item: str = "i1") -> Set:
    return set_field(person.seat.session, "items", item, "text", text)


async def test_what_one_changes_everyone_sees(arrive: Arrive) -> None:
    ana, bo, cas = await arrive("Ana"), await arrive("Bo"), await arrive("Cas")
    bo.seat.submit(retext(bo, "by Bo"))
    for person in (ana, bo, cas):
        await person.until(lambda: text_of(person) == "by Bo")  # noqa: B023
    assert ana.seat.session == bo.seat.session == cas.seat.session
    assert list(ana.seat.history) == list(bo.seat.history) == list(cas.seat.history)


async def test_a_guest_hears_when_its_change_is_safe(arrive: Arrive) -> None:
    await arrive("Ana")
    bo = await arrive("Bo")
    bo.seat.submit(retext(bo, "kept"))
    await bo.until(lambda: bo.seat.is_all_safe and text_of(bo) == "kept")


async def test_everyone_sees_who_is_here_and_where(arrive: Arrive) -> None:
    ana, bo = await arrive("Ana"), await arrive("Bo")
    await ana.until(lambda: [each.name for each in ana.seat.present.people] == ["Ana", "Bo"])
    place = Place(table="items", id="i1", field="text", typing=True)
    bo.seat.at(place)
    await ana.until(lambda: ana.seat.present.places == {bo.seat.person.client: place})
    ana.seat.at(Place(table="items", id="i2"))
    await bo.until(lambda: len(bo.seat.present.places) == 2)
    bo.seat.leave()
    await ana.until(lambda: [each.name for each in ana.seat.present.people] == ["Ana"])
    assert bo.seat.person.client not in ana.seat.present.places


async def test_who_comes_while_another_moves_there_and_back_sees_where_they_are(
    arrive: Arrive, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana, cas = await arrive("Ana"), await arrive("Cas")
    here, there = (Place(table="items", id=item) for item in ("i1", "i2"))
    ana.seat.at(here)
    await cas.until(lambda: here in cas.seat.present.places.values())
    monkeypatch.setattr(hub, "PRESENCE_EVERY", 0.5)
    ana.seat.at(there)
    bo = await arrive("Bo")
    ana.seat.at(here)
    await cas.until(lambda: len(cas.seat.present.people) == 3)
    assert list(bo.seat.present.places.values()) == [here]


async def test_two_people_with_one_name_can_be_told_apart(arrive: Arrive) -> None:
    await arrive("Ana")
    other = await arrive("Ana")
    assert other.seat.person.name == "Ana 2"


async def test_the_last_writer_wins_and_is_told_whose_words_it_replaced(arrive: Arrive) -> None:
    ana, bo = await arrive("Ana"), await arrive("Bo")
    change = retext(bo, "by Bo")
    ana.seat.submit(retext(ana, "by Ana"))
    bo.seat.submit(change)
    await bo.until(lambda: bool(bo.heard(Replaced)))
    (told,) = bo.heard(Replaced)
    assert (told.by, told.fields[0].value) == ("Ana", "by Ana")
    bo.seat.undo()
    await ana.until(lambda: text_of(ana) == "by Ana")


async def test_undo_is_ones_own_and_names_who_changed_it_since(arrive: Arrive) -> None:
    ana, bo = await arrive("Ana"), await arrive("Bo")
    bo.seat.submit(retext(bo, "by Bo"))
    await ana.until(lambda: text_of(ana) == "by Bo")
    ana.seat.submit(retext(ana, "by Ana"))
    await bo.until(lambda: text_of(bo) == "by Ana")
    bo.seat.undo()
    await bo.until(lambda: bool(bo.heard(Rejected)))
    (told,) = bo.heard(Rejected)
    assert (told.refusal.code, told.refusal.details["name"], told.doing) == ("changed_since", "Ana", "undo")
    assert text_of(ana) == "by Ana"


async def test_a_change_to_what_is_gone_is_refused(arrive: Arrive) -> None:
    ana, bo = await arrive("Ana"), await arrive("Bo")
    late = retext(bo, "too late")
    ana.seat.submit(Remove("items", "i1"))
    bo.seat.submit(late)
    await bo.until(lambda: bool(bo.heard(Rejected)))
    assert bo.heard(Rejected)[0].refusal.code == "gone"


async def test_what_the_facilitator_shows_reaches_those_who_follow(arrive: Arrive) -> None:
    ana, bo = await arrive("Ana"), await arrive("Bo", "viewer")
    ana.seat.show(View(screen="board", partner="a"))
    await bo.until(lambda: bo.seat.view == View(screen="board", partner="a"))
    late = await arrive("Cas", "viewer")
    assert late.seat.view.partner == "a"


async def test_what_is_shown_goes_on_when_another_becomes_the_room(arrive: Arrive) -> None:
    ana, bo, vic = await arrive("Ana"), await arrive("Bo", "co-facilitator"), await arrive("Vic", "viewer")
    shown = View(screen="partner", partner="a", step="take")
    ana.seat.show(shown)
    await vic.until(lambda: vic.seat.view == shown)
    await bo.until(lambda: bo.seat.view == shown)
    ana.seat.leave()
    await vic.until(lambda: vic.heard(Reconnected) != [])
    assert bo.seat.view == vic.seat.view == shown


async def test_a_room_that_knows_nothing_of_what_is_shown_hears_it_from_the_facilitator(
    arrive: Arrive, keeper: SimpleKeeper
) -> None:
    ana = await arrive("Ana")
    bo = await arrive("Bo")
    shown = View(screen="partner", partner="a")
    bo.seat.show(shown)
    await bo.until(lambda: bo.seat.view == shown)
    hold, keeper.hold = keeper.hold, lambda socket: None  # type: ignore[method-assign]
    ana.seat.leave()
    await bo.until(lambda: bo.heard(Reconnecting) != [])
    later = View(screen="meters")
    bo.seat.show(later)
    keeper.hold = hold  # type: ignore[method-assign]
    cas = await arrive("Cas")
    await cas.until(lambda: cas.seat.view == bo.seat.view == later)


async def test_the_turns_are_everyones_and_go_on_when_the_room_goes(arrive: Arrive) -> None:
    ana, bo, viewer = await arrive("Ana"), await arrive("Bo", "co-facilitator"), await arrive("Vic", "viewer")
    bo.seat.time(Turning(do="next"))
    for person in (ana, bo, viewer):
        await person.until(lambda: person.seat.turns.partner == "a")  # noqa: B023
    began = bo.seat.turns
    late = await arrive("Late", "viewer")
    assert late.seat.turns == began
    ana.seat.show(View(screen="board", partner="b"))
    await viewer.until(lambda: viewer.seat.view.partner == "b")
    ana.seat.leave()
    for person in (bo, viewer):
        await person.until(lambda: person.heard(Reconnected) != [])  # noqa: B023
        assert (person.seat.turns, person.seat.view.partner) == (began, "b")
    bo.seat.time(Turning(do="next", partner="a"))
    await viewer.until(lambda: viewer.seat.turns.partner == "b")


async def test_a_shown_trial_is_seen_by_all_and_goes_on_where_its_author_does(arrive: Arrive) -> None:
    ana, bo, viewer = await arrive("Ana"), await arrive("Bo", "co-facilitator"), await arrive("Vic", "viewer")
    bo.seat.try_out(set_field(bo.seat.session, "items", "i1", "text", "tried"))
    for person in (ana, bo, viewer):
        await person.until(lambda: person.seat.shown_trial is not None)  # noqa: B023
    late = await arrive("Late", "viewer")
    assert late.seat.shown_trial == viewer.seat.shown_trial
    ana.seat.leave()
    for person in (bo, viewer, late):
        await person.until(lambda: person.heard(Reconnected) != [])  # noqa: B023
        await person.until(lambda: person.seat.shown_trial is not None)  # noqa: B023
    cas = await arrive("Cas")
    bo.seat.leave()
    for person in (cas, viewer, late):
        await person.until(lambda: person.seat.shown_trial is None)  # noqa: B023
    assert {item.text for item in cas.seat.session.items.values()} == {"first", "second"}


async def test_a_change_longer_than_a_line_arrives_whole(arrive: Arrive) -> None:
    ana, bo = await arrive("Ana"), await arrive("Bo")
    note = "é\N{GRINNING FACE}" * 9_000
    bo.seat.submit(set_field(bo.seat.session, "items", "i1", "note", note))
    await ana.until(lambda: ana.seat.session.items["i1"].note == note)


async def test_a_change_too_long_for_the_wire_is_refused_though_it_was_made_while_the_room_was_lost(
    arrive: Arrive,
) -> None:
    ana, bo = await arrive("Ana"), await arrive("Bo")
    assert bo.seat._room
    bo.seat._room.get_up()
    bo.seat._lose_room()
    bo.seat.submit(retext(bo, "x" * (LONGEST_FRAME + 1)))
    await bo.until(lambda: bool(bo.heard(Rejected)))
    assert bo.heard(Rejected)[0].refusal.code == "too_long"
    bo.seat.submit(retext(bo, "short"))
    await ana.until(lambda: text_of(ana) == "short")


async def test_a_change_that_alters_nothing_is_not_waited_for(arrive: Arrive) -> None:
    await arrive("Ana")
    bo = await arrive("Bo")
    bo.seat.submit(retext(bo, text_of(bo)))
    assert not bo.seat.is_all_safe
    await bo.until(lambda: bo.seat.is_all_safe)
    assert not bo.heard(Changed)


async def test_when_the_room_goes_another_becomes_it_and_nothing_is_lost(arrive: Arrive) -> None:
    ana, bo, cas = await arrive("Ana"), await arrive("Bo"), await arrive("Cas")
    bo.seat.submit(retext(bo, "before"))
    await cas.until(lambda: text_of(cas) == "before")
    ana.seat.leave()
    bo.seat.submit(add_item(bo.seat.session, "new", "b", "take", "meanwhile"))
    for person in (bo, cas):
        await person.until(lambda: "new" in person.seat.session.items and person.heard(Reconnected) != [])  # noqa: B023
    assert bo.seat.session == cas.seat.session
    assert text_of(bo) == "before"
    await bo.until(lambda: bo.seat.is_all_safe)
    assert [entry.revision for entry in bo.seat.history] == [1, 2]
    bo.seat.undo()
    await cas.until(lambda: "new" not in cas.seat.session.items)


async def test_the_seat_that_becomes_the_room_can_still_undo_what_it_did_before(arrive: Arrive) -> None:
    ana, bo = await arrive("Ana"), await arrive("Bo")
    bo.seat.submit(retext(bo, "by Bo"))
    await bo.until(lambda: text_of(bo) == "by Bo")
    ana.seat.leave()
    await bo.until(lambda: bo.heard(Reconnected) != [])
    bo.seat.undo()
    await bo.until(lambda: text_of(bo) == "first")


async def test_a_viewer_may_look_and_no_more(arrive: Arrive) -> None:
    ana, viewer = await arrive("Ana"), await arrive("Vic", "viewer")
    viewer.seat.submit(retext(viewer, "mine"))
    await viewer.until(lambda: bool(viewer.heard(Rejected)))
    assert viewer.heard(Rejected)[0].refusal.code == "read_only"
    assert text_of(ana) == "first"


async def test_a_viewer_is_never_sent_what_is_covered_or_private(arrive: Arrive) -> None:
    ana, viewer = await arrive("Ana"), await arrive("Vic", "viewer")
    ana.seat.submit(add_item(ana.seat.session, "p", "a", "take", "a secret", private=True))
    ana.seat.submit(set_field(ana.seat.session, "items", "i1", "private", True))
    await viewer.until(lambda: text_of(viewer) == "")
    ana.seat.submit(retext(ana, "still a secret"))
    ana.seat.submit(retext(ana, "the end", "i2"))
    await viewer.until(lambda: text_of(viewer, "i2") == "the end")
    late = await arrive("Late", "viewer")
    for person in (viewer, late):
        assert {each.text for each in person.seat.session.items.values()} == {"", "the end"}
        assert replay(Session(id="s"), late.seat.history) == late.seat.session
    assert "secret" not in repr((late.seat.history, viewer.news, late.news))
    ana.seat.submit(set_field(ana.seat.session, "items", "p", "private", False))
    await late.until(lambda: text_of(late, "p") == "a secret")


async def test_a_viewer_that_comes_first_waits_for_the_room_and_holds_nothing(
    arrive: Arrive, keeper: SimpleKeeper
) -> None:
    viewer = await arrive("Vic", "viewer")
    assert text_of(viewer) == "first"
    assert not keeper.socket()
    ana = await arrive("Ana")
    ana.seat.submit(add_item(ana.seat.session, "p", "a", "take", "a secret", private=True))
    ana.seat.submit(retext(ana, "the end"))
    await viewer.until(lambda: text_of(viewer) == "the end")
    assert "secret" not in repr((viewer.seat.session, viewer.seat.history, viewer.news))


async def test_viewers_never_become_the_room(arrive: Arrive) -> None:
    ana, viewer = await arrive("Ana"), await arrive("Vic", "viewer")
    ana.seat.leave()
    await viewer.until(lambda: viewer.heard(Reconnecting) != [])
    bo = await arrive("Bo")
    await viewer.until(lambda: viewer.heard(Reconnected) != [])
    bo.seat.submit(retext(bo, "still together"))
    await viewer.until(lambda: text_of(viewer) == "still together")
