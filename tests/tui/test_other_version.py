"""When another program has changed the file, a person sees what differs and chooses; nothing is lost either way."""

from __future__ import annotations

from msgspec.structs import replace

from mgtui.domain.verbs.common import set_field
from mgtui.tui.app import MgtuiApp
from mgtui.tui.screens.other_version import OtherVersionScreen
from mgtui.tui.widgets.row_list import RowList
from tests.tui import sessions
from tests.tui.stage import Stage, app_with


def _changed_by_another() -> tuple[Stage, MgtuiApp]:
    stage = Stage()
    ours = sessions.schools()
    stage.other = replace(ours, title="Theirs")
    stage.disk_works = False
    return stage, app_with(ours, stage)


def _edit(app: MgtuiApp, ambition: str) -> None:
    assert app.session
    assert app.seat
    app.seat.submit(set_field(app.session, "session", app.session.id, "ambition", ambition))


async def test_what_differs_is_told_before_one_chooses() -> None:
    _stage, app = _changed_by_another()
    async with app.run_test(size=(120, 36)) as pilot:
        _edit(app, "ours")
        await pilot.press("f11")
        assert isinstance(app.screen, OtherVersionScreen)
        told = "\n".join(text for row in app.screen.query_one(RowList).rows for line in row.lines for text, _ in line)
        assert "title" in told
        assert "ambition" in told


async def test_theirs_is_taken_over_and_undo_brings_ours_back() -> None:
    _stage, app = _changed_by_another()
    async with app.run_test(size=(120, 36)) as pilot:
        _edit(app, "ours")
        await pilot.press("f11", "down", "enter")
        assert app.session
        assert app.session.title == "Theirs"
        assert app.session.ambition != "ours"
        await pilot.press("ctrl+z")
        assert app.session.ambition == "ours"
        assert app.session.title != "Theirs"


async def test_ours_is_kept_and_saved_when_that_is_chosen() -> None:
    _stage, app = _changed_by_another()
    async with app.run_test(size=(120, 36)) as pilot:
        _edit(app, "ours")
        await pilot.press("f11", "enter")
        await pilot.pause()
        assert app.session
        assert app.session.ambition == "ours"
        assert app.saving.state == "saved"


async def test_there_is_no_other_version_while_all_is_well() -> None:
    app = app_with(sessions.schools())
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("f11")
        assert not isinstance(app.screen, OtherVersionScreen)
