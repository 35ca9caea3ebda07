"""A program with a pseudo-terminal as its controlling terminal, as a login gives it one, and a scrubbed environment."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import termios
from collections.abc import Mapping, Sequence
from typing import Protocol

# The session leader that opens a terminal gets it as its controlling terminal; the shell then becomes the program.
_IN_TERMINAL = 'exec 0<>"$0" 1>&0 2>&0; exec "$@"'

_KEPT = ("PATH", "HOME", "TMPDIR", "TZ", "VIRTUAL_ENV", "MGTUI_CONFIG_DIR", "MGTUI_STATE_DIR")
_GIVEN = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}


def scrubbed_environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """What a program in a test sees: this test's home and settings, a plain locale, a good terminal, and `extra`."""
    return {name: os.environ[name] for name in _KEPT if name in os.environ} | _GIVEN | dict(extra or {})


class Child(Protocol):
    """As much of `Popen` as a terminal needs."""

    @property
    def pid(self) -> int:
        """Its process id."""

    def poll(self) -> int | None:
        """How it ended; None while it runs."""

    def wait(self, timeout: float | None = None) -> int:
        """How it ended, once it has."""

    def send_signal(self, number: int) -> None:
        """Send it a signal."""


def _keep_quiet(terminal: int) -> None:
    """Let the kernel not show what is typed before the program listens or after it left: that is no output of it."""
    attributes = termios.tcgetattr(terminal)
    attributes[3] &= ~termios.ECHO
    termios.tcsetattr(terminal, termios.TCSANOW, attributes)


class TerminalProcess:
    """`argv` running in a terminal of `columns` by `rows`; nothing written to it is lost, and no write blocks."""

    def __init__(
        self,
        argv: Sequence[str],
        columns: int,
        rows: int,
        env: Mapping[str, str] | None,
        cwd: str | os.PathLike[str] | None,
    ) -> None:
        self._master, slave = pty.openpty()
        self._waiting = bytearray()
        try:
            os.set_blocking(self._master, False)
            _keep_quiet(slave)
            self.resize(columns, rows)
            self._child = self._start(slave, argv, scrubbed_environment(env), cwd)
        except BaseException:
            os.close(self._master)
            raise
        finally:
            os.close(slave)

    @property
    def pid(self) -> int:
        """The program's process id, which is its session's and its group's as well."""
        return self._child.pid

    @property
    def exit_status(self) -> int | None:
        """How the program ended: its status, minus a signal's number, or None while it runs."""
        return self._child.poll()

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size; the program gets SIGWINCH."""
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def write(self, data: bytes) -> None:
        """Send `data`; what the terminal does not take at once goes with later reads."""
        self._waiting += data
        self._send_waiting()

    def read(self, timeout: float) -> bytes | None:
        """What the program wrote, at the latest after `timeout` seconds: b"" for nothing yet, None when it closed."""
        writing = [self._master] if self._waiting else []
        readable, writable, _ = select.select([self._master], writing, [], timeout)
        if writable:
            self._send_waiting()
        if not readable:
            return b""
        try:
            return os.read(self._master, 65536) or None
        except BlockingIOError:
            return b""
        except OSError:  # Linux's way of saying that nobody has the terminal open any more.
            return None

    def wait(self, timeout: float) -> int | None:
        """Wait for the end of a program that has closed its terminal."""
        try:
            return self._child.wait(timeout)
        except subprocess.TimeoutExpired:
            return None

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the program alone."""
        self._child.send_signal(number)

    def hang_up(self) -> None:
        """Close the terminal's own end, as when a connection is lost: the program gets SIGHUP."""
        if self._master >= 0:
            os.close(self._master)
            self._master = -1

    def close(self) -> None:
        """End the program and all in its group, and wait for it."""
        if self._child.poll() is None:
            os.killpg(self._child.pid, signal.SIGKILL)
        self._child.wait()
        self.hang_up()

    def _start(
        self, slave: int, argv: Sequence[str], environment: dict[str, str], cwd: str | os.PathLike[str] | None
    ) -> Child:
        return subprocess.Popen(
            ["/bin/sh", "-c", _IN_TERMINAL, os.ttyname(slave), *argv],
            stdin=subprocess.DEVNULL,
            stdout=slave,
            stderr=slave,
            env=environment,
            cwd=cwd,
            start_new_session=True,
        )

    def _send_waiting(self) -> None:
        try:
            sent = os.write(self._master, self._waiting[:4096])
        except BlockingIOError:
            return
        except OSError:  # The program is gone; nobody will read it.
            sent = len(self._waiting)
        del self._waiting[:sent]
