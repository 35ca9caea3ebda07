"""The welcome screen gets a person going: on with a session, into a new one, or around in a sample."""

from __future__ import annotations

from datetime import UTC, datetime

from textual.events import Paste
from textual.pilot import Pilot

from mgtui.domain.scale import POINTS, amounts
from mgtui.locale import use
from mgtui.tui.app import MgtuiApp
from mgtui.tui.doors import RecentSession
from mgtui.tui.editing.field import Field
from mgtui.tui.screens.board import BoardScreen
from mgtui.tui.screens.welcome import WelcomeScreen
from mgtui.tui.widgets.labelled import ListField
from mgtui.tui.widgets.row_list import RowList
from tests.tui import sessions
from tests.tui.stage import Stage, app_with

SCHOOLS = RecentSession(
    path="/home/ana/scholen.mgt.json", title="Scholen werven samen", opened=datetime(2026, 11, 23, 14, 2, tzinfo=UTC)
)
GONE = RecentSession(
    path="/home/ana/weg.mgt.json", title="Weg", opened=datetime(2026, 9, 3, 9, 0, tzinfo=UTC), is_there=False
)


def shown(app: MgtuiApp) -> str:
    ways = app.screen.query_one(RowList)
    return "\n".join(ways.render_line(y).text.rstrip() for y in range(ways.size.height))


async def _type(pilot: Pilot[int], text: str) -> None:
    await pilot.press(*("space" if c == " " else "comma" if c == "," else c for c in text))


def _stage() -> Stage:
    stage = Stage()
    stage.recently = [SCHOOLS, GONE]
    return stage


async def test_enter_on_a_recent_session_opens_it() -> None:
    stage = _stage()
    app = app_with(None, stage)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        assert app.session
        assert app.session.title == "Scholen werven samen"
        assert isinstance(app.screen, BoardScreen)


async def test_a_session_that_is_gone_is_marked_and_choosing_it_explains() -> None:
    app = app_with(None, _stage())
    async with app.run_test(size=(120, 36)) as pilot:
        assert "not found any more" in shown(app)
        await pilot.press("down", "down", "down", "enter")
        await pilot.pause()
        assert app.notice
        assert "/home/ana/weg.mgt.json" in app.notice.text
        assert isinstance(app.screen, WelcomeScreen)


async def test_a_click_opens_a_sample() -> None:
    app = app_with(None)
    async with app.run_test(size=(120, 36)) as pilot:
        y = shown(app).splitlines().index(next(x for x in shown(app).splitlines() if "A festival" in x))
        await pilot.click(RowList, offset=(5, y))
        await pilot.pause()
        assert app.session
        assert app.session.title == "A festival on the quay"


async def test_the_form_begins_a_session_with_its_partners_ambition_and_unit() -> None:
    stage = Stage()
    app = app_with(None, stage)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("n")
        for text in ("Samen verder", "De Linde, Het Kompas", "een school", "euro"):
            await _type(pilot, text)
            await pilot.press("enter")
        await pilot.pause()
        [new] = stage.created
        assert (new.title, new.partners) == ("Samen verder", ("De Linde", "Het Kompas"))
        assert (new.ambition, new.scale) == ("een school", amounts("euro"))
        assert isinstance(app.screen, BoardScreen)


async def test_without_a_unit_weights_are_points() -> None:
    stage = Stage()
    app = app_with(None, stage)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("n")
        await _type(pilot, "Samen")
        await pilot.press("enter", "enter", "enter", "enter")
        await pilot.pause()
        assert stage.created[0].scale == POINTS


async def test_a_session_without_a_title_is_asked_for_one() -> None:
    stage = Stage()
    app = app_with(None, stage)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("n", "enter", "enter", "enter", "enter")
        await pilot.pause()
        assert not stage.created
        assert app.screen.focused is app.screen.query_one("#title", Field)


async def test_pasted_lines_are_partners_each() -> None:
    app = app_with(None)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("n")
        await pilot.pause()
        field = app.screen.query_one(ListField)
        field._on_paste(Paste("- De Linde\n- Het Kompas\n"))
        assert field.value == "De Linde, Het Kompas"


async def test_a_path_is_typed_and_a_wrong_one_stays_in_the_field() -> None:
    app = app_with(None)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("o")
        await pilot.press(*"nee")
        await pilot.press("enter")
        await pilot.pause()
        field = app.screen.query_one("#path", Field)
        assert field.value == "nee"
        field.value = "/home/ana/scholen.mgt.json"
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, BoardScreen)


async def test_esc_goes_from_a_form_back_to_the_list() -> None:
    app = app_with(None)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("n", "escape")
        await pilot.pause()
        assert app.screen.focused is app.screen.query_one(RowList)


async def test_one_key_turns_the_whole_screen_dutch() -> None:
    app = app_with(None)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "New session" in shown(app)
        await pilot.press("f9")
        await pilot.pause()
        assert "Nieuwe sessie" in shown(app)
        assert app.doors.settings.language == "nl"


async def test_samples_in_the_language_in_use_come_first() -> None:
    use("nl")
    app = app_with(None)
    async with app.run_test(size=(120, 36)):
        text = shown(app)
        assert text.index("Scholen werven samen") < text.index("A festival on the quay")


async def test_a_newcomer_is_shown_where_to_begin() -> None:
    app = app_with(None)
    async with app.run_test(size=(120, 36)):
        assert "New here? Choose a sample below" in shown(app)


async def test_whoever_came_from_a_session_can_go_back_to_it() -> None:
    app = app_with(sessions.schools())
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("f10")
        await pilot.pause()
        assert "Back to Scholen werven samen" in shown(app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, BoardScreen)
