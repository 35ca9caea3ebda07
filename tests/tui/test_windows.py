"""A window of any size shows what fits in it, or asks for more room; nothing falls over, whatever screen is open."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.widgets import OptionList

from mgtui.tui.screens import OVERLAYS, SCREENS
from mgtui.tui.screens.choosing import Choice, ChoosingScreen
from mgtui.tui.screens.frame import Overlay
from mgtui.tui.screens.links import LinksScreen
from mgtui.tui.window_size import HIGHEST, WIDEST
from tests.tui import sessions
from tests.tui.stage import app_with

SIZES = ((1, 1), (500, 3), (1, 60), (300, 1))


@pytest.mark.parametrize("name", [*SCREENS, *OVERLAYS])
async def test_no_screen_falls_over_in_a_window_of_any_size(name: str) -> None:
    app = app_with(sessions.schools())
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        app.go(name) if name in SCREENS else app.lay_over(name)
        await pilot.pause()
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await pilot.press("down")
        await pilot.resize_terminal(120, 36)
        assert app.is_running
        assert app.return_code in (None, 0)


def to_link() -> Overlay[None]:
    return LinksScreen("i1")


def to_choose() -> Overlay[None]:
    choices = [Choice("a", "一二三", True), Choice("b", "words", False)]
    return ChoosingScreen("Which?", lambda: choices, lambda key: None, "")


@pytest.mark.parametrize("choosing", [to_link, to_choose])
async def test_a_list_to_choose_from_keeps_some_width_in_a_window_that_has_none(
    choosing: Callable[[], Overlay[None]],
) -> None:
    app = app_with(sessions.schools())
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        app.push_screen(choosing())
        await pilot.pause()
        listed = app.screen.query_one(OptionList)
        listed.focus()
        await pilot.resize_terminal(1, 1)
        await pilot.pause()
        assert listed.content_size.width > 0
        assert app.return_code is None


async def test_no_more_of_a_giant_window_is_drawn_in_than_anyone_can_read() -> None:
    app = app_with(sessions.schools())
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.resize_terminal(65_535, 65_535)
        await pilot.pause()
        assert app.screen.size == (WIDEST, HIGHEST)
        assert app.size == (WIDEST, HIGHEST)


async def test_a_window_that_is_giant_from_the_start_is_cut_too() -> None:
    app = app_with(sessions.schools())
    async with app.run_test(size=(65_535, 65_535)) as pilot:
        await pilot.pause()
        assert app.screen.size == (WIDEST, HIGHEST)
