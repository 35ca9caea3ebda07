"""What may be shown ahead of being taken in, and that nothing comes out of order or too late for it."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest

from mgtui.domain.changes import Set
from mgtui.domain.history import Entry
from mgtui.domain.news import Changed, Replaced, Saved
from mgtui.domain.people import Place
from mgtui.domain.verbs.common import set_field
from mgtui.live import ahead
from mgtui.live.ahead import Ahead
from mgtui.live.joining import SharedSeat
from mgtui.live.protocol import Durable, FromRoom, Here, Nothing, Taken
from tests.live.conftest import Arrive, Person


def taken(revision: int, client: str = "bo", field: str = "weight") -> Taken:
    change = Set("items", "i1", field, str(revision))
    return Taken(
        Entry(revision=revision, at=datetime(2026, 1, 1, tzinfo=UTC), by="Bo", client=client, seq=1, change=change)
    )


class Listener:
    """Takes in frames, and shows weights ahead."""

    def __init__(self) -> None:
        self.taken_in: list[FromRoom] = []
        self.ahead = Ahead("ana", self.taken_in.append)
        self.ahead.show = lambda change: isinstance(change, Set) and change.field == "weight"


async def test_what_is_shown_is_taken_in_a_moment_later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "MOMENT", 0.05)
    it = Listener()
    it.ahead.hear(taken(1))
    it.ahead.hear(taken(2))
    assert it.taken_in == []
    await asyncio.sleep(0.2)
    assert it.taken_in == [taken(1), taken(2)]


async def test_what_can_not_be_shown_is_taken_in_at_once_behind_all_that_waited() -> None:
    it = Listener()
    it.ahead.hear(taken(1))
    it.ahead.hear(taken(2, field="text"))
    assert it.taken_in == [taken(1), taken(2, field="text")]


async def test_that_all_is_safe_and_where_others_are_waits_with_it() -> None:
    it = Listener()
    frames: list[FromRoom] = [taken(1), Durable(1), Here(None, {"bo": Place(table="items", id="i1")})]
    for frame in frames:
        it.ahead.hear(frame)
    assert it.taken_in == []
    it.ahead.catch_up()
    assert it.taken_in == frames


@pytest.mark.parametrize("answer", [taken(2, client="ana"), Nothing(2)])
async def test_the_answer_to_what_one_did_oneself_never_waits(answer: FromRoom) -> None:
    it = Listener()
    it.ahead.hear(taken(1))
    it.ahead.hear(answer)
    assert it.taken_in == [taken(1), answer]


async def test_of_what_is_taken_in_for_another_nothing_is_passed() -> None:
    it = Listener()
    order: list[FromRoom] = []

    def take_in(frame: FromRoom) -> None:
        if frame == taken(1):
            it.ahead.hear(Nothing(9))  # as when something is sent because of it, and answered
        order.append(frame)

    it.ahead = Ahead("ana", take_in)
    it.ahead.show = lambda change: True
    it.ahead.hear(taken(1))
    it.ahead.hear(taken(2))
    it.ahead.catch_up()
    assert order.index(taken(2)) < order.index(Nothing(9))


async def test_nothing_waits_when_nobody_shows_anything_ahead() -> None:
    it = Listener()
    it.ahead.show = None
    it.ahead.hear(taken(1))
    assert it.taken_in == [taken(1)]


def showing(person: Person) -> list[object]:
    """Have that person be shown all changes ahead; gives what they are shown."""
    shown: list[object] = []

    def show(change: object) -> bool:
        shown.append(change)
        return True

    person.seat.listen(lambda news: None, show)
    return shown


async def test_one_who_does_something_builds_on_all_that_was_shown(
    arrive: Arrive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "MOMENT", 60.0)
    ana, bo = await arrive("Ana"), await arrive("Bo")
    shown = showing(bo)
    ana.seat.submit(set_field(ana.seat.session, "items", "i1", "text", "by Ana"))
    await bo.until(lambda: bool(shown))
    assert bo.seat.session.items["i1"].text == "first"
    bo.seat.catch_up()
    assert bo.seat.session.items["i1"].text == "by Ana"
    bo.seat.submit(set_field(bo.seat.session, "items", "i1", "text", "by Bo"))
    await bo.until(lambda: bo.seat.is_all_safe)
    assert ana.seat.session == bo.seat.session
    assert not bo.heard(Replaced)


async def test_one_who_has_left_hears_of_nothing_any_more(arrive: Arrive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "MOMENT", 0.01)
    ana, bo = await arrive("Ana"), await arrive("Bo")
    shown = showing(bo)
    entry = ana.seat.history
    ana.seat.submit(set_field(ana.seat.session, "items", "i1", "text", "by Ana"))
    late = Taken(entry[-1])
    monkeypatch.setattr(SharedSeat, "_wait_for_all_answers", lambda seat: seat._ahead.hear(late))
    bo.seat.leave()
    assert shown
    heard = len(bo.heard(Changed))
    await asyncio.sleep(0.1)
    assert len(bo.heard(Changed)) == heard == 1


async def test_one_who_leaves_or_loses_the_room_has_heard_of_all_that_was_shown(
    arrive: Arrive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "MOMENT", 60.0)
    ana, bo, cas = await arrive("Ana"), await arrive("Bo"), await arrive("Cas")
    seen = showing(bo), showing(cas)
    ana.seat.submit(set_field(ana.seat.session, "items", "i1", "text", "by Ana"))
    await bo.until(lambda: all(seen))
    cas.seat.leave()
    assert cas.heard(Changed)
    ana.seat.leave()
    await bo.until(lambda: bo.seat.session.items["i1"].text == "by Ana" and bool(bo.heard(Saved)))
