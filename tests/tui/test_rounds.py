"""A writing round on the screens: how it begins, what its band tells each, and what `v` does while it lasts."""

from __future__ import annotations

from datetime import timedelta

import pytest
from textual.pilot import Pilot

from mgtui.cli.settings import Settings
from mgtui.domain.people import Person, Role
from mgtui.domain.verbs import common, items, rounds
from mgtui.live.seat import LocalSeat
from mgtui.tui.app import MgtuiApp
from mgtui.tui.screens.board import BoardScreen
from mgtui.tui.screens.guide import Steps
from mgtui.tui.screens.round import RoundScreen
from mgtui.tui.widgets.guide_band import GuideBand
from mgtui.tui.widgets.round_band import RoundBand
from tests.tui import conversing, sessions
from tests.tui.board import Seen
from tests.tui.stage import NOW, Stage, app_with

SIZE = (120, 36)


def band(pilot: Pilot[int]) -> str:
    shown = [each for each in pilot.app.screen.query(RoundBand) if each.display]
    return "\n".join(each.render_line(y).text for each in shown for y in range(each.size.height))


def on_the_board(pilot: Pilot[int]) -> Seen:
    assert isinstance(pilot.app, MgtuiApp)
    return Seen(pilot.app, pilot)


def sit(stage: Stage, name: str, role: Role = "co-facilitator") -> LocalSeat:
    assert stage.room
    return LocalSeat(stage.room, Person(client=f"{name.lower()}-1", name=name, role=role))


def app_of(stage: Stage, role: Role) -> MgtuiApp:
    """The app of someone in `role` in the room of the stage."""
    stage.seat(sessions.schools())
    return MgtuiApp(stage, sit(stage, "Cees", role))


async def test_two_enters_begin_a_round_about_the_column_under_the_cursor() -> None:
    stage = Stage()
    async with app_with(sessions.schools(), stage).run_test(size=SIZE) as pilot:
        await pilot.press("C", "enter", "enter")
        assert stage.room
        found = stage.room.session.current_round
        assert found
        assert (found.direction, found.seconds) == ("take", 180)
        assert found.question == "What do you want to take from the collaboration?"
        assert "What do you want to take" in band(pilot)
        assert "03:00" in band(pilot)


async def test_in_plain_signs_the_keys_of_the_band_are_whole_in_the_narrowest_window() -> None:
    stage = Stage(Settings(language="en", name="Ana", ascii=True))
    async with app_with(sessions.crowd("Gemeente Overkoepelende Regio", 6), stage).run_test(size=(80, 24)) as pilot:
        for name in ("Bartholomeus van Bo", "Cornelia van der Cas", "Desdemona van Duin", "Everhardus Ee"):
            sit(stage, name)
        await pilot.press("C", "enter", "enter")
        await pilot.pause()
        assert band(pilot).splitlines()[-1].rstrip().endswith("V reveal")
        assert band(pilot).isascii()


async def test_what_it_is_about_and_its_question_go_along_and_a_time_that_is_none_is_refused() -> None:
    stage = Stage()
    async with app_with(sessions.schools(), stage).run_test(size=SIZE) as pilot:
        await pilot.press("C", "shift+tab", "enter", "tab", "enter", "backspace", *"soon", "enter")
        assert isinstance(pilot.app.screen, RoundScreen)
        await pilot.press(*(["backspace"] * 4), *"1,5", "enter")
        assert stage.room
        found = stage.room.session.current_round
        assert found
        assert (found.direction, found.seconds) == ("bring", 90)
        assert found.question == "What are you prepared to bring?"


async def test_esc_begins_nothing() -> None:
    stage = Stage()
    async with app_with(sessions.schools(), stage).run_test(size=SIZE) as pilot:
        await pilot.press("C", "escape")
        assert stage.room
        assert stage.room.session.current_round is None


async def test_the_guide_offers_a_round_where_people_take_and_bring() -> None:
    async with app_with(conversing.session()).run_test(size=SIZE) as pilot:
        await pilot.press("f3", "down")
        steps = pilot.app.screen.query_one(Steps)
        shown = ["".join(text for line in row.lines for text, _ink in line) for row in steps.rows]
        assert not any("everyone write first" in each for each in shown)
        await pilot.press("down")
        shown = ["".join(text for line in row.lines for text, _ink in line) for row in steps.rows]
        assert any("everyone write first" in each for each in shown)
        await pilot.press("C", "enter", "enter")
        assert isinstance(pilot.app.screen, BoardScreen)
        assert "What do you want to take" in band(pilot)


