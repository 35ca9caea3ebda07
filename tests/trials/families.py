"""What is tried, and how often: a number that CI can pay for, unless whoever runs it by hand asks for another."""

from __future__ import annotations

import os
from typing import Final, NamedTuple


class Family(NamedTuple):
    """One kind of trial.

    Attributes:
        what: what is done to the program, for whoever chooses one to run.
        tests: the tests that do it, as pytest names them.
        times: how often CI does it.
    """

    what: str
    tests: tuple[str, ...]
    times: int


FAMILIES: Final = {
    "kills": Family(
        "kill -9 at random moments while the real program is typed at",
        ("tests/trials/test_kills.py",),
        200,
    ),
    "killed-saves": Family(
        "kill -9 at random moments of a process that does nothing but save",
        ("tests/store/test_crashes.py::test_a_kill_at_any_moment_loses_nothing_acknowledged",),
        40,
    ),
    "power-cuts": Family(
        "edits after whose every disk operation the power goes, dropping what was not synced",
        ("tests/trials/test_power_cuts.py",),
        8,
    ),
    "disk-cuts": Family(
        "power cuts of a real ext4 disk on a loop device, its journal not flushed (root)",
        ("tests/trials/test_disk_cuts.py",),
        8,
    ),
    "failing-calls": Family(
        "each system call of a save failing with EIO, ENOSPC, EPERM and EINTR, or being its last (strace)",
        ("tests/trials/test_failing_calls.py",),
        1,
    ),
    "on-screen": Family(
        "disks, folders, clocks, signals, terminals and rooms that fail under people who look at their screens",
        ("tests/trials/test_on_screen.py", "tests/store/test_disks.py", "tests/tui/test_crash.py"),
        1,
    ),
    "hostile-input": Family(
        "made-up session files, lists, settings, wire frames and keys, each so often",
        (
            "tests/trials/test_hostile_files.py",
            "tests/trials/test_hostile_frames.py",
            "tests/trials/test_hostile_keys.py",
        ),
        25,
    ),
    "doors": Family(
        "people at the SSH doors and at the room's socket who mean no good, and windows of any size",
        (
            "tests/live/test_hostile_door.py",
            "tests/live/test_ssh_door.py",
            "tests/live/test_openssh_door.py",
            "tests/live/test_strangers.py",
            "tests/live/test_tickets.py",
            "tests/tui/test_windows.py",
        ),
        1,
    ),
}


def times(name: str) -> int:
    """How often the trials of family `name` are done in this run."""
    return int(os.environ.get(variable(name), "") or FAMILIES[name].times)


def is_always_alike(name: str) -> bool:
    """Whether the chances of family `name` are the same in each run, as in CI; who asks for a number gets others."""
    return times(name) == FAMILIES[name].times


def variable(name: str) -> str:
    """The environment variable by which a run is told another number."""
    return f"MGTUI_TRIALS_{name.upper().replace('-', '_')}"
