"""A key that means nothing does nothing, on any screen: the framework calls a method `key_at` when @ is pressed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from textual.dom import DOMNode

from mgtui.tui.app import MgtuiApp
from mgtui.tui.screens import SCREENS
from tests.tui import sessions
from tests.tui.stage import app_with


@pytest.mark.parametrize("name", ["agreements", "help"])
async def test_an_at_sign_on_a_list_does_nothing(name: str) -> None:
    app = app_with(sessions.schools())
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        app.go(name) if name in SCREENS else app.lay_over(name)
        await pilot.pause()
        await pilot.press("@")
        assert app.return_code is None


def test_nothing_of_ours_is_called_as_the_framework_calls_handlers_of_keys() -> None:
    assert issubclass(MgtuiApp, DOMNode)
    named = [
        f"{kind.__module__}.{kind.__qualname__}.{name}"
        for kind in _kinds_of(DOMNode)
        if kind.__module__.startswith("mgtui.")
        for name in vars(kind)
        if name.startswith(("key_", "_key_"))
    ]
    assert not named


def _kinds_of(kind: type[object]) -> Iterator[type[object]]:
    for each in kind.__subclasses__():
        yield each
        yield from _kinds_of(each)
