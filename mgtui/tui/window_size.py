"""The window: by what it is read and written, and how large it may be.

A terminal, or whoever pretends to be one, can claim any size, and each cell is work.
"""

from __future__ import annotations

from typing import Final

from textual import events
from textual.app import App
from textual.driver import Driver
from textual.geometry import Size

from mgtui.tui.terminal_driver import in_the_loop

WIDEST: Final = 500
HIGHEST: Final = 200
"""Characters; no screen has more that anyone can read."""

NARROWEST: Final = 16
"""Characters; in fewer a list has no width left within its frame, and the framework can't fold words in none."""


class BoundedWindow(App[int], inherit_bindings=False):
    """An app that draws in no more of a window than that, from its top left corner, and never in less."""

    def get_driver_class(self) -> type[Driver]:
        """What keys are read and screens are written by."""
        return in_the_loop(super().get_driver_class())

    def on_resize(self, event: events.Resize) -> None:
        """Hear of no more than what is drawn in; the framework's own handler comes after this one."""
        event.size = Size(min(max(event.size.width, NARROWEST), WIDEST), min(event.size.height, HIGHEST))
