"""A program in a terminal as a person meets it: keys and mouse go in, a screen comes out, waiting is for what shows."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Self

from tests.terminal import keys
from tests.terminal.emulator import BRACKETED_PASTE, Cell, Emulator
from tests.terminal.errors import ProgramEnded, ScreenTimeout
from tests.terminal.process import TerminalProcess

PATIENCE = 15.0
_FRAME_BEGINS, _FRAME_ENDS = b"\x1b[?2026h", b"\x1b[?2026l"

Start = Callable[
    [Sequence[str], int, int, Mapping[str, str] | None, str | os.PathLike[str] | None],
    TerminalProcess,
]
"""Starts a program in a terminal: arguments, columns, rows, environment, folder."""


class Terminal:
    """`argv` in a terminal; a context manager that ends the program with its block.

    Times are seconds of `time.perf_counter`, taken as soon as output was read and before it is painted. A frame is
    read to its end before any of it is painted, so that the cost of painting, which is high, is in no figure.

    Attributes:
        screen: what is shown; `screen.modes`, `screen.copied`, `screen.bells` and `screen.title` tell the rest.
        started: when the program was started.
    """

    def __init__(
        self,
        argv: Sequence[str],
        *,
        columns: int = 120,
        rows: int = 36,
        env: Mapping[str, str] | None = None,
        cwd: str | os.PathLike[str] | None = None,
        synchronised: bool = True,
        kitty: bool = False,
        in_band_resize: bool = False,
        sizes_text: bool = False,
        start: Start = TerminalProcess,
    ) -> None:
        self.screen = Emulator(columns, rows, synchronised, kitty, in_band_resize, sizes_text)
        self.started = time.perf_counter()
        self._process = start(argv, columns, rows, env, cwd)
        self._output = bytearray()
        self._is_open = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # What a person does

    def press(self, *names: str) -> float:
        """Press keys by name ("n", "down", "ctrl+z", "F5"), all at once; returns when."""
        return self.send(b"".join(map(keys.key, names)))

    def type(self, text: str) -> float:
        """Type `text` as it stands, all at once; a line end is the enter key."""
        return self.send(text.replace("\n", "\r").encode())

    def paste(self, text: str) -> float:
        """Paste `text`: bracketed when the program asks for that, else as if it were typed."""
        return self.send(keys.paste(text)) if BRACKETED_PASTE in self.screen.modes else self.type(text)

    def click(self, x: int, y: int) -> float:
        """Click with the left button on column `x` of row `y`, from 0."""
        return self.send(keys.click(x, y))

    def click_on(self, text: str) -> float:
        """Click on the first place that shows `text`, once it does."""
        self.wait_for(text)
        x, y = self.screen.find(text) or (0, 0)
        return self.click(x, y)

    def wheel(self, x: int, y: int, *, down: bool = True) -> float:
        """Turn the wheel one notch over column `x` of row `y`."""
        return self.send(keys.wheel(x, y, down=down))

    def resize(self, columns: int, rows: int) -> float:
        """Give the window another size."""
        self.screen.resize(columns, rows)
        now = time.perf_counter()
        self._process.resize(columns, rows)
        return now

    def send(self, data: bytes) -> float:
        """Send bytes as they are; returns when."""
        now = time.perf_counter()
        self._process.write(data)
        return now

    # What a person waits for

    def wait_for(self, text: str, timeout: float = PATIENCE) -> float:
        """Wait until `text` is on one line of the screen; returns when it came."""
        return self.wait_until(lambda: self.screen.find(text) is not None, timeout, f"{text!r} on the screen")

    def wait_until_gone(self, text: str, timeout: float = PATIENCE) -> float:
        """Wait until `text` is on no line of the screen; returns when it went."""
        return self.wait_until(lambda: self.screen.find(text) is None, timeout, f"{text!r} gone from the screen")

    def wait_until(
        self, condition: Callable[[], bool], timeout: float = PATIENCE, what: str = "the condition"
    ) -> float:
        """Wait until `condition` holds between two frames; returns when the output came that made it hold.

        Raises:
            ScreenTimeout: it doesn't within `timeout` seconds.
            ProgramEnded: the program closed the terminal without it.
        """
        came = time.perf_counter()
        end = came + timeout
        while self.screen.is_mid_frame or not condition():
            if not self._is_open:
                if condition():
                    break
                raise ProgramEnded(f"ended with {self._process.wait(1)} before {what}; screen:\n{self.text}")
            if (left := end - time.perf_counter()) <= 0:
                raise ScreenTimeout(f"no sign of {what} in {timeout} s; screen:\n{self.text}")
            came = self._take_in(left) or came
        return came

    def wait_for_exit(self, timeout: float = PATIENCE) -> int:
        """Wait until the program ends; returns its exit status, or minus the number of the signal that ended it."""
        end = time.perf_counter() + timeout
        while self._is_open and self.exit_status is None and (left := end - time.perf_counter()) > 0:
            self._take_in(min(left, 0.05))
        status = self._process.wait(max(0.0, end - time.perf_counter()))
        if status is None:
            raise ScreenTimeout(f"still running after {timeout} s; screen:\n{self.text}")
        while self._is_open and self._take_in(0):
            pass
        return status

    def settle(self, quiet: float = 0.2, timeout: float = PATIENCE) -> float:
        """Read until nothing has come for `quiet` seconds; returns when the last output came."""
        last = time.perf_counter()
        end = last + timeout
        while self._is_open and (left := last + quiet - time.perf_counter()) > 0:
            if time.perf_counter() > end:
                raise ScreenTimeout(f"never quiet for {quiet} s in {timeout} s; screen:\n{self.text}")
            last = self._take_in(left) or last
        return last

    # What a person sees

    @property
    def text(self) -> str:
        """All lines of the screen."""
        return "\n".join(self.lines)

    @property
    def lines(self) -> list[str]:
        """The lines of the screen, without the blanks at their ends."""
        return [self.screen.line(y) for y in range(self.screen.rows)]

    def cell(self, x: int, y: int) -> Cell:
        """What stands at column `x` of row `y`, and how it looks."""
        return self.screen.cell(x, y)

    # What only a machine counts

    def mark(self) -> int:
        """A place in the output, for `output_since` and `bytes_since`."""
        return len(self._output)

    def output_since(self, mark: int) -> bytes:
        """All that the program wrote after `mark`, as far as it has been read."""
        return bytes(self._output[mark:])

    def bytes_since(self, mark: int) -> int:
        """How many bytes the program wrote after `mark`, as far as they have been read."""
        return len(self._output) - mark

    # The program's life

    @property
    def pid(self) -> int:
        """The program's process id."""
        return self._process.pid

    @property
    def exit_status(self) -> int | None:
        """How the program ended, or None while it runs."""
        return self._process.exit_status

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        self._process.signal(number)

    def kill(self) -> int:
        """End the program as a power cut would; returns its exit status."""
        self.signal(signal.SIGKILL)
        return self.wait_for_exit()

    def hang_up(self) -> None:
        """Take the terminal away, as a lost connection does; nothing can be read or sent after."""
        self._is_open = False
        self._process.hang_up()

    def close(self) -> None:
        """End the program, whatever it is doing."""
        self._process.close()
        self._is_open = False

    def _take_in(self, timeout: float) -> float | None:
        """Read and paint what came within `timeout` seconds; returns when, or None when nothing did."""
        end = time.perf_counter() + timeout
        output = bytearray()
        while more := self._process.read(max(0.0, end - time.perf_counter())):
            now = time.perf_counter()
            output += more
            if output.rfind(_FRAME_BEGINS) <= output.rfind(_FRAME_ENDS):
                break
        if more is None:
            self._is_open = False
        if not output:
            return None
        self._output += output
        if answer := self.screen.feed(bytes(output)):
            self._process.write(answer)
        return now
