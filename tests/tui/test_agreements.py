"""Who does what by when: written in place, due on a day, resting on items, and confirmed as it then stands."""

from __future__ import annotations

from datetime import date

from textual.pilot import Pilot

from mgtui.domain.agreements import confirmation_state
from mgtui.domain.people import Person
from mgtui.domain.session import Agreement, Session
from mgtui.domain.verbs import agreements as verbs
from mgtui.domain.verbs.items import set_weight
from mgtui.live.room import Room
from mgtui.live.seat import LocalSeat
from mgtui.tui.app import MgtuiApp
from mgtui.tui.screens.agreements import AgreementsScreen
from tests.tui import sessions
from tests.tui.stage import NOW, Stage, app_with

SIZE = (120, 36)


def screen_of(pilot: Pilot[int]) -> AgreementsScreen:
    screen = pilot.app.screen
    assert isinstance(screen, AgreementsScreen)
    return screen


def session_of(pilot: Pilot[int]) -> Session:
    assert isinstance(pilot.app, MgtuiApp)
    assert pilot.app.session
    return pilot.app.session


def shown(pilot: Pilot[int]) -> str:
    rows = screen_of(pilot).sheet.rows
    return "\n".join("".join(text for text, _role in line) for row in rows for line in row.lines)


def only(session: Session) -> Agreement:
    (found,) = session.agreements.values()
    return found


async def test_an_agreement_is_typed_in_place_with_its_day() -> None:
    async with app_with(sessions.schools()).run_test(size=SIZE) as pilot:
        await pilot.press("w", "n", *"open dag", "enter", "d", *"3 dec", "enter")
        assert only(session_of(pilot)).text == "open dag"
        assert only(session_of(pilot)).due == date(2026, 12, 3)
        assert "by 3 Dec 2026" in shown(pilot)


async def test_a_day_that_is_none_is_refused_with_its_text_still_there() -> None:
    async with app_with(sessions.schools()).run_test(size=SIZE) as pilot:
        await pilot.press("w", "n", *"open dag", "enter", "d", *"ooit", "enter")
        assert "That is no day." in shown(pilot)
        assert "ooit" in shown(pilot)
        assert only(session_of(pilot)).due is None


async def test_an_agreement_that_is_late_stands_out() -> None:
    async with app_with(sessions.schools()).run_test(size=SIZE) as pilot:
        await pilot.press("w", "n", *"open dag", "enter", "d", *"2026-11-20", "enter")
        assert "1 agreement overdue" in shown(pilot)
        assert "overdue by 3 days" in shown(pilot)
        await pilot.press("t")
        assert "overdue" not in shown(pilot)


async def test_partners_and_items_are_ticked_in_a_list() -> None:
    async with app_with(sessions.schools()).run_test(size=SIZE) as pilot:
        await pilot.press("w", "n", *"open dag", "enter", "p", "down", "enter", "escape", "l", "enter", "escape")
        agreement = only(session_of(pilot))
        assert agreement.partners == ("p2",)
        assert len(agreement.items) == 1


async def test_a_confirmation_tells_when_it_was_given_and_by_whom_it_was_noted() -> None:
    async with app_with(sessions.schools()).run_test(size=SIZE) as pilot:
        await pilot.press("w", "n", *"open dag", "enter", "down", "space")
        assert confirmation_state(session_of(pilot), only(session_of(pilot)), "p1") == "confirmed"
        assert "confirmed on 23 Nov 2026 (noted by Ana)" in shown(pilot)
        await pilot.press("space")
        assert not only(session_of(pilot)).confirmations


async def test_a_confirmation_lapses_when_an_item_changes_and_says_which() -> None:
    async with app_with(sessions.schools()).run_test(size=SIZE) as pilot:
        await pilot.press("w", "n", *"open dag", "enter", "l", "enter", "escape", "down", "space")
        app = pilot.app
        assert isinstance(app, MgtuiApp)
        assert app.seat
        (item,) = only(session_of(pilot)).items
        app.seat.submit(set_weight(session_of(pilot), item, None))
        await pilot.pause()
        text = session_of(pilot).items[item].text
        assert "has lapsed" in shown(pilot)
        assert text in shown(pilot).split("this has changed")[1]


async def test_removing_an_agreement_is_undone_by_one_key() -> None:
    async with app_with(sessions.schools()).run_test(size=SIZE) as pilot:
        await pilot.press("w", "n", *"open dag", "enter", "delete")
        assert not session_of(pilot).agreements
        await pilot.press("ctrl+z")
        assert only(session_of(pilot)).text == "open dag"


async def test_agreements_are_put_in_order() -> None:
    async with app_with(sessions.schools()).run_test(size=SIZE) as pilot:
        await pilot.press("w", "n", *"een", "enter", "n", *"twee", "enter", "alt+up")
        assert shown(pilot).index("twee") < shown(pilot).index("een")


async def test_a_viewer_sees_the_agreements_and_changes_none() -> None:
    stage = Stage()
    base = sessions.schools()
    stage.room = Room(base, [], stage, lambda: NOW)
    ana = LocalSeat(stage.room, Person(client="ana-2", name="Ana"))
    ana.submit(verbs.add_agreement(base, "a1", "open dag"))
    seat = LocalSeat(stage.room, Person(client="v-1", name="V", role="viewer"))
    async with MgtuiApp(stage, seat).run_test(size=SIZE) as pilot:
        await pilot.press("w", "delete", "t", "n", *"x", "enter")
        assert "open dag" in shown(pilot)
        assert only(session_of(pilot)).status == "open"
