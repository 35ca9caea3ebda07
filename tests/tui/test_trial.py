"""What if? Changes that only their author sees, until they show them, keep them as one or drop them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from textual.containers import VerticalScroll
from textual.pilot import Pilot
from textual.widgets import Static

from mgtui.cli.settings import Settings
from mgtui.domain import trial as trials
from mgtui.domain.people import Person
from mgtui.domain.session import Session
from mgtui.domain.verbs import common, items
from mgtui.live.seat import LocalSeat
from mgtui.tui import trying
from mgtui.tui.app import MgtuiApp
from mgtui.tui.screens.trial import TrialScreen
from mgtui.tui.widgets.trial_banner import TrialBanner
from tests.tui import conversing
from tests.tui.sessions import crowd
from tests.tui.stage import Stage, app_with

BO = Person(client="bo-1", name="Bo")


def app_of(pilot: Pilot[int]) -> MgtuiApp:
    assert isinstance(pilot.app, MgtuiApp)
    return pilot.app


def tried(pilot: Pilot[int]) -> Session:
    session = app_of(pilot).session
    assert session
    return session


def real(stage: Stage) -> Session:
    assert stage.room
    return stage.room.session


def banner(pilot: Pilot[int]) -> str:
    shown = [each for each in pilot.app.screen.query(TrialBanner) if each.display]
    return "\n".join(each.render_line(y).text for each in shown for y in range(each.size.height))


async def test_a_trial_shows_each_verdict_now_and_then_and_the_room_learns_nothing() -> None:
    stage = Stage()
    async with app_with(conversing.session(), stage).run_test(size=(120, 36)) as pilot:
        await pilot.press("f4", "tab", "tab", "5")
        await pilot.pause()
        assert tried(pilot).items["i10"].weight == Decimal(5)
        assert real(stage).items["i10"].weight == Decimal(3)
        assert "De Linde ▼ −2 → ▼ 0" in banner(pilot)


async def test_a_kept_trial_is_one_change_that_one_undo_takes_back() -> None:
    stage = Stage()
    async with app_with(conversing.session(), stage).run_test(size=(120, 36)) as pilot:
        before = real(stage)
        await pilot.press("f4", "tab", "tab", "5", "n", *"rust", "enter", "4", "f4", "enter")
        assert banner(pilot) == ""
        assert {"rust"} <= {item.text for item in real(stage).items.values()}
        assert len(app_of(pilot).seat.history) == 1  # type: ignore[union-attr]
        await pilot.press("ctrl+z")
        assert real(stage) == before


async def test_a_dropped_trial_leaves_all_as_it_was() -> None:
    stage = Stage()
    async with app_with(conversing.session(), stage).run_test(size=(120, 36)) as pilot:
        before = real(stage)
        await pilot.press("f4", "1", "n", *"weg", "enter", "f4", "delete")
        assert tried(pilot) == real(stage) == before
        assert banner(pilot) == ""


async def test_escape_goes_on_with_the_trial() -> None:
    async with app_with(conversing.session()).run_test(size=(120, 36)) as pilot:
        await pilot.press("f4", "1", "f4")
        assert isinstance(pilot.app.screen, TrialScreen)
        await pilot.press("escape")
        assert trying.trial_of(app_of(pilot)) is not None


async def test_undo_within_a_trial_takes_back_what_was_tried() -> None:
    async with app_with(conversing.session()).run_test(size=(120, 36)) as pilot:
        await pilot.press("f4", "1", "2", "ctrl+z")
        assert tried(pilot).items["i1"].weight == Decimal(1)
        await pilot.press("ctrl+y")
        assert tried(pilot).items["i1"].weight == Decimal(2)


async def test_what_others_do_meanwhile_shows_under_the_trial() -> None:
    stage = Stage()
    async with app_with(conversing.session(), stage).run_test(size=(120, 36)) as pilot:
        await pilot.press("f4", "1")
        assert stage.room
        bo = LocalSeat(stage.room, BO)
        bo.submit(items.set_weight(bo.session, "i2", Decimal(2)))
        await pilot.pause()
        assert tried(pilot).items["i2"].weight == Decimal(2)
        assert tried(pilot).items["i1"].weight == Decimal(1)


async def test_a_trial_of_what_someone_removes_says_that_it_no_longer_fits() -> None:
    stage = Stage()
    async with app_with(conversing.session(), stage).run_test(size=(120, 36)) as pilot:
        await pilot.press("f4", "1")
        assert stage.room
        bo = LocalSeat(stage.room, BO)
        bo.submit(common.remove("items", "i1"))
        await pilot.pause()
        assert "1 thing you tried no longer fits" in banner(pilot)


async def test_what_can_not_be_is_refused_in_a_trial_too() -> None:
    async with app_with(conversing.session()).run_test(size=(120, 36)) as pilot:
        await pilot.press("f4", "ctrl+z")
        notice = app_of(pilot).notice
        assert notice
        assert notice.tone == "warning"


async def test_the_trial_goes_on_on_every_screen() -> None:
    async with app_with(conversing.session()).run_test(size=(120, 36)) as pilot:
        await pilot.press("f4", "i", "1")
        await pilot.pause()
        assert "TRIAL" in banner(pilot)
        assert tried(pilot).interests["b1"].importance == 1


async def test_a_trial_is_shown_to_everyone_only_when_its_author_says_so() -> None:
    stage = Stage()
    async with app_with(conversing.session(), stage).run_test(size=(120, 36)) as pilot:
        assert stage.room
        bo = LocalSeat(stage.room, BO)
        await pilot.press("f4", "tab", "tab", "5")
        assert not stage.room.trial
        await pilot.press("f4", "s")
        await pilot.pause()
        assert "everyone sees this" in banner(pilot)
        await pilot.press("4")
        shown = bo.shown_trial
        assert shown
        assert trials.prospect(bo.session, shown.trial).session.items["i10"].weight == Decimal(4)
        await pilot.press("f4", "s")
        assert bo.shown_trial is None
        assert trying.trial_of(app_of(pilot)) is not None


@pytest.mark.parametrize("key", ["enter", "delete"])
async def test_a_shown_trial_that_is_kept_or_dropped_is_shown_no_longer(key: str) -> None:
    stage = Stage()
    async with app_with(conversing.session(), stage).run_test(size=(120, 36)) as pilot:
        assert stage.room
        bo = LocalSeat(stage.room, BO)
        await pilot.press("f4", "1", "f4", "s", "f4", key)
        assert bo.shown_trial is None
        assert bo.session.items["i1"].weight == (Decimal(1) if key == "enter" else Decimal(4))


async def test_what_another_tries_stands_beside_how_things_are() -> None:
    stage = Stage()
    async with app_with(conversing.session(), stage).run_test(size=(120, 36)) as pilot:
        assert stage.room
        bo = LocalSeat(stage.room, BO)
        bo.try_out(items.set_weight(bo.session, "i10", Decimal(5)))
        await pilot.pause()
        assert "TRIAL of Bo: nothing of this is in the session" in banner(pilot)
        assert "De Linde ▼ −2 → ▼ 0" in banner(pilot)
        assert tried(pilot).items["i10"].weight == Decimal(3)
        await pilot.press("f4")
        await pilot.pause()
        assert isinstance(pilot.app.screen, TrialScreen)
        assert "What Bo tries" in str(pilot.app.screen.query_one("#title", Static).content)
        await pilot.press("delete", "enter", "escape")
        assert bo.shown_trial
        bo.leave()
        await pilot.pause()
        assert banner(pilot) == ""


async def test_while_another_shows_a_trial_one_can_begin_ones_own() -> None:
    stage = Stage()
    async with app_with(conversing.session(), stage).run_test(size=(120, 36)) as pilot:
        assert stage.room
        bo = LocalSeat(stage.room, BO)
        bo.try_out(items.set_weight(bo.session, "i10", Decimal(5)))
        await pilot.press("f4", "t", "1")
        await pilot.pause()
        assert "only you see this" in banner(pilot)
        await pilot.press("f4", "s")
        await pilot.pause()
        notice = app_of(pilot).notice
        assert notice
        assert "Bo shows a trial already" in notice.text
        assert "only you see this" in banner(pilot)


async def test_a_trial_with_twelve_partners_of_long_names_tells_them_apart_and_keeps_its_ways_out_in_sight() -> None:
    session = crowd("Gemeente Overkoepelende Regio", 12)
    async with app_with(session).run_test(size=(80, 24)) as pilot:
        await pilot.press("f4", "n", *"rust", "enter", "f4")
        await pilot.pause()
        screen = pilot.app.screen
        for way in screen.query(".way"):
            assert screen.region.contains_region(way.region), way.id
        rows = str(screen.query_one("#table", Static).content).splitlines()[1:13]
        assert len({row[:22] for row in rows}) == 12
        table = screen.query_one(VerticalScroll)
        await pilot.press("pagedown", "pagedown")
        assert table.scroll_y == table.max_scroll_y > 0


async def test_the_band_of_a_trial_names_the_key_that_the_person_has_for_it() -> None:
    stage = Stage(Settings(language="en", name="Ana", keys={"trial": ("W",), "undo": ("U",)}))
    async with app_with(conversing.session(), stage).run_test(size=(120, 36)) as pilot:
        await pilot.press("W", "1")
        await pilot.pause()
        assert "TRIAL: only you see this. W keeps, drops or shows it." in banner(pilot)
        await pilot.press("W", "enter")
        await pilot.pause()
        notice = app_of(pilot).notice
        assert notice
        assert notice.text == "The trial is kept; U takes all of it back at once."
