"""A pseudo-terminal with a program in it: what it shows comes out, what is typed goes in, at the pace of both.

Invariant: nothing typed is lost while the terminal is there, and at most `MOST_QUEUED` of it waits in memory.
"""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import os
import struct
import termios
from collections.abc import Callable
from typing import Final

CHUNK: Final = 64 * 1024

MOST_QUEUED: Final = 256 * 1024
"""Bytes typed or pasted that may wait for the program to read them."""

WIDEST, HIGHEST = 500, 200
"""What a terminal may measure, in characters; a screen's worth of cells is memory and work."""


class Terminal:
    """The outer end of a pseudo-terminal, in the event loop that is running.

    Args:
        shown: called with what the program shows. ended: called once when the program's end is closed.
        full, drained: called when what was typed should wait, and when it may come again.
    """

    def __init__(
        self,
        shown: Callable[[bytes], None],
        ended: Callable[[], None],
        full: Callable[[], None],
        drained: Callable[[], None],
    ) -> None:
        self._loop = asyncio.get_running_loop()
        self._shown, self._ended, self._full, self._drained = shown, ended, full, drained
        self._queue = bytearray()
        self._outer, self.inner = os.openpty()
        os.set_blocking(self._outer, False)
        self._loop.add_reader(self._outer, self._read)

    def resize(self, width: int, height: int) -> None:
        """Measure `width` by `height` characters, or as much of that as may be."""
        size = struct.pack("HHHH", min(max(height, 1), HIGHEST), min(max(width, 1), WIDEST), 0, 0)
        if self._outer >= 0:
            fcntl.ioctl(self._outer, termios.TIOCSWINSZ, size)

    def close_inner(self) -> None:
        """Let go of the end that the program has by now."""
        if self.inner >= 0:
            os.close(self.inner)
            self.inner = -1

    def type(self, data: bytes) -> None:
        """Type `data`; what the program does not take at once waits."""
        if self._outer < 0:
            return
        was_empty = not self._queue
        self._queue += data
        if was_empty:
            self._write()
        if len(self._queue) > MOST_QUEUED:
            self._full()

    def pause(self) -> None:
        """Read no more of what the program shows; it will wait."""
        if self._outer >= 0:
            self._loop.remove_reader(self._outer)

    def resume(self) -> None:
        """Go on reading."""
        if self._outer >= 0:
            self._loop.add_reader(self._outer, self._read)

    def close(self) -> None:
        """Hang up: the program gets SIGHUP, and what it still says is not heard."""
        self.close_inner()
        if self._outer >= 0:
            self._loop.remove_reader(self._outer)
            self._loop.remove_writer(self._outer)
            os.close(self._outer)
            self._outer = -1

    def _read(self) -> None:
        data = b""
        with contextlib.suppress(OSError):  # EIO is how Linux says that the last one closed the inner end
            data = os.read(self._outer, CHUNK)
        if data:
            self._shown(data)
        else:
            self._loop.remove_reader(self._outer)
            self._ended()

    def _write(self) -> None:
        try:
            written = os.write(self._outer, self._queue[:CHUNK])
        except BlockingIOError:
            written = 0
        except OSError:
            written = len(self._queue)
        was_full = len(self._queue) > MOST_QUEUED
        del self._queue[:written]
        if was_full and len(self._queue) <= MOST_QUEUED:
            self._drained()
        if self._queue:
            self._loop.add_writer(self._outer, self._write)
        else:
            self._loop.remove_writer(self._outer)
