"""When the program was stopped from outside and goes on, its terminal is made ready again and all is drawn anew.

Textual takes every SIGCONT for the end of a suspension of its own: after a stop that it did not see (SIGSTOP), a second
thread would read the keyboard beside the first, and the screen would be blank. And a stop that comes while it is busy
with one, or has given the terminal back at the end, would make it wait for ever for a thread that has gone.
"""

from __future__ import annotations

import asyncio
import os
import signal
import termios
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from types import FrameType

    from mgtui.tui.app import MgtuiApp

_KEYBOARD: Final = 0
_MODES: Final = "\x1b[?1049h\x1b[?25l\x1b[?1004h"
"""The alternate screen, no cursor, and word of the focus; the rest the driver knows to ask for."""


def watch_over(app: MgtuiApp) -> None:
    """From now on go on well when `app` was stopped, however that came."""
    driver: Any = app._driver
    # Only the main thread of a process hears signals, and only a real terminal can be set up.
    with suppress(ValueError, AttributeError, OSError, termios.error):
        suspend, suspended = signal.getsignal(signal.SIGTSTP), signal.getsignal(signal.SIGCONT)
        attributes = termios.tcgetattr(_KEYBOARD)
        loop = asyncio.get_running_loop()
        assert driver._must_signal_resume is False

        def go_on(number: int, frame: FrameType | None) -> None:
            # A terminal that goes away continues its programs too; there is nothing to set up then.
            with suppress(OSError, termios.error):
                if driver._must_signal_resume and callable(suspended):
                    suspended(number, frame)
                elif os.tcgetpgrp(_KEYBOARD) == os.getpgrp():
                    termios.tcsetattr(_KEYBOARD, termios.TCSANOW, attributes)
                    _ask_for_modes(driver)
                loop.call_soon_threadsafe(app.refresh)

        def stop(number: int, frame: FrameType | None) -> None:
            # Where keys make signals the terminal is not ours any more: the program is at its end.
            if callable(suspend) and not termios.tcgetattr(_KEYBOARD)[3] & termios.ISIG:
                signal.signal(signal.SIGTSTP, signal.SIG_IGN)
                suspend(number, frame)
                signal.signal(signal.SIGTSTP, stop)

        signal.signal(signal.SIGCONT, go_on)
        signal.signal(signal.SIGTSTP, stop)


def _ask_for_modes(driver: Any) -> None:
    driver.write(_MODES)
    driver._enable_mouse_support()
    driver._enable_bracketed_paste()
    driver.flush()
