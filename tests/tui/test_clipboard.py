"""Copying says no more than is known, and never waits for a clipboard that hangs."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from threading import Event

import pytest

from mgtui.tui import clipboard
from tests.tui import sessions
from tests.tui.stage import Stage, app_with


@pytest.fixture
def hanging() -> Iterator[Callable[[str], None]]:
    """A clipboard that takes no text for as long as the test lasts."""
    over = Event()

    def take(_text: str) -> None:
        over.wait(60)

    yield take
    over.set()


async def _notice_after(stage: Stage, text: str = "kennis over werving") -> str:
    app = app_with(sessions.schools(), stage)
    async with app.run_test(size=(120, 36)):
        clipboard.copy(app, text, "De Linde")
        for _ in range(300):
            if app.notice:
                return app.notice.text
            await asyncio.sleep(0.01)
    raise AssertionError("nothing was said")


async def test_with_only_a_terminal_it_says_sent() -> None:
    assert await _notice_after(Stage()) == "Sent to your terminal's clipboard: De Linde."


async def test_with_a_clipboard_of_this_machine_it_says_copied() -> None:
    stage, held = Stage(), list[str]()
    stage.machine = held.append
    assert await _notice_after(stage) == "Copied: De Linde."
    assert held == ["kennis over werving"]


async def test_a_clipboard_that_fails_leaves_what_the_terminal_got() -> None:
    stage = Stage()
    stage.machine = lambda text: [][0]
    assert (await _notice_after(stage)).startswith("Sent to your terminal")


async def test_a_clipboard_that_hangs_holds_nobody_up(
    hanging: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "SECONDS_FOR_MACHINE", 0.05)
    stage = Stage()
    stage.machine = hanging
    assert (await _notice_after(stage)).startswith("Sent to your terminal")


async def test_what_is_too_much_for_a_terminal_is_not_sent_and_says_so() -> None:
    app = app_with(sessions.schools(), Stage())
    async with app.run_test():
        clipboard.copy(app, "é" * 40_000, "the board")
        assert app.notice
        assert app.notice.text.startswith("Not copied")
        assert app.clipboard == ""


@pytest.mark.parametrize("name", ["SSH_CONNECTION", "SSH_TTY"])
def test_over_ssh_the_machine_at_the_other_end_is_left_alone(name: str) -> None:
    assert clipboard.this_machine({name: "something"}) is None
    assert clipboard.this_machine({}) is not None
