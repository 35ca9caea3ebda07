"""What is to be done a little later is done, also by a process that gets no turn just when it plans that."""

from __future__ import annotations

import asyncio

import pytest
from textual.timer import Timer

from mgtui.domain.history import Entry
from mgtui.domain.session import Session
from mgtui.domain.verbs import items
from mgtui.tui.later import after
from tests.tui import sessions
from tests.tui.board import as_ben, seen
from tests.tui.stage import Stage
from tests.tui.waiting import comes


@pytest.fixture
def busy_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Others have the processor while a timer of Textual's that rings once reckons when: it never rings."""
    run = Timer._run

    async def run_unless_late(timer: Timer) -> None:
        if timer._repeat != 0:
            await run(timer)

    monkeypatch.setattr(Timer, "_run", run_unless_late)


class SlowDisk(Stage):
    """Nothing is saved before one says so."""

    def record(self, session: Session, entry: Entry) -> None:
        pass


@pytest.mark.usefixtures("busy_machine")
async def test_the_sign_says_that_what_another_did_is_saved() -> None:
    stage = SlowDisk()
    async with seen(sessions.schools(), stage=stage) as it:
        as_ben(stage, lambda session: items.add_item(session, "b1", "p3", "take", "open dag"))
        assert await comes(it.pilot, lambda: "open dag" in it.text and "✓" not in it.text)
        assert stage.room
        stage.room.saved(stage.room.revision)
        assert await comes(it.pilot, lambda: "✓" in it.text)


@pytest.mark.usefixtures("busy_machine")
async def test_the_others_are_told_where_one_has_gone() -> None:
    stage = Stage()
    async with seen(sessions.schools(), stage=stage) as it:
        await it.press("down")
        assert stage.room
        assert await comes(it.pilot, lambda: bool(stage.room and stage.room.places))


async def test_what_is_cancelled_is_not_done_though_its_time_has_come() -> None:
    async with seen(sessions.schools()) as it:
        done: list[str] = []
        planned = after(0, it.board, lambda: done.append("planned"))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        planned.cancel()
        after(0, it.board, lambda: done.append("the next"))
        assert await comes(it.pilot, lambda: bool(done))
        assert done == ["the next"]
