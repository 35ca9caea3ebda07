"""A list of a few choices that Textual draws, with a sign where the cursor is, which Textual tells by colour alone."""

from __future__ import annotations

from typing import ClassVar, Literal

from rich.segment import Segment
from textual.strip import Strip
from textual.widgets import OptionList

from mgtui.tui.signs import is_ascii


class Choices(OptionList):
    """Choices, one of which can be chosen."""

    DEFAULT_CSS: ClassVar[str] = """
    Choices > .option-list--option { padding: 0 0 0 2; }
    """

    def render_line(self, y: int) -> Strip:
        """The line at `y` of the window, with the sign before the first line of the choice under the cursor."""
        strip, at = super().render_line(y), y + self.scroll_offset.y
        if self.highlighted is None or self._lines[at : at + 1] != [(self.highlighted, 0)]:
            return strip
        sign = Segment("> " if is_ascii(self.app) else "▸ ", next(iter(strip)).style)
        return Strip([sign, *strip.crop(2)])

    def _move_page(self, direction: Literal[-1, 1]) -> None:
        # Textual looks up a line that it has not drawn, in a window of a few cells.
        if self.scrollable_content_region:
            super()._move_page(direction)
