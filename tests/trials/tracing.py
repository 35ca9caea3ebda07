"""System calls of a process that is already running, looked at, made to fail, or made its last one, by strace."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

STRACE: Final = shutil.which("strace")

_CALL: Final = re.compile(r"(?:\d+ +)?(?P<name>[a-z_0-9]+)\(")


class Call(NamedTuple):
    """The `ordinal`th system call `name` since someone began to look, counting from 1."""

    name: str
    ordinal: int


def cannot_attach() -> str:
    """Why nothing can be done to running processes here; empty when it can."""
    if STRACE is None:
        return "strace is not installed"
    with subprocess.Popen(["sleep", "60"]) as sleeper:
        try:
            with attached(sleeper.pid, "-o", "/dev/null"):
                return ""
        except AssertionError as refused:
            return f"strace may not attach here: {refused}"
        finally:
            sleeper.kill()


@contextmanager
def attached(pid: int, *options: str) -> Iterator[None]:
    """Have strace, with `options`, look on at process `pid` and all its threads."""
    command = [str(STRACE), "-f", "-p", str(pid), *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True) as strace:
        assert strace.stderr
        said = strace.stderr.readline()
        assert "attached" in said, said.strip()
        try:
            yield
        finally:
            strace.terminate()
            strace.communicate(timeout=20)


@contextmanager
def tampering(pid: int, call: str, how: str, *options: str) -> Iterator[None]:
    """The system call `call` of process `pid` goes as `how` says, in strace's words."""
    with attached(pid, "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:{how}", *options):
        yield


def calls_in(trace: Path, until: str) -> Sequence[Call]:
    """The calls in what strace wrote to `trace`, up to the first line with `until` in it."""
    counted: Counter[str] = Counter()
    calls = []
    for line in trace.read_text().splitlines():
        found = _CALL.match(line)
        if until in line:
            break
        if found:
            counted[found["name"]] += 1
            calls.append(Call(found["name"], counted[found["name"]]))
    return calls
