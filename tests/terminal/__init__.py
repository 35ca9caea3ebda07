"""A terminal to run programs in: a test presses keys, sees the screen, and never sleeps.

    with Terminal(["mgtui", "open", str(session)]) as terminal:
        terminal.wait_for("De Regenboog")
        terminal.press("down", "5")
        terminal.wait_for("gains")

Everything pressed in one call is sent at once, without a gap, as SSH and tmux do.
"""

from tests.terminal.emulator import Cell, Emulator
from tests.terminal.errors import ProgramEnded, ScreenTimeout
from tests.terminal.terminal import Terminal

__all__ = ["Cell", "Emulator", "ProgramEnded", "ScreenTimeout", "Terminal"]
