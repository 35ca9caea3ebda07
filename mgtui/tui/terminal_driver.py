"""Keys in and screens out by the event loop itself, with no thread in between.

Textual reads its terminal in one thread and writes it in another: two turns of the processor for every key, for which
a process waits behind all others where many people are at work on one machine.

Invariant: what is written comes out whole and in order; at most `MOST_UNSENT` bytes and one screen wait for a terminal
that takes no more, and then the program waits with it.
"""

from __future__ import annotations

import asyncio
import os
import re
import select
import signal
import sys
import time
from codecs import getincrementaldecoder
from contextlib import suppress
from typing import Any, Final

from textual import constants
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

CHUNK: Final = 4096

MOST_UNSENT: Final = 64 * 1024
"""Bytes; a terminal that is further behind than this would show what was long ago."""

_STANDARD_ERROR: Final = 2
"""Where Textual writes."""

_ESCAPE: Final = re.compile("(?=\x1b)")

PARTING: Final = 2.0
"""Seconds that a terminal has in the end to take what it did not take yet."""


def in_the_loop(usual: type[Driver]) -> type[Driver]:
    """The driver to use where Textual would use `usual`.

    On macOS, where the event loop can't wait for every kind of terminal, and where another one was asked for, that is
    `usual` itself.
    """
    return LoopDriver if usual is LinuxDriver and sys.platform == "linux" else usual


class LoopDriver(LinuxDriver):
    """Textual's driver for Linux, without its threads.

    Args:
        app: whose terminal it is. debug, mouse, size: as for Textual's own.
    """

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._encoding = self._file.encoding if self._file else "utf-8"
        self._loop_in_use = asyncio.get_running_loop()
        self._parser = XTermParser(debug)
        self._decoder = getincrementaldecoder("utf-8")("replace")
        self._tick_due: asyncio.TimerHandle | None = None
        self._unsent = bytearray()
        self._outlet = -1
        self._is_behind = False
        self._is_send_due = False

    def start_application_mode(self) -> None:
        """Make the terminal ready, and read and write it from now on."""
        self._open_outlet()
        before = self._key_thread
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if self._key_thread is before:
            return  # in the background, where the terminal is someone else's
        if self._outlet >= 0 and self._writer_thread:
            self._writer_thread.stop()
        self._parser = XTermParser(self._debug)
        self._decoder.reset()
        self._loop_in_use.add_reader(self.fileno, self._read)

    def disable_input(self) -> None:
        """Read no more."""
        self._loop_in_use.remove_reader(self.fileno)
        if self._tick_due:
            self._tick_due.cancel()
        super().disable_input()

    def close(self) -> None:
        """Let go of the terminal, when it has what was written."""
        deadline = time.monotonic() + PARTING
        while self._unsent and (left := deadline - time.monotonic()) > 0:
            self._wait_to_send(left)
        if self._outlet >= 0:
            self._loop_in_use.remove_writer(self._outlet)
            os.close(self._outlet)
            self._outlet = -1
        self._unsent.clear()
        self._is_behind = False
        super().close()

    def write(self, data: str) -> None:
        """Write `data`, with all that is written before the next flush."""
        if self._outlet < 0:
            super().write(data)
            return
        self._unsent += data.encode(self._encoding, "replace")
        if not self._is_send_due:
            # Not everything that writes a little, such as a bell, flushes.
            self._is_send_due = True
            self._loop_in_use.call_soon(self.flush)

    def flush(self) -> None:
        """Send what was written as far as the terminal takes it, and the rest as soon as it does."""
        self._is_send_due = False
        self._send()
        while len(self._unsent) > MOST_UNSENT:
            self._wait_to_send()

    def send_message(self, message: Message) -> None:
        """Hand what was typed to the app."""
        self._app.post_message(message)

    def _open_outlet(self) -> None:
        """Open the terminal once more: whether a write may wait is then not decided for whoever else has it open."""
        if self._outlet < 0:
            with suppress(OSError):
                terminal = os.ttyname(_STANDARD_ERROR)
                self._outlet = os.open(terminal, os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)

    def _run_input_thread(self) -> None:
        """The thread that Textual would read in has nothing to do."""

    def _read(self) -> None:
        try:
            data = os.read(self.fileno, CHUNK)
        except OSError:
            self._hang_up()
            return
        if not data and _has_gone(self.fileno):
            self._hang_up()
            return
        for piece in _ESCAPE.split(self._decoder.decode(data)):
            for message in self._parsed(piece):
                self.process_message(message)
        # Whether an escape was a key is only known when nothing came behind it.
        if self._tick_due:
            self._tick_due.cancel()
        self._tick_due = self._loop_in_use.call_later(constants.ESCAPE_DELAY, self._tick)

    def _parsed(self, piece: str) -> list[Message]:
        """What was typed; `piece` begins with an escape or has none. What no terminal ever writes is passed over."""
        if not piece:
            return []  # of a letter that came in part, which for the parser would be the end
        try:
            return list(self._parser.feed(piece))
        except Exception:
            self._parser = XTermParser(self._debug)
            return []

    def _hang_up(self) -> None:
        """The terminal has gone; not everyone in it gets the signal that says so."""
        self.disable_input()
        os.kill(os.getpid(), signal.SIGHUP)

    def _tick(self) -> None:
        for message in self._parser.tick():
            self.process_message(message)

    def _send(self) -> None:
        if self._outlet < 0:
            return
        while self._unsent:
            try:
                sent = os.write(self._outlet, self._unsent)
            except BlockingIOError:
                break
            except OSError:
                sent = len(self._unsent)  # a terminal that has gone takes nothing, and misses nothing
            del self._unsent[:sent]
        if self._unsent and not self._is_behind:
            self._loop_in_use.add_writer(self._outlet, self._send)
        elif self._is_behind and not self._unsent:
            self._loop_in_use.remove_writer(self._outlet)
        self._is_behind = bool(self._unsent)

    def _wait_to_send(self, most: float | None = None) -> None:
        """Wait until the terminal takes more, at most that many seconds."""
        select.select([], [self._outlet], [], most)
        self._send()


def _has_gone(terminal: int) -> bool:
    """Whether there is nobody at the other end; a terminal that is not ready yet may say that it ends, too."""
    asked = select.poll()
    asked.register(terminal, select.POLLIN)
    return any(event & select.POLLHUP for _terminal, event in asked.poll(0))
