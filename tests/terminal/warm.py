"""Programs in terminals that start at once: forked from a process that has imported what a board needs.

`python -m tests.terminal.warm SOCKET` is that process. What runs is the real program, in a process and a terminal of
its own, which a kill ends like any other; only the second of importing is saved, so that hundreds can be tried.
"""

from __future__ import annotations

import array
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from mgtui.cli import entry
from mgtui.live.ssh import nursery
from mgtui.live.ssh.errand import Errand
from mgtui.live.ssh.spawning import LONGEST_REQUEST, Born, Died, Request
from tests.terminal.process import TerminalProcess, scrubbed_environment
from tests.terminal.terminal import Terminal


class Nursery:
    """The process that programs are forked from, in the folder where they begin; a context manager."""

    def __init__(self, folder: Path) -> None:
        self._number = 0
        self._statuses: dict[int, int] = {}
        self._ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.terminal.warm", str(theirs.fileno())],
                stdin=subprocess.DEVNULL,
                cwd=folder,
                env=scrubbed_environment({"PYTHONPATH": os.getcwd()}),
                pass_fds=[theirs.fileno()],
            )
        self._await_birth()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._ours.close()
        self._process.wait(20)

    def terminal(
        self, *arguments: str, columns: int = 120, rows: int = 36, env: Mapping[str, str] | None = None
    ) -> Terminal:
        """`mgtui` with `arguments` in a terminal."""

        def start(
            argv: Sequence[str],
            columns: int,
            rows: int,
            env: Mapping[str, str] | None,
            cwd: str | os.PathLike[str] | None,
        ) -> TerminalProcess:
            return _Forked(self, argv, columns, rows, env, cwd)

        return Terminal(arguments, columns=columns, rows=rows, env=env, start=start)

    def bear(self, arguments: Sequence[str], environment: dict[str, str], terminal: int) -> int:
        """Fork a program whose terminal is the open file `terminal`; returns its process id."""
        self._number += 1
        request = msgspec.json.encode(Request(self._number, Errand(tuple(arguments), environment)))
        fds = array.array("i", [terminal])
        self._ours.sendmsg([request], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, fds)])
        return self._await_birth()

    def status(self, pid: int, within: float) -> int | None:
        """How the program `pid` ended, as `Popen` has it; None when it runs on for `within` seconds."""
        end = time.monotonic() + within
        while pid not in self._statuses:
            self._ours.settimeout(max(0.0001, end - time.monotonic()))
            try:
                self._hear()
            except TimeoutError:
                return None
        return self._statuses[pid]

    def _await_birth(self) -> int:
        self._ours.settimeout(30)
        while (pid := self._hear()) is None:
            pass
        return pid

    def _hear(self) -> int | None:
        """Take in what the process says; returns who was born, if that is what it said."""
        said = msgspec.json.decode(self._ours.recv(LONGEST_REQUEST), type=Born | Died)
        if isinstance(said, Born):
            return said.pid
        self._statuses[said.pid] = said.status if said.status <= 128 else 128 - said.status
        return None


class _Child:
    """A forked program, with as much of `Popen` as a terminal needs."""

    def __init__(self, home: Nursery, pid: int) -> None:
        self.pid = pid
        self._home = home

    def poll(self) -> int | None:
        return self._home.status(self.pid, 0)

    def wait(self, timeout: float | None = None) -> int:
        status = self._home.status(self.pid, 3600 if timeout is None else timeout)
        if status is None:
            raise subprocess.TimeoutExpired("mgtui", timeout or 0)
        return status

    def send_signal(self, number: int) -> None:
        if self.poll() is None:
            os.kill(self.pid, number)


class _Forked(TerminalProcess):
    def __init__(
        self,
        home: Nursery,
        argv: Sequence[str],
        columns: int,
        rows: int,
        env: Mapping[str, str] | None,
        cwd: str | os.PathLike[str] | None,
    ) -> None:
        self._home = home
        super().__init__(argv, columns, rows, env, cwd)

    def _start(
        self, slave: int, argv: Sequence[str], environment: dict[str, str], cwd: str | os.PathLike[str] | None
    ) -> _Child:
        return _Child(self._home, self._home.bear(argv, environment, slave))


def _run(arguments: Sequence[str]) -> int:
    return entry.main(list(arguments))


def main(number: int) -> None:
    """Fork what is asked for over the socket with that file number."""
    import mgtui.cli.arguments
    import mgtui.cli.commands.open_session
    import mgtui.cli.composition.screens
    import mgtui.cli.people
    import mgtui.tui.app
    import mgtui.tui.screens.board  # noqa: F401

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with socket.socket(fileno=number) as requests:
        nursery.serve(requests, _run)


if __name__ == "__main__":
    main(int(sys.argv[1]))
