"""A list of a few choices that Textual draws, with a step of a page that also works in a window with no room for it."""

from __future__ import annotations

from typing import Literal

from textual.widgets import OptionList


class Choices(OptionList):
    """Choices, one of which can be chosen."""

    def _move_page(self, direction: Literal[-1, 1]) -> None:
        # Textual looks up a line that it has not drawn, in a window of a few cells.
        if self.scrollable_content_region:
            super()._move_page(direction)
