"""What if? Changes that only their author sees, until they are kept as one or dropped."""

from __future__ import annotations

from decimal import Decimal

from textual.pilot import Pilot

from mgtui.domain.people import Person
from mgtui.domain.session import Session
from mgtui.domain.verbs import common, items
from mgtui.live.seat import LocalSeat
from mgtui.tui import trying
from mgtui.tui.app import MgtuiApp
from mgtui.tui.screens.trial import TrialScreen
from mgtui.tui.widgets.trial_banner import TrialBanner
from tests.tui import conversing
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
    found = pilot.app.screen.query_one(TrialBanner)
    return "\n".join(found.render_line(y).text for y in range(found.size.height)) if found.display else ""


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
