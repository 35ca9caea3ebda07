"""The history on screen: of the session, of a meeting or of one item, in words, and the way back to any of it."""

from __future__ import annotations

from decimal import Decimal

from textual.pilot import Pilot

from mgtui.domain.difference import difference
from mgtui.domain.people import Person
from mgtui.domain.session import Session
from mgtui.domain.verbs import common, items, meetings
from mgtui.live.room import Room
from mgtui.live.seat import LocalSeat
from mgtui.tui.app import MgtuiApp
from mgtui.tui.screens import history_rows
from mgtui.tui.screens.history import MOST, HistoryScreen
from tests.tui import sessions
from tests.tui.stage import ANA, NOW, Stage

SIZE = (120, 36)
BO = Person(client="bo-1", name="Bo", role="co-facilitator")


def worked_on(stage: Stage, *, changes: int = 0) -> LocalSeat:
    """The schools: two weights of i1 and one of i2 by Bo, then a meeting, then as many more `changes` of i3."""
    stage.room = Room(Session(id="s"), [], stage, lambda: NOW)
    seat = LocalSeat(stage.room, BO)
    schools = sessions.schools()
    whole = Session(id="s", title=schools.title, partners=schools.partners, items=schools.items)
    seat.submit(difference(seat.session, whole))
    seat.submit(items.set_weight(seat.session, "i1", Decimal(2)))
    seat.submit(items.set_weight(seat.session, "i2", Decimal(1)))
    seat.submit(items.set_weight(seat.session, "i1", Decimal(3)))
    seat.submit(meetings.start_meeting(seat.session, "m1", NOW, 5, "Begin"))
    for number in range(changes):
        seat.submit(items.set_weight(seat.session, "i3", Decimal(1 + number % 2)))
    return seat


def ana(stage: Stage, role: str = "facilitator") -> MgtuiApp:
    assert stage.room
    person = ANA if role == "facilitator" else Person(client="v-1", name="V", role="viewer")
    return MgtuiApp(stage, LocalSeat(stage.room, person))


def screen_of(pilot: Pilot[int]) -> HistoryScreen:
    screen = pilot.app.screen
    assert isinstance(screen, HistoryScreen)
    return screen


def session_of(pilot: Pilot[int]) -> Session:
    assert isinstance(pilot.app, MgtuiApp)
    assert pilot.app.session
    return pilot.app.session


def shown(pilot: Pilot[int]) -> str:
    rows = screen_of(pilot).sheet.rows
    return "\n".join("".join(text for text, _role in line) for row in rows for line in row.lines)


async def test_every_change_says_who_when_and_what_with_the_latest_on_top() -> None:
    stage = Stage()
    worked_on(stage)
    async with ana(stage).run_test(size=SIZE) as pilot:
        await pilot.press("g", "H")
        assert "5 changes" in shown(pilot)
        assert "Bo: weight of “grotere instroom van leerlingen”: 2 → 3" in shown(pilot)
        numbers = [int(row.key.partition(" ")[2]) for row in screen_of(pilot).sheet.rows if row.key]
        assert numbers == [5, 4, 3, 2, 1]


async def test_on_an_item_it_is_the_history_of_that_item_and_tab_shows_the_rest() -> None:
    stage = Stage()
    worked_on(stage)
    async with ana(stage).run_test(size=SIZE) as pilot:
        await pilot.press("H")
        assert "[De Regenboog: grotere i" in shown(pilot)
        assert "3 changes" in shown(pilot)
        await pilot.press("tab")
        assert "[everything]" in shown(pilot)
        await pilot.press("tab")
        assert "[Begin]" in shown(pilot)
        assert "1 change," in shown(pilot)
        await pilot.press("escape")
        assert pilot.app.screen is pilot.app.get_screen("board")


async def test_one_key_goes_back_and_one_undo_takes_that_back() -> None:
    stage = Stage()
    worked_on(stage)
    async with ana(stage).run_test(size=SIZE) as pilot:
        await pilot.press("g", "H", "down", "down", "down")
        assert screen_of(pilot).revision == 2
        await pilot.press("B")
        weights = [session_of(pilot).items[each].weight for each in ("i1", "i2")]
        assert weights == [Decimal(2), Decimal(4)]
        assert set(session_of(pilot).meetings) == {"m1"}
        assert "Ana: back to revision 2" in shown(pilot)
        await pilot.press("ctrl+z")
        assert session_of(pilot).items["i1"].weight == Decimal(3)
        assert "Ana: taken back: back to revision 2" in shown(pilot)


async def test_from_an_item_only_that_item_goes_back() -> None:
    stage = Stage()
    worked_on(stage)
    async with ana(stage).run_test(size=SIZE) as pilot:
        await pilot.press("H", "down", "B")
        weights = [session_of(pilot).items[each].weight for each in ("i1", "i2")]
        assert weights == [Decimal(2), Decimal(1)]


async def test_looking_closer_tells_what_going_back_would_do() -> None:
    stage = Stage()
    worked_on(stage)
    async with ana(stage).run_test(size=SIZE) as pilot:
        await pilot.press("g", "H", "enter")
        assert "this is how it still is" in shown(pilot)
        await pilot.press("down", "down", "enter")
        assert "De Regenboog: grotere instroom van leerlingen – weight: 3 → 2" in shown(pilot)


async def test_walking_on_shows_what_is_older() -> None:
    stage = Stage()
    worked_on(stage, changes=MOST + 30)
    async with ana(stage).run_test(size=SIZE) as pilot:
        await pilot.press("g", "H")
        assert "35 older changes" in shown(pilot)
        await pilot.press("end")
        assert "older" not in shown(pilot)
        assert screen_of(pilot).revision == 35
        assert history_rows.OLDER not in [row.key for row in screen_of(pilot).sheet.rows]


async def test_what_is_private_is_told_without_its_words() -> None:
    stage = Stage()
    bo = worked_on(stage)
    text = bo.session.items["i1"].text
    bo.submit(common.set_field(bo.session, "items", "i1", "private", True))
    async with ana(stage).run_test(size=SIZE) as pilot:
        await pilot.press("g", "H", "down", "enter")
        assert text not in shown(pilot)
        assert "something private" in shown(pilot)


async def test_a_viewer_looks_and_goes_back_to_nothing() -> None:
    stage = Stage()
    worked_on(stage)
    async with ana(stage, "viewer").run_test(size=SIZE) as pilot:
        before = session_of(pilot)
        await pilot.press("g", "H", "down", "B")
        assert session_of(pilot) == before
        assert "ctrl+z" not in shown(pilot)
