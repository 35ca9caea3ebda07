"""In a list to choose from a sign stands before what is chosen, so that nobody needs colour to see it."""

from __future__ import annotations

import pytest

from mgtui.cli.settings import Settings
from mgtui.tui.screens.choosing import Choice, ChoosingScreen
from mgtui.tui.widgets.choices import Choices
from tests.tui import sessions
from tests.tui.stage import Stage, app_with

LONG = "een lange regel " * 12


@pytest.mark.parametrize(("is_ascii", "sign"), [(False, "▸ "), (True, "> ")])
async def test_a_sign_goes_along_with_the_cursor(is_ascii: bool, sign: str) -> None:
    app = app_with(sessions.schools(), Stage(Settings(ascii=is_ascii)))
    choices = [Choice("a", LONG, True), Choice("b", "words", False), Choice("c", "more", False)]
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        app.push_screen(ChoosingScreen("Which?", lambda: choices, lambda key: None, ""))
        await pilot.pause()
        listed = app.screen.query_one(Choices)

        def marked() -> list[str]:
            lines = [listed.render_line(y).text for y in range(listed.size.height)]
            return [line for line in lines if line.startswith(sign)]

        assert [line.split()[2] for line in marked()] == ["een"]
        await pilot.press("down")
        await pilot.pause()
        assert [line.split()[-1] for line in marked()] == ["words"]


async def test_a_long_list_leaves_room_for_what_its_keys_do() -> None:
    app = app_with(sessions.schools())
    choices = [Choice(str(number), LONG, False) for number in range(30)]
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.push_screen(ChoosingScreen("Which?", lambda: choices, lambda key: None, ""))
        await pilot.pause()
        assert app.screen.query_one("#hint").region.bottom < 24 - 1
