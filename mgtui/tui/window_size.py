"""How large a window may be: a terminal, or whoever pretends to be one, can claim any size, and each cell is work."""

from __future__ import annotations

from typing import Final

from textual import events
from textual.app import App
from textual.geometry import Size

WIDEST: Final = 500
HIGHEST: Final = 200
"""Characters; no screen has more that anyone can read."""


class BoundedWindow(App[int], inherit_bindings=False):
    """An app that draws in no more of a window than that, from its top left corner."""

    def on_resize(self, event: events.Resize) -> None:
        """Hear of no more than what is drawn in; the framework's own handler comes after this one."""
        event.size = Size(min(event.size.width, WIDEST), min(event.size.height, HIGHEST))
