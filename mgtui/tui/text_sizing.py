"""Text at double size, where the terminal says that it can write that: kitty's text-sizing protocol (OSC 66).

Asked as the protocol says: write nothing at double size between two questions where the cursor is, and see whether it
moved. A terminal that does not know this answers that it stands still, or nothing, and is written to as ever.
See https://sw.kovidgoyal.net/kitty/text-sizing-protocol/
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Any, Final

from msgspec import Struct
from rich.console import Console, RenderableType
from rich.style import Style
from textual import events
from textual._compositor import CompositorUpdate
from textual.app import App
from textual.reactive import reactive
from textual.screen import Screen

from mgtui.tui.exact_update import ExactCompositor

SCALE: Final = 2
_WHERE: Final = "\x1b[6n"
_DEAF: Final = ("", "linux", "dumb", "ansi", "vt100", "vt220")
"""Kinds of terminal that might show the question instead of answering it."""


class Large(Struct, frozen=True):
    """A text to write at double size, and the column and row of the screen where it begins."""

    x: int
    y: int
    text: str
    style: Style


class TextSizing(App[int], inherit_bindings=False):
    """An app that knows whether its terminal can write at double size, once it has asked."""

    sizes_text: reactive[bool] = reactive(False, init=False, repaint=False)
    """Whether the terminal says that it can write text at double size."""

    _asked: events.CursorPosition | None = None
    _has_asked = False

    def ask_about_sizes(self) -> None:
        """Ask the terminal, once."""
        if self._has_asked or self._driver is None or self.is_headless or os.environ.get("TERM", "") in _DEAF:
            return
        self._has_asked = True
        self._driver.write(f"\x1b7\x1b[H{_WHERE}{_scaled(' ')}{_WHERE}\x1b8")
        self._driver.flush()

    def on_cursor_position(self, event: events.CursorPosition) -> None:
        """Take in the terminal's answers: two, of which the second is further on where it can."""
        if not self._has_asked:
            return
        if self._asked is None:
            self._asked = event
        else:
            self.sizes_text = event.x == self._asked.x + SCALE and event.y == self._asked.y
            self._asked = None


class SizingCompositor(ExactCompositor):
    """A compositor that has the terminal write some texts at double size, on top of whatever it paints.

    Args:
        large: what those are now.
        is_ascii: as for `ExactCompositor`.
    """

    def __init__(self, large: Callable[[], Sequence[Large]], is_ascii: Callable[[], bool]) -> None:
        super().__init__(is_ascii)
        self._large = large

    def render_update(
        self, full: bool = False, screen_stack: list[Screen[object]] | None = None, simplify: bool = False
    ) -> RenderableType | None:
        """What to paint, with the large texts behind it."""
        update: Any = super().render_update(full, screen_stack, simplify)
        large = self._large()
        if large and isinstance(update, CompositorUpdate):
            update = _WithLarge(update, large)
        painted: RenderableType | None = update
        return painted


class _WithLarge(CompositorUpdate):
    def __init__(self, update: CompositorUpdate, large: Sequence[Large]) -> None:
        self._update = update
        self._large = large

    def render_segments(self, console: Console) -> str:
        """The bytes for a terminal, as text."""
        colours = console._color_system
        written = [self._update.render_segments(console)]
        for each in self._large:
            written.append(f"\x1b[{each.y + 1};{each.x + 1}H")
            written.append(each.style.render(_scaled(each.text), color_system=colours))
        return "".join(written)


def _scaled(text: str) -> str:
    return f"\x1b]66;s={SCALE};{text}\x07"
