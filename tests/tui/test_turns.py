"""The turns on screen: who has the floor and what is left, at a few bytes a second, and nobody's to undo."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

import pytest
from textual import events
from textual.pilot import Pilot

from mgtui.cli.settings import Settings
from mgtui.domain.changes import as_batch
from mgtui.domain.people import Person, Role
from mgtui.domain.turns import Turning, Turns
from mgtui.domain.verbs.common import remove, set_field
from mgtui.live.room import Room
from mgtui.live.seat import LocalSeat
from mgtui.locale import use
from mgtui.tui.app import MgtuiApp
from mgtui.tui.screens.turns import TurnsScreen
from mgtui.tui.widgets.board.board import Board
from mgtui.tui.widgets.heading import Heading
from mgtui.tui.widgets.row_list import RowList
from tests.terminal import Terminal
from tests.tui import sessions
from tests.tui.board import Seen
from tests.tui.stage import NOW, Stage
from tests.tui.waiting import comes

MOST_FOR_A_SECOND = 150


class Later(Stage):
    """A stage on which time passes when the test says so."""

    def __init__(self, settings: Settings | None = None) -> None:
        super().__init__(settings)
        self.time = NOW

    def now(self) -> datetime:
        return self.time


class AtTheTable(Seen):
    """The program on that stage."""

    def __init__(self, app: MgtuiApp, pilot: Pilot[int], stage: Later) -> None:
        super().__init__(app, pilot)
        self.stage = stage

    async def pass_by(self, seconds: float) -> None:
        """Time passes, and the clock is looked at."""
        self.stage.time += timedelta(seconds=seconds)
        self.app.ticker.look()
        await self.pilot.pause()
        while any(board._is_paint_due for board in self.app.screen.query(Board)):
            await self.pilot.pause()

    async def comes_to_head(self, text: str) -> bool:
        """Whether the heading comes to say `text`."""
        return await comes(self.pilot, lambda: text in self.heading)

    @property
    def heading(self) -> str:
        return self.text.splitlines()[0]

    @property
    def rows(self) -> str:
        found = self.app.screen.query_one(RowList)
        return "\n".join(found.render_line(y).text.rstrip() for y in range(found.size.height))


@asynccontextmanager
async def in_room(
    role: Role = "facilitator", settings: Settings | None = None, size: tuple[int, int] = (120, 36)
) -> AsyncIterator[AtTheTable]:
    stage = Later(settings)
    stage.room = Room(sessions.schools(), [], stage, stage.now)
    app = MgtuiApp(stage, LocalSeat(stage.room, Person(client="ana-1", name="Ana", role=role)))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield AtTheTable(app, pilot, stage)


async def test_the_floor_is_given_passed_on_and_stopped_by_key() -> None:
    async with in_room() as room:
        await room.press("T", "n")
        await room.pass_by(70)
        assert "De Regenboog has the floor" in room.rows
        assert "01:50" in room.rows
        await room.press("n", "space")
        await room.pass_by(600)
        assert "Het Kompas has the floor · paused" in room.rows
        await room.press("e", "plus", "T")
        assert "⏸ Het Kompas 05:00" in room.heading
        assert room.session.meetings["m2"].spoken == {"p1": 70}


async def test_the_board_says_with_a_mark_and_a_word_how_urgent_it_is() -> None:
    async with in_room() as room:
        await room.press("T", "n")
        for seconds, heading, word in (
            (100, "⏱ De Regenboog 01:20 ", ""),
            (44, "⏱ De Regenboog 00:36! ", "round off"),
            (27, "⏱ De Regenboog 00:09!! ", "last words"),
            (9, "⏱ De Regenboog 00:00!! ", "time is up"),
            (5, "⏱ De Regenboog −00:05!! ", "time is up"),
        ):
            await room.pass_by(seconds)
            assert await room.comes_to_head(heading)
            assert word in room.rows


async def test_a_narrow_heading_and_the_other_screens_have_the_clock_too() -> None:
    async with in_room(size=(80, 24)) as room:
        await room.press("T", "n", "escape")
        assert "⏱ 03:00 " in room.heading
        await room.press("s")
        await room.pass_by(1)
        assert "⏱ 02:59 " in room.app.screen.query_one(Heading).render_line(0).text


async def test_turns_are_nobodys_to_undo() -> None:
    async with in_room() as room:
        assert room.app.seat
        room.app.seat.submit(set_field(room.session, "items", "i1", "text", "other"))
        await room.press("T", "n")
        await room.pass_by(30)
        await room.press("n", "T", "ctrl+z")
        assert room.session.items["i1"].text == "grotere instroom van leerlingen"
        assert room.session.meetings["m2"].spoken == {"p1": 30}
        assert room.app.turns.is_running


async def test_enter_and_a_click_give_the_floor_out_of_turn() -> None:
    async with in_room() as room:
        await room.press("T", "down", "down", "enter")
        assert room.app.turns.partner == "p3"
        await room.pilot.click(RowList, offset=(8, 4))
        await room.pilot.pause()
        assert room.app.turns.partner == "p2"


async def test_next_works_from_any_screen_while_somebody_has_the_floor() -> None:
    async with in_room() as room:
        await room.press("ctrl+t")
        assert room.app.turns == Turns()
        await room.press("T", "n", "T", "ctrl+t")
        assert room.app.turns.partner == "p2"


async def test_a_viewer_sees_the_clock_and_can_do_nothing_to_it() -> None:
    async with in_room("viewer") as room:
        assert room.stage.room
        other = LocalSeat(room.stage.room, Person(client="bo-1", name="Bo"))
        await room.press("T", "n", "space", "r", "e", "plus", "enter")
        assert "Nobody has the floor yet." in room.rows
        other.time(Turning(do="next"))
        await room.pilot.pause()
        assert "De Regenboog has the floor" in room.rows


@pytest.mark.parametrize("bell", [True, False])
async def test_a_bell_rings_once_at_the_end_and_only_where_it_is_switched_on(
    bell: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    rung: list[int] = []
    monkeypatch.setattr(MgtuiApp, "bell", lambda self: rung.append(1))
    async with in_room(settings=Settings(language="en", bell=bell)) as room:
        await room.press("T", "n")
        for _ in range(5):
            await room.pass_by(60)
        assert rung == [1] * bell


async def test_what_was_spoken_is_shown_with_its_meeting() -> None:
    async with in_room() as room:
        await room.press("T", "n")
        await room.pass_by(125)
        await room.press("r", "T", "g")
        assert "spoken: De Regenboog 02:05" in room.rows


async def test_the_turns_speak_dutch_and_ascii() -> None:
    use("nl")
    async with in_room(settings=Settings(language="nl", ascii=True), size=(80, 24)) as room:
        await room.press("T", "n")
        await room.pass_by(170)
        assert "De Regenboog heeft het woord - rond af" in room.rows
        await room.pass_by(20)
        assert "-00:10" in room.rows
        assert room.rows.splitlines()[3].isascii()
        await room.press("escape")
        assert "(>) -00:10!!" in room.heading
    use("en")


@pytest.mark.parametrize("partners", [0, 12])
async def test_no_partner_or_twelve_can_take_turns(partners: int) -> None:
    async with in_room(size=(80, 24)) as room:
        assert room.app.seat
        if not partners:
            room.app.seat.submit(as_batch([remove("partners", each) for each in room.session.partners]))
            await room.press("T", "n", "space", "e", "enter")
            assert "no partners" in room.rows
            return
        for name in "abcdefghi"[: partners - 3]:
            await room.press("N", name, "enter")
        await room.press("T", *["n"] * 12)
        assert room.app.turns.partner == room.session.partners_in_order[-1].id
        assert isinstance(room.app.screen, TurnsScreen)


@pytest.fixture
def board() -> Iterator[Terminal]:
    """A large board with a real clock."""
    with Terminal([sys.executable, "-m", "tests.tui.on_stage", "large", "en", "clock"], columns=200, rows=60) as it:
        it.wait_for("what bring 1 is about")
        it.settle(0.5)
        yield it


def bytes_a_second(board: Terminal) -> float:
    """What the program sends while the clock runs through three seconds."""
    seconds, start = 3, board.text
    board.wait_until(lambda: board.text != start)
    mark = board.mark()
    for _ in range(seconds):
        before = board.text
        board.wait_until(lambda: board.text != before)  # noqa: B023
    return board.bytes_since(mark) / seconds


def test_a_turn_costs_few_bytes_a_second_and_nothing_when_it_stands_still(board: Terminal) -> None:
    board.press("T", "n")
    board.wait_for("Partner 1 has the floor")
    assert 0 < bytes_a_second(board) <= MOST_FOR_A_SECOND
    board.press("T")
    board.wait_for("what bring 1 is about")
    assert 0 < bytes_a_second(board) <= MOST_FOR_A_SECOND
    board.press("s")
    board.wait_until_gone("what bring 1 is about")
    assert 0 < bytes_a_second(board) <= MOST_FOR_A_SECOND
    board.press("T", "space")
    board.wait_for("paused")
    board.settle(0.5)
    mark = board.mark()
    board.settle(2.2)
    assert board.bytes_since(mark) == 0


async def test_keys_that_come_in_one_burst_with_the_one_that_opens_it_mean_what_they_say() -> None:
    async with in_room() as room:
        for key in ("T", "down", "enter"):
            room.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await room.pilot.pause()
        await room.pilot.pause()
        assert room.app.turns.partner == "p2"
