"""Who may change nothing is offered nothing that changes something, on any screen, and is told why by the keys."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from mgtui.domain.people import Person, Role
from mgtui.domain.powers import Deciding
from mgtui.domain.session import Agreement, Meeting, Session
from mgtui.domain.verbs import rounds
from mgtui.live.seat import LocalSeat
from mgtui.tui.app import MgtuiApp
from mgtui.tui.intents.intent import AnyIntent
from mgtui.tui.screens import SCREENS
from mgtui.tui.screens.frame import MgtuiScreen
from mgtui.tui.screens.meetings import MeetingsScreen
from mgtui.tui.screens.palette import PaletteScreen
from mgtui.tui.widgets.footer import Footer
from mgtui.tui.widgets.row_list import RowList
from tests.tui import conversing
from tests.tui.stage import NOW, Stage

SIZE = (200, 50)
WITH_KEYS = [name for name in SCREENS if name not in ("welcome", "present")]
WATCHING = "You are here to watch: nothing can be changed."


def met() -> Session:
    """A conversation with an agreement, at a meeting that goes on."""
    return replace(
        conversing.session(),
        agreements={"a": Agreement(id="a", text="wie werft waar")},
        meetings={"m": Meeting(id="m", kind="first", opened=NOW)},
    )


@asynccontextmanager
async def looking_on(name: str, role: Role = "viewer") -> AsyncIterator[tuple[MgtuiApp, Pilot[int], LocalSeat]]:
    """Someone in `role` on a screen of a session with something on every screen, and a facilitator beside them."""
    stage = Stage()
    ana = stage.seat(met())
    assert stage.room
    app = MgtuiApp(stage, LocalSeat(stage.room, Person(client="vic-1", name="Vic", role=role)))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        if name != "board":
            app.go(name)
        await pilot.pause()
        yield app, pilot, ana


def screen_of(app: MgtuiApp) -> MgtuiScreen[object]:
    assert isinstance(app.screen, MgtuiScreen)
    return app.screen


def said(app: MgtuiApp) -> str:
    """What the program tells at the bottom."""
    return app.notice.text if app.notice else ""


def footer(app: MgtuiApp) -> list[AnyIntent]:
    """What the line at the bottom offers."""
    return [key.intent for key in app.screen.query_one(Footer)._fitting(SIZE[0])]


@pytest.mark.parametrize("name", WITH_KEYS)
async def test_a_viewer_is_offered_nothing_that_is_refused(name: str) -> None:
    async with looking_on(name) as (app, pilot, ana):
        here, before = screen_of(app), ana.session
        offered = footer(app)
        assert [intent.id for intent in offered][-1:] == ["help"]
        for intent in here.keymap.intents:
            if intent.is_offered(here) and intent.group not in ("go", "always", "room", "view"):
                app.notice = None
                intent.perform(here)
                await pilot.pause()
                assert said(app) != WATCHING, intent.id
                while app.screen is not here:
                    app.pop_screen() if app.screen.is_modal else app.go(name)
                    await pilot.pause()
        assert ana.session is before


@pytest.mark.parametrize("name", WITH_KEYS)
async def test_footer_palette_and_help_name_no_key_to_edit_with_to_a_viewer(name: str) -> None:
    async with looking_on(name) as (app, pilot, _ana):
        here = screen_of(app)
        edits = {intent.id for intent in here.keymap.intents if intent.edits}
        assert not edits & {intent.id for intent in footer(app)}
        await pilot.press("ctrl+p")
        assert isinstance(app.screen, PaletteScreen)
        assert not edits & {row.key for row in app.screen.actions.rows}
        await pilot.press("escape", "f1")
        texts = [text.strip() for row in app.screen.query_one(RowList).rows for line in row.lines for text, _ in line]
        told = " ".join(filter(None, texts))
        assert "Shows every key that works where you are" in told
        assert not [each.help for each in here.keymap.intents if each.edits and each.help in told]


async def test_who_may_not_edit_in_a_frozen_room_is_offered_it_again_when_that_ends() -> None:
    async with looking_on("board", "co-facilitator") as (app, pilot, ana):
        assert "item.add" in {intent.id for intent in footer(app)}
        ana.decide(Deciding(do="freeze"))
        await pilot.pause()
        assert not [intent.id for intent in footer(app) if intent.edits]
        await pilot.press("n")
        assert said(app) == "Frozen by Ana: only a facilitator can change the session now."
        ana.decide(Deciding(do="thaw"))
        await pilot.pause()
        assert "item.add" in {intent.id for intent in footer(app)}


@pytest.mark.parametrize("role", ["co-facilitator", "viewer"])
@pytest.mark.parametrize("keys", [("F",), ("P", "F"), ("P", "h"), ("P", "delete")])
async def test_a_key_that_is_the_facilitators_tells_who_can(keys: tuple[str, ...], role: Role) -> None:
    async with looking_on("board", role) as (app, pilot, ana):
        await pilot.press(*keys)
        assert said(app) == "Only a facilitator can do that: Ana."
        assert not ana.powers.frozen_by


async def test_a_meeting_is_closed_by_the_facilitator_alone_and_nobody_else_is_offered_it() -> None:
    async with looking_on("meetings", "co-facilitator") as (app, pilot, ana):
        screen = app.screen
        assert isinstance(screen, MeetingsScreen)
        assert screen.meeting
        offered = {intent.id for intent in footer(app)}
        assert "meeting.attended" in offered
        assert "meeting.close" not in offered
        await pilot.press("c")
        assert said(app) == "Only a facilitator can do that: Ana."
        assert ana.session.meetings["m"].closed is None


@pytest.mark.parametrize("role", ["co-facilitator", "viewer"])
async def test_who_would_reveal_is_told_who_can_where_there_is_something_to_reveal(role: Role) -> None:
    async with looking_on("board", role) as (app, pilot, ana):
        await pilot.press("V")
        assert not said(app)
        ana.submit(rounds.open_round("r", NOW, "And?", seconds=60))
        await pilot.pause()
        await pilot.press("V")
        assert said(app) == "Only a facilitator can do that: Ana."
