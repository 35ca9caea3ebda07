"""A widget that shows a picture: its rows as strips, in the colours of the theme."""

from __future__ import annotations

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip

from mgtui.tui.editing.cells import width
from mgtui.tui.terminal_ink import Writer
from mgtui.tui.themes import inks_of
from mgtui.tui.widgets.board.drawing import Line
from mgtui.tui.widgets.board.inks import Palette
from mgtui.tui.widgets.board.picture import Picture, Span
from mgtui.tui.widgets.own_lines import OwnLines


class Canvas(OwnLines):
    """What stands on it is what its picture says.

    Attributes:
        picture: what stands on the screen; None before the first time.
    """

    def __init__(self) -> None:
        super().__init__()
        self.picture: Picture | None = None
        self._palette: Palette | None = None

    @property
    def palette(self) -> Palette:
        """The styles of the theme; another object once that is another."""
        if self._palette is None:
            self._palette = Palette(inks_of(self.app))
        return self._palette

    def render_line(self, y: int) -> Strip:
        """One row of the picture."""
        return self.render_span(y, 0, self.size.width)

    def render_span(self, y: int, first: int, last: int) -> Strip:
        """Part of a row, from those blocks of the picture that are in it."""
        palette = self.palette
        if self.picture is None or y >= len(self.picture.rows):
            return Strip.blank(last - first, palette["text"])
        segments: list[Segment] = []
        at = begins = 0
        for block in self.picture.rows[y]:
            at = block.start
            for text, role in block.drawn.line if at < last else ():
                before, at = at, at + width(text)
                if at > first and before < last:
                    begins = begins if segments else before
                    segments.append(Segment(text, palette[role]))
        return Strip(segments).crop(first - begins, last - begins)

    def inked(self, line: Line) -> str:
        """What makes this terminal show `line` from where it is."""
        strip = Strip([Segment(text, self.palette[role]) for text, role in line])
        writer = Writer(self.app.console)
        writer.write(self.filtered(strip))
        return writer.ended()

    def notify_style_update(self) -> None:
        """The theme may be another; of all else that styles a widget there is nothing to be seen here."""
        super().notify_style_update()
        if self._palette is not None and self._palette.inks is not inks_of(self.app):
            self._palette = None
            self.refresh()


def region_of(span: Span) -> Region:
    """The cells of `span` as Textual has them."""
    y, start, end = span
    return Region(start, y, end - start, 1)
