"""Many terminals at once, read so cheaply that reading them does not show in what is measured."""

from __future__ import annotations

import fcntl
import os
import pty
import selectors
import struct
import subprocess
import termios
import time
from collections.abc import Sequence
from types import TracebackType
from typing import Self

CHUNK = 256 * 1024


class Watcher:
    """A program in a terminal of which only the bytes count.

    Attributes:
        heard: when its last output came. output: all of it, until forgotten.
    """

    def __init__(self, argv: Sequence[str], columns: int, rows: int) -> None:
        self.terminal, inner = pty.openpty()
        fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
        self.started = self.heard = time.perf_counter()
        self.output = bytearray()
        self.process = subprocess.Popen(
            argv, stdin=inner, stdout=inner, stderr=inner, env=environment, start_new_session=True
        )
        os.close(inner)

    def press(self, data: bytes) -> float:
        """Type `data`; returns when."""
        at = time.perf_counter()
        os.write(self.terminal, data)
        return at

    def close(self) -> None:
        """End it."""
        self.process.kill()
        self.process.wait()
        os.close(self.terminal)


class Crowd:
    """Watchers that are read together."""

    def __init__(self) -> None:
        self.watchers: list[Watcher] = []
        self._selector = selectors.DefaultSelector()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for watcher in self.watchers:
            self._selector.unregister(watcher.terminal)
            watcher.close()
        self._selector.close()

    def add(self, argv: Sequence[str], columns: int = 120, rows: int = 36) -> Watcher:
        """One more."""
        watcher = Watcher(argv, columns, rows)
        self.watchers.append(watcher)
        self._selector.register(watcher.terminal, selectors.EVENT_READ, watcher)
        return watcher

    def remove(self, watcher: Watcher) -> None:
        """One less."""
        self._selector.unregister(watcher.terminal)
        self.watchers.remove(watcher)
        watcher.close()

    def read(self, timeout: float) -> list[Watcher]:
        """Take in what comes within `timeout` seconds; returns whom something came from."""
        ready = self._selector.select(timeout)
        now = time.perf_counter()
        for key, _ in ready:
            watcher: Watcher = key.data
            try:
                watcher.output += os.read(watcher.terminal, CHUNK)
            except OSError as error:
                raise EOFError(bytes(watcher.output[-500:])) from error
            watcher.heard = now
        return [key.data for key, _ in ready]

    def wait_for(self, watcher: Watcher, text: bytes, timeout: float = 60) -> float:
        """Wait until `watcher` was sent `text`; returns when that came."""
        end = time.perf_counter() + timeout
        while text not in watcher.output:
            self.read(0.5)
            if time.perf_counter() > end:
                raise TimeoutError(bytes(watcher.output[-500:]))
        return watcher.heard

    def settle(self, quiet: float = 0.3, timeout: float = 30) -> None:
        """Wait until nobody was sent anything for `quiet` seconds."""
        end = time.perf_counter() + timeout
        while self.read(quiet) and time.perf_counter() < end:
            pass

    def answers(self, at: float, among: Sequence[Watcher], timeout: float = 10) -> list[float]:
        """Seconds from `at` until each of `among` was first sent something."""
        missing = {watcher.terminal for watcher in among}
        found = []
        end = at + timeout
        while missing and time.perf_counter() < end:
            for watcher in self.read(0.5):
                if watcher.terminal in missing:
                    missing.discard(watcher.terminal)
                    found.append(watcher.heard - at)
        if missing:
            raise TimeoutError(f"{len(missing)} never answered")
        return found
