"""Why partners are at the table: written down in place, private where personal, and served by what they take."""

from __future__ import annotations

from textual.pilot import Pilot

from mgtui.domain.people import Person
from mgtui.domain.session import Interest, Session
from mgtui.live.room import Room
from mgtui.live.seat import LocalSeat
from mgtui.tui.app import MgtuiApp
from mgtui.tui.screens.interests import InterestsScreen
from tests.tui import conversing
from tests.tui.stage import NOW, Stage, app_with


def screen_of(pilot: Pilot[int]) -> InterestsScreen:
    screen = pilot.app.screen
    assert isinstance(screen, InterestsScreen)
    return screen


def session_of(pilot: Pilot[int]) -> Session:
    assert isinstance(pilot.app, MgtuiApp)
    assert pilot.app.session
    return pilot.app.session


def shown(pilot: Pilot[int]) -> str:
    """All that the list says, line by line."""
    rows = screen_of(pilot).sheet.rows
    return "\n".join("".join(text for text, _role in line) for row in rows for line in row.lines)


def named(session: Session, text: str) -> Interest:
    return next(each for each in session.interests.values() if each.text == text)


async def test_i_leads_to_the_interests_of_the_partner_under_the_cursor() -> None:
    async with app_with(conversing.session()).run_test(size=(120, 36)) as pilot:
        await pilot.press("tab", "tab", "i")
        assert screen_of(pilot).partner == "p3"
        assert "zelfstandig blijven" in shown(pilot)
        assert "genoeg leerlingen" not in shown(pilot)


async def test_what_nothing_serves_is_marked_and_what_is_served_says_by_what() -> None:
    async with app_with(conversing.session()).run_test(size=(120, 36)) as pilot:
        await pilot.press("i")
        assert "served by: grotere instroom van leerlingen" in shown(pilot)
        assert "nothing serves this yet" in shown(pilot)


async def test_a_personal_interest_starts_private_and_v_opens_it() -> None:
    async with app_with(conversing.session()).run_test(size=(120, 36)) as pilot:
        await pilot.press("i", "end", "n", *"rust", "enter")
        assert named(session_of(pilot), "rust").side == "personal"
        assert named(session_of(pilot), "rust").private
        await pilot.press("v")
        assert not named(session_of(pilot), "rust").private


async def test_a_digit_says_how_much_an_interest_matters() -> None:
    async with app_with(conversing.session()).run_test(size=(120, 36)) as pilot:
        await pilot.press("i", "3")
        assert session_of(pilot).interests["b1"].importance == 3
        await pilot.press("0")
        assert session_of(pilot).interests["b1"].importance is None


async def test_one_key_makes_a_take_item_that_serves_the_interest_and_undo_takes_it_back() -> None:
    async with app_with(conversing.session()).run_test(size=(120, 36)) as pilot:
        await pilot.press("i", "down", "t")
        made = [item for item in session_of(pilot).items.values() if "b2" in item.interests]
        assert [(item.direction, item.text, item.private) for item in made] == [
            ("take", "met opgeheven hoofd met pensioen", True)
        ]
        await pilot.press("ctrl+z")
        assert not any("b2" in item.interests for item in session_of(pilot).items.values())


async def test_an_interest_can_be_said_to_be_served_by_what_is_taken_already() -> None:
    async with app_with(conversing.session()).run_test(size=(120, 36)) as pilot:
        await pilot.press("i", "down", "l", *"continu", "enter", "escape")
        assert session_of(pilot).items["i2"].interests == ("b2",)


async def test_a_take_item_on_the_board_can_say_which_interest_it_serves() -> None:
    async with app_with(conversing.session()).run_test(size=(120, 36)) as pilot:
        await pilot.press("down", "I", *"pensioen", "enter", "escape")
        assert "b2" in session_of(pilot).items["i2"].interests


async def test_pasted_lines_become_interests() -> None:
    async with app_with(conversing.session()).run_test(size=(120, 36)) as pilot:
        await pilot.press("i")
        screen_of(pilot).paste(["een", "twee"])
        texts = [each.text for each in session_of(pilot).interests_of("p1")]
        assert texts == ["genoeg leerlingen", "een", "twee", "met opgeheven hoofd met pensioen"]


async def test_an_interest_moves_within_its_own_list() -> None:
    async with app_with(conversing.session()).run_test(size=(120, 36)) as pilot:
        await pilot.press("i", "n", *"tweede", "enter", "alt+up")
        own = session_of(pilot).interests_of("p1")
        assert [each.text for each in own if each.side == "organisational"] == ["tweede", "genoeg leerlingen"]


async def test_an_empty_text_is_refused_in_place_and_nothing_is_lost() -> None:
    async with app_with(conversing.session()).run_test(size=(120, 36)) as pilot:
        await pilot.press("i", "enter", "ctrl+u", "enter")
        assert "An interest can't be empty" in shown(pilot)
        await pilot.press("escape")
        assert session_of(pilot).interests["b1"].text == "genoeg leerlingen"


async def test_a_viewer_sees_no_private_interest_and_changes_nothing() -> None:
    stage = Stage()
    room = Room(conversing.session(), [], stage, lambda: NOW)
    stage.room = room
    seat = LocalSeat(room, Person(client="v-1", name="Vera", role="viewer"))
    async with MgtuiApp(stage, seat).run_test(size=(120, 36)) as pilot:
        await pilot.press("i")
        assert "pensioen" not in shown(pilot)
        await pilot.press("1")
        assert session_of(pilot).interests["b1"].importance == 5
