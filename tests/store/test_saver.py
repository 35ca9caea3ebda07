"""Saving beside the work: nothing waits, the latest wins, a failure keeps it in memory and is tried again."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from mgtui.store.errors import ChangedUnderneath, DiskFull
from mgtui.store.saver import Saver

PATIENCE = 20
HERE = Path("werving.json")


class Disk:
    """A place to save that says when it is reached, and waits or fails as told."""

    def __init__(self) -> None:
        self.has: list[str] = []
        self.reached: queue.Queue[str] = queue.Queue()
        self.may_go_on = threading.Event()
        self.may_go_on.set()
        self.error: Exception | None = None

    def save(self, state: str) -> None:
        """Saves `state`, or raises the error that is set."""
        self.reached.put(state)
        assert self.may_go_on.wait(PATIENCE)
        if self.error:
            raise self.error
        self.has.append(state)


class Told:
    """What a saver has said."""

    def __init__(self) -> None:
        self.saved: queue.Queue[int] = queue.Queue()
        self.failed: queue.Queue[Exception] = queue.Queue()


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def saver_of(disk: Disk, told: Told) -> Iterator[Callable[..., Saver[str]]]:
    made: list[Saver[str]] = []

    def make(delays: Sequence[float] = (1000.0,)) -> Saver[str]:
        made.append(Saver(disk.save, saved=told.saved.put, failed=told.failed.put, delays=delays))
        return made[-1]

    yield make
    disk.may_go_on.set()
    for saver in made:
        saver.close()


def get(waited_for: queue.Queue[Any]) -> Any:
    return waited_for.get(timeout=PATIENCE)


def test_a_state_is_saved_and_its_revision_told(saver_of: Callable[..., Saver[str]], disk: Disk, told: Told) -> None:
    saver = saver_of()
    saver.submit(1, "one")
    assert get(told.saved) == 1
    assert disk.has == ["one"]
    assert saver.is_all_saved


def test_states_that_wait_go_together_and_the_latest_wins(
    saver_of: Callable[..., Saver[str]], disk: Disk, told: Told
) -> None:
    saver = saver_of()
    disk.may_go_on.clear()
    saver.submit(1, "one")
    assert get(disk.reached) == "one"
    for revision in range(2, 100):
        saver.submit(revision, f"state {revision}")
    assert not saver.is_all_saved
    disk.may_go_on.set()
    assert [get(told.saved), get(told.saved)] == [1, 99]
    assert disk.has == ["one", "state 99"]


def test_a_failed_save_keeps_the_state_and_is_tried_again(
    saver_of: Callable[..., Saver[str]], disk: Disk, told: Told
) -> None:
    saver = saver_of(delays=(0.0, 0.001))
    disk.error = DiskFull(HERE)
    saver.submit(1, "one")
    for _ in range(3):
        assert get(told.failed) is disk.error
    assert not saver.is_all_saved
    disk.error = None
    assert get(told.saved) == 1
    assert disk.has == ["one"]


def test_what_will_not_go_away_by_itself_waits_to_be_told(
    saver_of: Callable[..., Saver[str]], disk: Disk, told: Told
) -> None:
    saver = saver_of(delays=(0.0,))
    disk.error = ChangedUnderneath(HERE)
    saver.submit(1, "one")
    assert get(told.failed) is disk.error
    assert saver._delay() is None
    disk.error = None
    saver.retry()
    assert get(told.saved) == 1


def test_a_next_change_tries_at_once_however_long_the_wait(
    saver_of: Callable[..., Saver[str]], disk: Disk, told: Told
) -> None:
    saver = saver_of()
    disk.error = DiskFull(HERE)
    saver.submit(1, "one")
    get(told.failed)
    disk.error = None
    saver.submit(2, "two")
    assert get(told.saved) == 2
    assert disk.has == ["two"]


def test_what_can_not_be_saved_here_is_saved_elsewhere(
    saver_of: Callable[..., Saver[str]], disk: Disk, told: Told
) -> None:
    saver = saver_of()
    disk.error = DiskFull(HERE)
    saver.submit(1, "one")
    get(told.failed)
    stick = Disk()
    saver.save_elsewhere(stick.save)
    assert get(told.saved) == 1
    assert stick.has == ["one"]


def test_closing_saves_what_waits_and_says_so(saver_of: Callable[..., Saver[str]], disk: Disk) -> None:
    saver = saver_of()
    disk.may_go_on.clear()
    saver.submit(1, "one")
    saver.submit(2, "two")
    threading.Timer(0.01, disk.may_go_on.set).start()
    assert saver.close() is True
    assert disk.has[-1] == "two"


def test_closing_says_when_not_everything_is_saved(saver_of: Callable[..., Saver[str]], disk: Disk) -> None:
    saver = saver_of()
    disk.error = DiskFull(HERE)
    saver.submit(1, "one")
    assert saver.close() is False
    assert not saver.is_all_saved


def test_a_fault_in_the_program_is_told_like_any_failure(
    saver_of: Callable[..., Saver[str]], disk: Disk, told: Told
) -> None:
    saver = saver_of()
    disk.error = TypeError("no such thing")
    saver.submit(1, "one")
    assert get(told.failed) is disk.error
    disk.error = None
    saver.submit(2, "two")
    assert get(told.saved) == 2
