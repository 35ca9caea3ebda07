"""The banner that stands under the heading as long as the room can't be reached: that nothing is lost, or what is."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from mgtui.locale import _
from mgtui.tui import themes
from mgtui.tui.editing.cells import wrap

if TYPE_CHECKING:
    from mgtui.tui.app import Link, MgtuiApp


class LinkBanner(Widget):
    """Shown while the room is looked for, and when it will not be found any more."""

    DEFAULT_CSS = """
    LinkBanner { width: 1fr; height: auto; display: none; background: $warning; }
    """

    ALLOW_SELECT = False

    def on_mount(self) -> None:
        """Follow the link to the room."""
        self.watch(self.app, "link", self._show_link, init=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as it takes."""
        return len(self._lines(width))

    def render_line(self, y: int) -> Strip:
        """One line, dark on the colour of a warning."""
        style = themes.inks_of(self.app).pen("ground", "warning", bold=True)
        lines = self._lines(self.size.width)
        text = lines[y] if y < len(lines) else ""
        return Strip([Segment(f" {text}", style)]).adjust_cell_length(self.size.width, style)

    def _show_link(self, link: Link) -> None:
        self.display = link != "here"
        self.refresh(layout=True)

    def _lines(self, cells: int) -> list[str]:
        text = told(cast("MgtuiApp", self.app).link)
        return [text[start:end] for start, end in wrap(text, max(10, cells - 2))]


def told(link: Link) -> str:
    """What a person is told of the link to the room."""
    match link:
        case "searching":
            return _("! The others can't be reached for a moment. Go on: what you do is kept here, and sent later.")
        case "lost":
            return _("! You are no longer in the room. What you do here reaches nobody any more.")
        case "here":
            return ""
