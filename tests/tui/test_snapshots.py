"""How the screens look, over fixed sessions; after a look at the report, `pytest --snapshot-update` takes a new one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, NamedTuple

import pytest
from textual.pilot import Pilot

from mgtui.cli.settings import Settings
from mgtui.locale import Language, use
from mgtui.tui.app import MgtuiApp
from mgtui.tui.doors import RecentSession
from tests.tui import sessions
from tests.tui.stage import Stage, app_with

Compare = Callable[..., bool]


class Setting(NamedTuple):
    """In what a screen is looked at."""

    size: tuple[int, int]
    language: Language
    theme: str

    @property
    def name(self) -> str:
        return f"{self.size[0]}x{self.size[1]}-{self.language}-{self.theme.rpartition('-')[2]}"


_SETTINGS = (
    Setting((80, 24), "en", "mgtui-beamer-dark"),
    Setting((120, 36), "nl", "mgtui-beamer-dark"),
    Setting((120, 36), "nl", "mgtui-beamer-light"),
    Setting((200, 50), "en", "mgtui-beamer-light"),
)
_IN_EACH = pytest.mark.parametrize("setting", [pytest.param(each, id=each.name) for each in _SETTINGS])
_RECENT = [
    RecentSession(path="/home/ana/scholen.json", title="Scholen werven samen", opened=datetime(2026, 9, 3, tzinfo=UTC)),
    RecentSession(
        path="/home/ana/weg.json", title="Zorg in de regio", opened=datetime(2026, 6, 1, tzinfo=UTC), is_there=False
    ),
]


def _app(setting: Setting, *, welcomes: bool = False) -> MgtuiApp:
    use(setting.language)
    stage = Stage(Settings(language=setting.language, theme=setting.theme, name="Ana"))
    stage.recently = _RECENT
    return app_with(None if welcomes else sessions.schools(), stage)


def _pressing(*keys: str) -> Callable[[Pilot[Any]], Any]:
    async def press(pilot: Pilot[Any]) -> None:
        await pilot.press(*keys)
        await pilot.pause()

    return press


@_IN_EACH
def test_the_welcome_screen_looks_as_it_should(snap_compare: Compare, setting: Setting) -> None:
    assert snap_compare(_app(setting, welcomes=True), terminal_size=setting.size)


@_IN_EACH
def test_the_form_of_a_new_session_looks_as_it_should(snap_compare: Compare, setting: Setting) -> None:
    app = _app(setting, welcomes=True)
    assert snap_compare(app, terminal_size=setting.size, run_before=_pressing("n"))


@_IN_EACH
def test_the_board_looks_as_it_should(snap_compare: Compare, setting: Setting) -> None:
    assert snap_compare(_app(setting), terminal_size=setting.size, run_before=_pressing("down"))


@_IN_EACH
def test_the_checklist_looks_as_it_should(snap_compare: Compare, setting: Setting) -> None:
    keys = _pressing("s", "right", "right")
    assert snap_compare(_app(setting), terminal_size=setting.size, run_before=keys)


@_IN_EACH
def test_the_help_of_the_checklist_looks_as_it_should(snap_compare: Compare, setting: Setting) -> None:
    assert snap_compare(_app(setting), terminal_size=setting.size, run_before=_pressing("s", "f1"))


def test_a_stakeholder_in_the_making_looks_as_it_should(snap_compare: Compare) -> None:
    keys = _pressing("s", "n", *"Gemeenteraad", "tab", *"rust")
    assert snap_compare(_app(_SETTINGS[1]), terminal_size=(120, 36), run_before=keys)


def test_a_window_that_is_too_small_says_so(snap_compare: Compare) -> None:
    assert snap_compare(_app(_SETTINGS[1]), terminal_size=(60, 16))