async def test_the_band_tells_who_is_ready_and_a_facilitator_reveals() -> None:
    stage = Stage()
    async with app_with(sessions.schools(), stage).run_test(size=SIZE) as pilot:
        bo = sit(stage, "Bo")
        await pilot.press("C", "enter", "enter")
        assert "ready: 0 of 1   not yet: Bo" in band(pilot)
        bo.submit(items.add_item(bo.session, "b1", "p3", "take", "geheim plan"))
        bo.submit(rounds.turn_ready(bo.session, "new1", bo.person, NOW))
        await pilot.pause()
        assert "ready: 1 of 1 (Bo)" in band(pilot)
        assert "V reveal" in band(pilot)
        await pilot.press("space")
        assert "ready: 2 of 2 (Bo, Ana)" in band(pilot)
        it = on_the_board(pilot)
        assert "1 covered" in it.text
        assert "geheim plan" not in it.text
        await pilot.press("V")
        assert band(pilot) == ""
        assert "geheim plan" in it.text
        assert it.app.notice
        assert it.app.notice.text == "Ana has revealed 1 item."
        await pilot.press("ctrl+z")
        assert "geheim plan" not in it.text
        assert "What do you want to take" in band(pilot)


@pytest.mark.parametrize(("role", "told"), [("co-facilitator", "space I am ready"), ("viewer", "ready: 0 of 0")])
async def test_who_is_no_facilitator_is_offered_no_revealing(role: Role, told: str) -> None:
    stage = Stage()
    async with app_of(stage, role).run_test(size=SIZE) as pilot:
        fay = sit(stage, "Fay", "facilitator")
        fay.submit(rounds.open_round("r", NOW, "And?", seconds=60))
        await pilot.pause()
        assert "reveal" not in band(pilot).replace("revealed", "")
        if role != "viewer":
            assert told in band(pilot)
        await pilot.press("V")
        assert stage.room
        assert stage.room.session.current_round is not None


async def test_when_the_time_is_up_the_band_says_so_and_nothing_is_revealed() -> None:
    stage = Stage()
    async with app_with(sessions.schools(), stage).run_test(size=SIZE) as pilot:
        assert stage.room
        fay = sit(stage, "Fay", "facilitator")
        fay.submit(rounds.open_round("r", NOW - timedelta(seconds=61), "And?", seconds=60))
        await pilot.pause()
        assert "time is up" in band(pilot)
        assert stage.room.session.current_round is not None


async def test_a_round_takes_the_place_of_the_question_of_the_step_that_is_held() -> None:
    async with app_with(conversing.session()).run_test(size=SIZE) as pilot:
        await pilot.press("f3", "space", "escape")
        assert pilot.app.screen.query_one(GuideBand).display
        await pilot.press("C", "enter", "enter")
        assert not pilot.app.screen.query_one(GuideBand).display
        await pilot.press("V")
        assert pilot.app.screen.query_one(GuideBand).display


async def test_in_a_round_v_makes_ones_covered_item_private_as_well() -> None:
    async with app_with(sessions.schools()).run_test(size=SIZE) as pilot:
        it = on_the_board(pilot)
        await pilot.press("C", "enter", "enter", "n", *"geheim", "enter", "escape", "v")
        item = it.item("geheim")
        assert (item.covered, item.private) == (True, True)
        await pilot.press("v")
        item = it.item("geheim")
        assert (item.covered, item.private) == (True, False)


async def test_beside_a_round_v_goes_from_open_to_private_to_covered_and_back_also_for_a_co_facilitator() -> None:
    stage = Stage()
    async with app_of(stage, "co-facilitator").run_test(size=SIZE) as pilot:
        it = on_the_board(pilot)
        await pilot.press("down")
        states = []
        for _ in range(3):
            await pilot.press("v")
            states.append((it.here.private, it.here.covered))
        assert states == [(True, False), (False, True), (False, False)]


async def test_what_is_being_edited_goes_on_as_a_new_item_when_another_covers_it() -> None:
    stage = Stage()
    async with app_with(sessions.schools(), stage).run_test(size=SIZE) as pilot:
        it = on_the_board(pilot)
        await pilot.press("down")
        item = it.here
        await pilot.press("enter", *" en meer")
        bo = sit(stage, "Bo")
        bo.submit(common.set_field(bo.session, "items", item.id, "covered", True))
        await pilot.pause()
        assert it.board.desk.editor
        assert it.board.desk.editor.flaw.startswith("Someone has just covered this item")
        await pilot.press("enter", "escape")
        assert it.item(f"{item.text} en meer").id != item.id
        assert bo.session.items[item.id].text == item.text


async def test_the_band_speaks_dutch_and_plain_letters() -> None:
    async with app_with(sessions.schools()).run_test(size=(80, 24)) as pilot:
        await pilot.press("f9", "C", "enter", "enter")
        assert "Wat wil jij uit de samenwerking halen?" in band(pilot)
        assert "ik ben klaar" in band(pilot)
        assert "onthul" in band(pilot)
