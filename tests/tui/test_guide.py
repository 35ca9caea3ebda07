"""The guide: which step asks what, what is open in it, the way there, and the step that everyone is told of."""

from __future__ import annotations

from textual.pilot import Pilot

from mgtui.domain.people import Person
from mgtui.live.seat import LocalSeat
from mgtui.tui.app import MgtuiApp
from mgtui.tui.screens.guide import GuideScreen, Steps
from mgtui.tui.screens.interests import InterestsScreen
from mgtui.tui.widgets.guide_band import GuideBand
from tests.tui import conversing
from tests.tui.stage import Stage, app_with

BO = Person(client="bo-1", name="Bo", role="facilitator")


def shown(pilot: Pilot[int]) -> str:
    rows = pilot.app.screen.query_one(Steps).rows
    return "\n".join("".join(text for text, _role in line) for row in rows for line in row.lines)


def band(pilot: Pilot[int]) -> str:
    return "".join(each.render_line(0).text for each in pilot.app.screen.query(GuideBand) if each.display)


async def test_the_guide_opens_at_the_first_step_that_is_open_with_its_questions() -> None:
    async with app_with(conversing.session()).run_test(size=(120, 36)) as pilot:
        await pilot.press("f3")
        assert "prepared to put in what it takes" in shown(pilot)
        assert "één aanmeldpunt: find who brings this for sure" in shown(pilot)
        await pilot.press("down")
        assert "How do you get your own interests" in shown(pilot)


async def test_a_private_interest_is_not_told_by_the_guide() -> None:
    async with app_with(conversing.session()).run_test(size=(120, 36)) as pilot:
        await pilot.press("f3", "down")
        assert "something private: let something it takes serve this" in shown(pilot)
        assert "pensioen" not in shown(pilot)


async def test_enter_goes_where_the_step_happens() -> None:
    async with app_with(conversing.session()).run_test(size=(120, 36)) as pilot:
        await pilot.press("f3", "down", "enter")
        assert isinstance(pilot.app.screen, InterestsScreen)


async def test_the_step_that_is_held_stands_on_every_screen_until_it_is_put_away() -> None:
    async with app_with(conversing.session()).run_test(size=(120, 36)) as pilot:
        await pilot.press("f3", "down", "space", "escape")
        assert "2/7 Interests  What are your interests?" in band(pilot)
        await pilot.press("f3", "x", "escape")
        assert band(pilot) == ""


async def test_the_step_that_another_facilitator_holds_reaches_everyone_in_the_room() -> None:
    stage = Stage()
    async with app_with(conversing.session(), stage).run_test(size=(120, 36)) as pilot:
        assert stage.room
        bo = LocalSeat(stage.room, BO)
        bo.show(type(bo.view)(step="balance"))
        await pilot.pause()
        assert "5/7 Balance" in band(pilot)


async def test_only_a_facilitator_says_which_step_is_held() -> None:
    stage = Stage()
    app_with(conversing.session(), stage)
    assert stage.room
    app = MgtuiApp(stage, LocalSeat(stage.room, Person(client="c-1", name="Cees", role="co-facilitator")))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("f3", "space")
        assert stage.room.view.step == ""
        assert isinstance(app.screen, GuideScreen)
        assert app.notice is not None


async def test_whoever_goes_from_screen_to_screen_listens_to_the_room_once() -> None:
    stage = Stage()
    async with app_with(conversing.session(), stage).run_test(size=(120, 36)) as pilot:
        await pilot.press("f3", "space", "escape")
        seat = pilot.app.seat  # type: ignore[attr-defined]
        before = len(seat._listeners)
        for key in ("s", "i", "a", "m", "w", "b"):
            await pilot.press(key)
            await pilot.pause()
        assert len(seat._listeners) == before
