"""A process that is killed, or whose machine fails it, leaves the old session or the new one, never half of either."""

from __future__ import annotations

import errno
import os
import random
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mgtui.store.errors import DiskFull, DiskTrouble, Missing, NotWritable, StoreError
from mgtui.store.storage import SessionStorage
from tests.store.saving_loop import number_in, tables
from tests.trials.families import times

KILLS = times("killed-saves")
STRACE = shutil.which("strace")


def saving(path: Path, first: int, *, prefix: tuple[str, ...] = (), count: int = 10**6) -> subprocess.Popen[str]:
    """A process that saves in a loop, and has loaded the session when this returns."""
    command = [*prefix, sys.executable, "-m", "tests.store.saving_loop", str(path), str(first), str(count)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def last_acknowledged(process: subprocess.Popen[str], otherwise: int) -> int:
    """The number of the last save that `process`, which has ended, had acknowledged."""
    lines = process.communicate()[0].split("\n")
    whole = [line for line in lines[:-1] if line]
    return int(whole[-1]) if whole else otherwise


def test_a_kill_at_any_moment_loses_nothing_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "werving.json"
    SessionStorage(path).write(tables(0))
    chance = random.Random(20260302)
    number = 0
    for _ in range(KILLS):
        process = saving(path, number + 1)
        assert process.stdout is not None
        for _ in range(chance.randrange(3)):
            number = int(process.stdout.readline())
        try:
            process.wait(timeout=chance.random() * 0.01)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        acknowledged = last_acknowledged(process, number)
        found = number_in(path)
        assert acknowledged <= found <= acknowledged + 1
        number = found


@pytest.mark.skipif(STRACE is None, reason="strace is not installed")
@pytest.mark.parametrize("call", ["fsync", "link", "rename", "mkdir", "ftruncate", "unlink", "flock"])
@pytest.mark.parametrize("when", [1, 2, 3])
def test_a_kill_in_the_very_system_call_loses_nothing_acknowledged(tmp_path: Path, call: str, when: int) -> None:
    path = tmp_path / "werving.json"
    SessionStorage(path).write(tables(0))
    inject = f"inject={call}:signal=KILL:when={when}"
    assert STRACE is not None
    prefix = (STRACE, "-f", "-qq", "-o", str(tmp_path / "trace"), "-e", f"trace={call}", "-e", inject)
    process = saving(path, 1, prefix=prefix, count=2)
    acknowledged = last_acknowledged(process, 0)
    assert acknowledged <= number_in(path) <= acknowledged + 1
    storage = SessionStorage(path)
    storage.read()
    storage.write(tables(9))
    assert number_in(path) == 9


@pytest.mark.skipif(STRACE is None, reason="strace is not installed")
def test_the_disk_has_the_bytes_before_the_name_and_the_name_before_it_is_acknowledged(tmp_path: Path) -> None:
    path, trace = tmp_path / "werving.json", tmp_path / "trace"
    SessionStorage(path).write(tables(0))
    assert STRACE is not None
    prefix = (STRACE, "-f", "-qq", "-y", "-o", str(trace), "-e", "trace=write,fsync,rename")
    last_acknowledged(saving(path, 1, prefix=prefix, count=2), 0)
    steps = [step for line in trace.read_text().splitlines() for step in [step_of(line, tmp_path)] if step]
    version_kept = ["sync versions"]
    save = ["write", "sync", "rename", "sync folder", "acknowledge"]
    assert steps == save[:2] + version_kept + save[2:] + save


def step_of(line: str, folder: Path) -> str | None:
    """What a line of a trace with paths means for saving; None when it is about something else."""
    steps = {
        r"write\(\d+<.*/\.werving\.json\.tmp>": "write",
        r"fsync\(\d+<.*/\.werving\.json\.tmp>": "sync",
        r"fsync\(\d+<.*/\.werving\.json\.versions>": "sync versions",
        r"rename\(": "rename",
        rf"fsync\(\d+<{folder}>": "sync folder",
        r"write\(1<.*\"\d": "acknowledge",
    }
    return next((step for pattern, step in steps.items() if re.search(pattern, line)), None)


def failing(real: Callable[..., object], code: int, when: int) -> Callable[..., object]:
    """`real`, but its call number `when`, counting from 1, fails with errno `code`."""
    calls = 0

    def call(*args: object, **kwargs: object) -> object:
        nonlocal calls
        calls += 1
        if calls == when:
            raise OSError(code, os.strerror(code))
        return real(*args, **kwargs)

    return call


@pytest.mark.parametrize(
    ("call", "code", "error"),
    [
        ("open", errno.EACCES, PermissionError),
        ("open", errno.EROFS, NotWritable),
        ("open", errno.ENOENT, Missing),
        ("open", errno.EMFILE, DiskTrouble),
        ("write", errno.ENOSPC, DiskFull),
        ("write", errno.EDQUOT, DiskFull),
        ("write", errno.EFBIG, DiskFull),
        ("write", errno.EIO, DiskTrouble),
        ("fchmod", errno.EPERM, NotWritable),
        ("fsync", errno.EIO, DiskTrouble),
        ("fsync", errno.ENOSPC, DiskFull),
        ("replace", errno.EIO, DiskTrouble),
        ("replace", errno.EBUSY, DiskTrouble),
        ("ftruncate", errno.EIO, DiskTrouble),
        ("pwrite", errno.ENOSPC, DiskFull),
    ],
)
def test_whichever_call_fails_the_file_is_whole_and_a_later_save_succeeds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int, error: type[OSError]
) -> None:
    path = tmp_path / "werving.json"
    storage = SessionStorage(path)
    storage.write(tables(1))
    storage.write(tables(2))
    failures: list[StoreError] = []
    for when in range(1, 8):
        with monkeypatch.context() as patch:
            patch.setattr(os, call, failing(getattr(os, call), code, when))
            try:
                storage.write(tables(2 + when))
            except StoreError as failure:
                failures.append(failure)
        assert number_in(path) in (1 + when, 2 + when)
        assert not path.with_name(".werving.json.tmp").exists()
        storage.write(tables(2 + when))
        assert number_in(path) == 2 + when
    assert failures
    assert all(isinstance(failure, error) and failure.path == path for failure in failures)


@pytest.mark.parametrize("call", ["open", "write", "fsync", "link", "unlink", "ftruncate"])
def test_whichever_call_fails_a_new_session_is_whole_or_absent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    for when in range(1, 6):
        path = tmp_path / f"new{when}.json"
        storage = SessionStorage(path)
        with monkeypatch.context() as patch:
            patch.setattr(os, call, failing(getattr(os, call), errno.EIO, when))
            try:
                storage.write(tables(1))
            except StoreError:
                assert not path.exists() or number_in(path) == 1
        storage.write(tables(2))
        assert number_in(path) == 2
