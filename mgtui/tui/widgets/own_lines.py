"""A widget that is nothing but its lines: no border, padding, links or children of Textual's around them.

So nothing has to be asked for a line but the widget itself, and of a line nobody is shown more than is in sight.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual.filter import ANSIToTruecolor
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from mgtui.tui.widgets.board.drawing import Line, differences


class OwnLines(Widget):
    """Its `render_line` gives whole lines in true colours, the ground in every style."""

    ALLOW_SELECT = False

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines in `crop`, which is in cells of this widget."""
        return [self.filtered(self.render_span(y, *crop.column_span)) for y in crop.line_range]

    def filtered(self, strip: Strip) -> Strip:
        """`strip` as it is on this terminal; our colours are true already, what remains is for those without colour."""
        for each in self.get_line_filters():
            if not isinstance(each, ANSIToTruecolor):
                strip = strip.apply_filter(each, self.background_colors[1])
        return strip

    def render_span(self, y: int, first: int, last: int) -> Strip:
        """The cells of line `y` from `first` to before `last`."""
        return self.render_line(y).crop(first, last)


def spans_between(before: Sequence[Line], after: Sequence[Line]) -> list[Region]:
    """The cells in which as many lines of the same width differ: what has to be painted, and no more.

    Raises:
        ValueError: the one has more lines than the other.
    """
    return [
        Region(start, y, end - start, 1)
        for y, (old, new) in enumerate(zip(before, after, strict=True))
        for start, end in differences(old, new)
    ]
