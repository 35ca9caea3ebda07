"""Whichever system call of a save fails or is the last, the file is the old session or the new, and saving goes on."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import pytest

from tests.store.saving_loop import number_in
from tests.trials import tracing
from tests.trials.tracing import Call

SETTLED: Final = 8
"""Saves after which each does the same as the one before: it keeps a version and lets one go."""

KNOWN: Final = {"saved", "disk_trouble", "disk_full", "not_writable", "not_readable"}

HARMLESS: Final = {"getpid", "uname", "getdents64", "close", "newfstatat", "fstat", "stat", "read"}
"""Calls that change nothing, so that being killed in one is being killed in the next."""

pytestmark = pytest.mark.timeout(300)


class Savings:
    """A process that saves when asked to."""

    def __init__(self, path: Path) -> None:
        command = [sys.executable, "-m", "tests.trials.saving_on_request", str(path)]
        self.path = path
        self.number = 0
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self._answer() == "ready"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._process.kill()
        self._process.communicate()

    @property
    def pid(self) -> int:
        """The process."""
        return self._process.pid

    def save(self) -> str:
        """Have it save the next number; returns what it says of that, nothing when it is no more."""
        assert self._process.stdin
        self.number += 1
        self._process.stdin.write(f"{self.number}\n")
        self._process.stdin.flush()
        return self._answer()

    def calls(self) -> list[Call]:
        """The system calls of one save."""
        trace = self.path.with_name("trace")
        with tracing.attached(self.pid, "-o", str(trace)):
            assert self.save() == "saved"
        return list(tracing.calls_in(trace, until="write(1"))

    def _answer(self) -> str:
        assert self._process.stdout
        return self._process.stdout.readline().strip()


@pytest.fixture(scope="module", autouse=True)
def _skip_without_strace() -> None:
    if reason := tracing.cannot_attach():
        pytest.skip(reason)


@pytest.fixture
def savings(tmp_path: Path) -> Iterator[Savings]:
    """A process whose saves are all alike."""
    with settled(tmp_path / "werving.json") as process:
        yield process


def settled(path: Path, after: int = 0) -> Savings:
    process = Savings(path)
    process.number = after
    for _ in range(SETTLED):
        assert process.save() == "saved"
    return process


@pytest.mark.parametrize("error", ["EIO", "ENOSPC", "EPERM", "EINTR"])
def test_whichever_system_call_of_a_save_fails_the_file_is_whole_and_the_next_save_succeeds(
    savings: Savings, error: str
) -> None:
    answers = set()
    # Linux lets go of a file also when closing it fails; strace, which skips the call, would not.
    calls = [call for call in savings.calls() if call.name != "close"]
    for call in calls:
        before = savings.number
        # It reads requests too; those are not part of a save.
        only = ["-P", str(savings.path)] if call.name == "read" else []
        with tracing.tampering(savings.pid, call.name, f"error={error}:when={call.ordinal}", *only):
            answer = savings.save()
        assert answer in KNOWN, call
        answers.add(answer)
        found = number_in(savings.path)
        assert found == savings.number if answer == "saved" else found in (before, savings.number), call
        assert savings.save() == "saved", call
        assert number_in(savings.path) == savings.number
    assert len(calls) > 25
    assert len(answers) > 1


def test_a_kill_in_any_system_call_of_a_save_loses_nothing_that_was_saved(tmp_path: Path) -> None:
    path = tmp_path / "werving.json"
    with settled(path) as first:
        calls = [call for call in first.calls() if call.name not in HARMLESS]
        number = first.number
    for call in calls:
        with Savings(path) as process:
            process.number = number
            with tracing.tampering(process.pid, call.name, f"signal=KILL:when={call.ordinal}"):
                assert process.save() == "", call
        assert number_in(path) in (number, number + 1), call
        number = number_in(path)
    assert len(calls) > 15
