"""The review of a follow-up meeting: one key per answer, resumed where it was left off, shared by several people."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from textual.pilot import Pilot

from mgtui.domain.changes import Change
from mgtui.domain.difference import difference
from mgtui.domain.people import Person
from mgtui.domain.session import Session
from mgtui.domain.verbs import items, meetings
from mgtui.domain.verbs import review as verbs
from mgtui.live.room import Room
from mgtui.live.seat import LocalSeat
from mgtui.tui.app import MgtuiApp
from mgtui.tui.screens.review import ReviewScreen
from tests.tui import sessions
from tests.tui.stage import ANA, NOW, Stage, app_with
from tests.tui.waiting import comes

SIZE = (120, 36)
MARCH = datetime(2026, 3, 3, 10, 0, tzinfo=UTC)
BO = Person(client="bo-1", name="Bo", role="co-facilitator")


def at_the_follow_up(stage: Stage) -> LocalSeat:
    """The schools, who agreed on two things in March and meet again today; gives the seat of Bo."""
    clock = [MARCH]
    stage.room = Room(Session(id="s"), [], stage, lambda: clock[0])
    seat = LocalSeat(stage.room, BO)

    def do(doing: Callable[[Session], Change]) -> None:
        clock[0] += timedelta(minutes=1)
        seat.submit(doing(seat.session))

    schools = sessions.schools()
    do(lambda s: difference(s, Session(id="s", title=schools.title, partners=schools.partners, items=schools.items)))
    do(lambda s: meetings.start_meeting(s, "m1", clock[0], seat.history[-1].revision, "Begin"))
    do(lambda s: items.set_status(s, "i1", "agreed"))
    do(lambda s: items.set_status(s, "i4", "agreed"))
    clock[0] = NOW - timedelta(hours=1)
    do(lambda s: meetings.start_meeting(s, "m2", clock[0], seat.history[-1].revision, "Terugblik"))
    return seat


def ana(stage: Stage) -> MgtuiApp:
    assert stage.room
    return MgtuiApp(stage, LocalSeat(stage.room, ANA))


def screen_of(pilot: Pilot[int]) -> ReviewScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ReviewScreen)
    return screen


def session_of(pilot: Pilot[int]) -> Session:
    assert isinstance(pilot.app, MgtuiApp)
    assert pilot.app.session
    return pilot.app.session


def shown(pilot: Pilot[int]) -> str:
    rows = screen_of(pilot).sheet.rows
    return "\n".join("".join(text for text, _role in line) for row in rows for line in row.lines)


async def test_one_key_answers_and_goes_on_to_the_next_question() -> None:
    stage = Stage()
    at_the_follow_up(stage)
    async with ana(stage).run_test(size=SIZE) as pilot:
        await pilot.press("G")
        assert screen_of(pilot).sheet.cursor == "delivery i1"
        await pilot.press("1", "2", "3")
        item, after = session_of(pilot).items["i1"], session_of(pilot).items["i2"]
        assert (item.status, item.delivery["m2"].answer, item.worth["m2"].answer) == ("delivered", "yes", "doubt")
        assert (item.worth["m2"].by, after.worth["m2"].answer) == ("Ana", "no")
        assert screen_of(pilot).sheet.cursor == "worth i3"
        assert "3 of 13 questions answered" in shown(pilot)


async def test_it_goes_on_where_it_was_left_off() -> None:
    stage = Stage()
    bo = at_the_follow_up(stage)
    bo.submit(verbs.answer_delivery(bo.session, "i1", "yes", NOW, "Bo"))
    async with ana(stage).run_test(size=SIZE) as pilot:
        await pilot.press("G")
        assert screen_of(pilot).sheet.cursor == "worth i1"
        await pilot.press("1", "b", "G")
        assert screen_of(pilot).sheet.cursor == "worth i2"


async def test_what_another_answers_is_seen_and_is_not_asked_again() -> None:
    stage = Stage()
    bo = at_the_follow_up(stage)
    async with ana(stage).run_test(size=SIZE) as pilot:
        await pilot.press("G")
        bo.submit(verbs.answer_worth(bo.session, "i1", "yes", NOW, "Bo"))
        bo.submit(verbs.answer_worth(bo.session, "i2", "doubt", NOW, "Bo"))
        await pilot.pause()
        assert screen_of(pilot).sheet.cursor == "delivery i1"
        assert "doubt · Bo" in shown(pilot)
        await pilot.press("2")
        assert screen_of(pilot).sheet.cursor == "worth i3"


async def test_at_which_question_another_is_can_be_seen() -> None:
    stage = Stage()
    at_the_follow_up(stage)
    assert stage.room
    async with ana(stage).run_test(size=SIZE) as pilot:
        places = stage.room.places
        await pilot.press("G", "1")
        assert await comes(pilot, lambda: ANA.client in places and places[ANA.client].field == "worth")
        place = stage.room.places[ANA.client]
        stage.room.at(BO.client, place)
        assert await comes(pilot, lambda: "here: Bo" in shown(pilot))
        await pilot.press("b")
        assert await comes(pilot, lambda: ANA.client in places and places[ANA.client].field != "worth")


async def test_what_is_dropped_says_why_and_one_undo_brings_it_back() -> None:
    stage = Stage()
    at_the_follow_up(stage)
    async with ana(stage).run_test(size=SIZE) as pilot:
        await pilot.press("G", "x", *"te duur", "enter")
        item = session_of(pilot).items["i1"]
        assert (item.status, item.dropped_reason, item.worth["m2"].answer) == ("dropped", "te duur", "no")
        assert "dropped: te duur" in shown(pilot)
        await pilot.press("ctrl+z")
        assert session_of(pilot).items["i1"].status == "agreed"
        assert not session_of(pilot).items["i1"].worth


async def test_what_is_typed_below_the_last_line_in_sight_comes_into_sight() -> None:
    stage = Stage()
    at_the_follow_up(stage)
    async with ana(stage).run_test(size=(80, 24)) as pilot:
        await pilot.press("G")
        sheet = screen_of(pilot).sheet

        def in_sight() -> list[str]:
            return [sheet.render_line(y).text for y in range(sheet.size.height)]

        while not sheet.scroll_y:
            await pilot.press("down")
        await pilot.press("x", *"te duur")
        assert any("dropped, because: te duur" in line for line in in_sight())
        await pilot.press(*"te " * 30)
        assert in_sight()[-1].rstrip().endswith("te")


async def test_esc_drops_nothing() -> None:
    stage = Stage()
    at_the_follow_up(stage)
    async with ana(stage).run_test(size=SIZE) as pilot:
        before = session_of(pilot)
        await pilot.press("G", "x", *"te", "escape")
        assert session_of(pilot) == before


async def test_space_goes_round_the_answers_and_zero_takes_one_back() -> None:
    stage = Stage()
    at_the_follow_up(stage)
    async with ana(stage).run_test(size=SIZE) as pilot:
        await pilot.press("G", "space", "space")
        assert session_of(pilot).items["i1"].delivery["m2"].answer == "partly"
        await pilot.press("0")
        assert session_of(pilot).items["i1"].delivery == {}


async def test_what_it_is_worth_now_can_be_weighed_there() -> None:
    stage = Stage()
    at_the_follow_up(stage)
    async with ana(stage).run_test(size=SIZE) as pilot:
        was = session_of(pilot).items["i1"].weight
        await pilot.press("G", "minus")
        assert was
        assert session_of(pilot).items["i1"].weight == was - 1


async def test_tab_goes_from_partner_to_partner() -> None:
    stage = Stage()
    at_the_follow_up(stage)
    async with ana(stage).run_test(size=SIZE) as pilot:
        await pilot.press("G", "tab")
        assert screen_of(pilot).sheet.cursor == "worth i6"
        await pilot.press("shift+tab")
        assert screen_of(pilot).sheet.cursor == "delivery i1"


async def test_promised_and_delivered_stand_there_in_numbers_and_as_a_meter() -> None:
    stage = Stage()
    at_the_follow_up(stage)
    async with ana(stage).run_test(size=SIZE) as pilot:
        await pilot.press("G", "1")
        (line,) = [each for each in shown(pilot).splitlines() if each.startswith("take") and "1 of 1 delivered" in each]
        assert "█" * 20 in line
        (line,) = [each for each in shown(pilot).splitlines() if each.startswith("bring") and "0 of 1" in each]
        assert "▒" * 20 in line


async def test_a_viewer_reads_along_and_answers_nothing() -> None:
    stage = Stage()
    at_the_follow_up(stage)
    assert stage.room
    viewer = MgtuiApp(stage, LocalSeat(stage.room, Person(client="v-1", name="V", role="viewer")))
    async with viewer.run_test(size=SIZE) as pilot:
        before = session_of(pilot)
        await pilot.press("G", "1", "space", "x", "plus", "delete")
        assert session_of(pilot) == before
        assert "0 of 13 questions answered" in shown(pilot)


async def test_the_first_meeting_has_no_review() -> None:
    async with app_with(sessions.empty()).run_test(size=SIZE) as pilot:
        await pilot.press("G")
        assert not isinstance(pilot.app.screen, ReviewScreen)


async def test_a_click_goes_to_a_question_and_one_more_gives_the_next_answer() -> None:
    stage = Stage()
    at_the_follow_up(stage)
    async with ana(stage).run_test(size=SIZE) as pilot:
        await pilot.press("G")
        lines = shown(pilot).splitlines()
        y = [at for at, line in enumerate(lines) if "still worth it?  1" in line][1]
        sheet = screen_of(pilot).sheet
        await pilot.click(sheet, offset=(20, y - sheet.scroll_offset.y))
        assert sheet.cursor == "worth i2"
        assert not session_of(pilot).items["i2"].worth
        await pilot.click(sheet, offset=(20, y - sheet.scroll_offset.y))
        assert session_of(pilot).items["i2"].worth["m2"].answer == "yes"
