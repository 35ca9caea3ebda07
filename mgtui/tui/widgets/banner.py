"""What a banner across the screen has in common with every other: as many lines as it takes, bold, on one colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from mgtui.tui import themes
from mgtui.tui.editing.cells import wrap

if TYPE_CHECKING:
    from mgtui.tui.app import MgtuiApp


class Banner(Widget):
    """Hidden until a kind of it has something to say.

    Attributes:
        INK, GROUND: the names of the inks that it is written in and on.
    """

    DEFAULT_CSS = """
    Banner { width: 1fr; height: auto; display: none; }
    """

    ALLOW_SELECT = False

    INK: ClassVar = "heading"
    GROUND: ClassVar = "ground_raised"

    def lines(self, cells: int) -> list[str]:
        """What it says now, in lines for a banner of `cells` wide."""
        raise NotImplementedError

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as it takes."""
        return len(self.lines(width))

    def render_line(self, y: int) -> Strip:
        """One line."""
        style = themes.inks_of(self.app).pen(self.INK, self.GROUND, bold=True)
        lines = self.lines(self.size.width)
        text = lines[y] if y < len(lines) else ""
        return Strip([Segment(f" {text}", style)]).adjust_cell_length(self.size.width, style)

    @property
    def _mgtui(self) -> MgtuiApp:
        return cast("MgtuiApp", self.app)


def room(cells: int) -> int:
    """How much of a banner's width its text takes."""
    return max(10, cells - 2)


def wrapped(text: str, cells: int) -> list[str]:
    """`text` in lines for a banner of `cells` wide."""
    return [text[start:end] for start, end in wrap(text, room(cells))]
