"""What the follow-up looks back on: the meetings, what has changed between them, and what is still to do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from msgspec import structs
from textual.pilot import Pilot

from mgtui.domain.changes import Add, Change, apply, encode_record
from mgtui.domain.difference import difference
from mgtui.domain.people import Person
from mgtui.domain.session import Answer, Session, Stakeholder
from mgtui.domain.verbs import agreements, common, items, meetings
from mgtui.live.room import Room
from mgtui.live.seat import LocalSeat
from mgtui.tui.app import MgtuiApp
from mgtui.tui.screens.meetings import MeetingsScreen
from mgtui.tui.widgets.meeting_banner import MeetingBanner
from tests.tui import sessions
from tests.tui.stage import ANA, NOW, Stage, app_with

SIZE = (120, 36)
MARCH = datetime(2026, 3, 3, 10, 0, tzinfo=UTC)


def held(stage: Stage, *, with_private: bool = False) -> MgtuiApp:
    """The schools, who met in March: since then a weight went up, one item was delivered and one is gone."""
    clock = [MARCH]
    stage.room = Room(Session(id="s"), [], stage, lambda: clock[0])
    seat = LocalSeat(stage.room, Person(client="joost-1", name="Joost"))

    def do(doing: Callable[[Session], Change]) -> None:
        clock[0] += timedelta(minutes=1)
        seat.submit(doing(seat.session))

    schools = sessions.schools()
    do(lambda s: difference(s, Session(id="s", title=schools.title, partners=schools.partners, items=schools.items)))
    do(lambda s: meetings.start_meeting(s, "m1", clock[0], seat.history[-1].revision, "Begin"))
    do(lambda s: agreements.add_agreement(s, "a1", "kalender maken"))
    do(with_a_stakeholder)
    do(lambda s: meetings.close_meeting(s, "m1", clock[0], seat.history[-1].revision))
    clock[0] = NOW - timedelta(hours=1)
    do(lambda s: meetings.start_meeting(s, "m2", clock[0], seat.history[-1].revision, "Terugblik"))
    do(lambda s: items.set_status(s, "i4", "delivered"))
    do(lambda s: items.set_weight(s, "i9", Decimal(5)))
    do(lambda s: common.remove("items", "i3"))
    if with_private:
        do(lambda s: items.toggle_private(s, "i4"))
    return MgtuiApp(stage, LocalSeat(stage.room, ANA))


def with_a_stakeholder(session: Session) -> Change:
    answer = Answer(response="valued", at=MARCH)
    return Add("stakeholders", encode_record(Stakeholder(id="k1", partner="p1", name="ouders", answers={"m1": answer})))


def screen_of(pilot: Pilot[int]) -> MeetingsScreen:
    screen = pilot.app.screen
    assert isinstance(screen, MeetingsScreen)
    return screen


def session_of(pilot: Pilot[int]) -> Session:
    assert isinstance(pilot.app, MgtuiApp)
    assert pilot.app.session
    return pilot.app.session


def shown(pilot: Pilot[int]) -> str:
    rows = screen_of(pilot).sheet.rows
    return "\n".join("".join(text for text, _role in line) for row in rows for line in row.lines)


async def test_what_has_changed_since_the_last_meeting_is_told_with_who_and_when() -> None:
    async with held(Stage()).run_test(size=SIZE) as pilot:
        await pilot.press("g")
        text = shown(pilot).partition("From Begin, 3 Mar 2026 to now")[2]
        assert "status: proposed → delivered" in text
        assert "weight: " in text
        assert "−" in text
        assert "Joost, 23 Nov 2026" in text


async def test_the_changes_of_one_partner_are_shown_alone() -> None:
    async with held(Stage()).run_test(size=SIZE) as pilot:
        await pilot.press("g")
        everyone = shown(pilot)
        await pilot.press("tab")
        first = session_of(pilot).partners_in_order[0]
        assert f"[{first.name}]" in shown(pilot)
        assert len(shown(pilot)) < len(everyone)
        await pilot.press(*["tab"] * len(session_of(pilot).partners))
        assert shown(pilot) == everyone


async def test_whose_changes_are_shown_comes_into_sight_and_enter_or_a_click_goes_to_the_next() -> None:
    async with held(Stage()).run_test(size=(80, 24)) as pilot:
        await pilot.press("g", "tab")
        sheet = screen_of(pilot).sheet
        first, second = session_of(pilot).partners_in_order[:2]

        def line_of(name: str) -> int:
            seen = [sheet.render_line(y).text.strip() for y in range(sheet.size.height)]
            at = seen.index("From Begin, 3 Mar 2026 to now") + 1
            assert f"[{name}]" in seen[at]
            return at

        assert line_of(first.name)
        await pilot.press("enter")
        assert screen_of(pilot).partner == second.id
        await pilot.click(sheet, offset=(4, line_of(second.name)))
        assert screen_of(pilot).partner == session_of(pilot).partners_in_order[2].id


async def test_each_margin_then_and_now_has_its_sign_and_the_session_its_verdicts() -> None:
    async with held(Stage()).run_test(size=SIZE) as pilot:
        await pilot.press("g")
        text = shown(pilot).partition("Each partner's margin")[2]
        for partner in session_of(pilot).partners_in_order:
            (line,) = [each for each in text.splitlines() if each.startswith(partner.name) and "→" in each]
            assert any(sign in line for sign in "▲▼◆")
        assert any(each.startswith("together") and "→" in each for each in text.splitlines())


async def test_open_agreements_and_stakeholders_to_ask_again_are_listed() -> None:
    async with held(Stage()).run_test(size=SIZE) as pilot:
        await pilot.press("g")
        carried, again = shown(pilot).partition("Agreements carried over")[2].split("Stakeholders to ask again")
        assert "kalender maken" in carried
        assert "ouders – valued (3 Mar 2026)" in again


async def test_any_two_are_compared_and_what_is_compared_is_said_and_shown() -> None:
    async with held(Stage()).run_test(size=(80, 24)) as pilot:
        await pilot.press("g", "home", "f")
        assert isinstance(pilot.app, MgtuiApp)
        assert pilot.app.notice
        assert pilot.app.notice.text == "From Begin, 3 Mar 2026 to now"
        await pilot.press("down", "t")
        sheet = screen_of(pilot).sheet
        seen = [sheet.render_line(y).text.strip() for y in range(sheet.size.height)]
        assert "From Begin, 3 Mar 2026 to Terugblik, 23 Nov 2026" in seen
        assert pilot.app.notice.text == "From Begin, 3 Mar 2026 to Terugblik, 23 Nov 2026"


async def test_a_meeting_compared_with_itself_has_no_changes() -> None:
    async with held(Stage()).run_test(size=SIZE) as pilot:
        await pilot.press("g", "home", "f", "t")
        assert "nothing has changed" in shown(pilot)


async def test_closing_fixes_the_revision_and_going_on_frees_it() -> None:
    async with held(Stage()).run_test(size=SIZE) as pilot:
        await pilot.press("g", "c")
        assert isinstance(pilot.app, MgtuiApp)
        assert pilot.app.seat
        closed = session_of(pilot).meetings["m2"]
        assert closed.closed == NOW
        assert closed.closed_revision == pilot.app.seat.history[-1].revision - 1
        await pilot.press("c")
        assert session_of(pilot).meetings["m2"].closed_revision is None


async def test_the_screen_begins_at_the_latest_meeting_and_an_earlier_one_does_not_go_on() -> None:
    async with held(Stage()).run_test(size=SIZE) as pilot:
        await pilot.press("g")
        assert screen_of(pilot).sheet.cursor == "meeting m2"
        before = session_of(pilot)
        await pilot.press("home", "c")
        assert session_of(pilot) == before


async def test_the_next_meeting_closes_the_one_before_and_one_undo_takes_both_back() -> None:
    async with held(Stage()).run_test(size=SIZE) as pilot:
        await pilot.press("g", "n", *"Derde", "enter")
        third = session_of(pilot).meetings_in_order[-1]
        assert (third.name, third.kind) == ("Derde", "follow_up")
        assert session_of(pilot).meetings["m2"].closed
        await pilot.press("ctrl+z", "ctrl+z")
        assert set(session_of(pilot).meetings) == {"m1", "m2"}
        assert not session_of(pilot).meetings["m2"].closed


async def test_who_attended_is_typed_with_commas() -> None:
    async with held(Stage()).run_test(size=SIZE) as pilot:
        await pilot.press("g", "home", "p", *"Anneke, Trees", "enter")
        assert session_of(pilot).meetings["m1"].attended == ("Anneke", "Trees")
        assert "attended: Anneke, Trees" in shown(pilot)


async def test_a_meeting_goes_only_after_a_yes() -> None:
    async with held(Stage()).run_test(size=SIZE) as pilot:
        await pilot.press("g", "home", "delete", "escape")
        assert "m1" in session_of(pilot).meetings
        await pilot.press("delete", "y")
        assert "m1" not in session_of(pilot).meetings


async def test_what_became_private_later_is_not_told_to_a_viewer() -> None:
    stage = Stage()
    held(stage, with_private=True)
    assert stage.room
    seat = LocalSeat(stage.room, Person(client="v-1", name="V", role="viewer"))
    text = stage.room.session.items["i4"].text
    async with MgtuiApp(stage, seat).run_test(size=SIZE) as pilot:
        await pilot.press("g", "n", "c")
        assert text not in shown(pilot)
        assert "something private" in shown(pilot)
        assert set(session_of(pilot).meetings) == {"m1", "m2"}


async def test_a_session_without_its_history_is_shown_as_it_stands() -> None:
    async with app_with(sessions.schools()).run_test(size=SIZE) as pilot:
        await pilot.press("g")
        assert "Meetings" in shown(pilot)
        assert "now:" in shown(pilot)


def asked_about(stage: Stage, *, opened: datetime, role: str = "facilitator") -> MgtuiApp:
    """A session whose meeting began at `opened`, opened by Ana herself."""
    stage.began_here = True
    base = sessions.schools()
    begun = meetings.start_meeting(base, "m1", opened, 0, "Begin")
    stage.room = Room(apply(structs.replace(base, meetings={}), begun), [], stage, lambda: NOW)
    person = Person(client="ana-1", name="Ana", role="viewer" if role == "viewer" else "facilitator")
    return MgtuiApp(stage, LocalSeat(stage.room, person))


def is_asked(pilot: Pilot[int]) -> bool:
    return any(each.display for each in pilot.app.screen.query(MeetingBanner))


async def test_a_session_of_another_day_asks_and_one_key_begins_the_next_meeting() -> None:
    async with asked_about(Stage(), opened=MARCH).run_test(size=SIZE) as pilot:
        assert is_asked(pilot)
        await pilot.press("ctrl+n")
        assert not is_asked(pilot)
        first, second = session_of(pilot).meetings_in_order
        assert (first.closed, second.kind) == (NOW, "follow_up")


async def test_esc_is_more_of_the_last_meeting() -> None:
    async with asked_about(Stage(), opened=MARCH).run_test(size=SIZE) as pilot:
        await pilot.press("escape")
        assert not is_asked(pilot)
        assert session_of(pilot).current_meeting == session_of(pilot).meetings["m1"]


async def test_the_question_keeps_nobody_from_typing() -> None:
    async with asked_about(Stage(), opened=MARCH).run_test(size=SIZE) as pilot:
        await pilot.press("n", *"rust", "enter")
        assert "rust" in {each.text for each in session_of(pilot).items.values()}
        assert is_asked(pilot)


@pytest.mark.parametrize(("opened", "role"), [(NOW, "facilitator"), (MARCH, "viewer")])
async def test_the_same_day_and_a_viewer_are_asked_nothing(opened: datetime, role: str) -> None:
    async with asked_about(Stage(), opened=opened, role=role).run_test(size=SIZE) as pilot:
        assert not is_asked(pilot)


async def test_in_the_room_of_another_nothing_is_asked() -> None:
    async with held(Stage()).run_test(size=SIZE) as pilot:
        assert not is_asked(pilot)


async def test_it_opens_with_the_latest_meeting_and_what_became_of_it_in_sight() -> None:
    async with held(Stage()).run_test(size=(80, 24)) as pilot:
        await pilot.press("g")
        await pilot.pause()
        sheet = screen_of(pilot).sheet
        seen = "\n".join(sheet.render_line(y).text for y in range(sheet.size.height))
        assert "Terugblik" in seen.splitlines()[0]
        assert "Each partner's margin" in seen
        assert "Promised and delivered" in seen
