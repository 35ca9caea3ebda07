"""Sends a terminal only the cells that have changed; Textual's own update starts every line at its widget's left edge.

On a board as wide as the screen that would be a whole line for every dot of a weight, too much for a slow SSH line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct
from msgspec.structs import replace
from rich.console import Console
from rich.segment import Segment
from textual._compositor import ChopsUpdate, Compositor, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from mgtui.locale.wording import in_one_cell
from mgtui.tui.terminal_ink import Writer


class Piece(Struct, frozen=True):
    """A strip and where it begins."""

    x: int
    y: int
    strip: Strip


class ExactUpdate(ChopsUpdate):
    """An update of some pieces of some lines, top to bottom and left to right."""

    def __init__(self, pieces: list[Piece]) -> None:
        super().__init__([], [], [])
        self.pieces = pieces

    def render_segments(self, console: Console) -> str:
        """The bytes for a terminal, as text."""
        writer = Writer(console)
        at = (-1, -1)
        for piece in self.pieces:
            if at != (piece.x, piece.y):
                writer.move_to(piece.x, piece.y)
            writer.write(piece.strip)
            at = (piece.x + piece.strip.cell_length, piece.y)
        return writer.ended()


class WholeUpdate(LayoutUpdate):
    """An update of the whole screen."""

    def render_segments(self, console: Console) -> str:
        """The bytes for a terminal, as text."""
        writer = Writer(console)
        for y, strips in enumerate(self.strips, self.region.y):
            writer.move_to(self.region.x, y)
            for strip in strips:
                writer.write(strip)
        return writer.ended()


class ExactCompositor(Compositor):
    """A compositor whose partial updates are exact, and ask widgets for nothing but what is dirty and in sight.

    Args:
        is_ascii: whether a terminal gets no signs beside ASCII now, whatever a widget draws with; letters stay.

    Attributes:
        times_whole: how often the whole screen was sent.
    """

    def __init__(self, is_ascii: Callable[[], bool]) -> None:
        super().__init__()
        self._is_ascii = is_ascii
        self.times_whole = 0

    def render_full_update(self, simplify: bool = False) -> LayoutUpdate:
        """The update of everything; `simplify` as in Textual, where pictures are made with it."""
        update = super().render_full_update(simplify)
        self.times_whole += 1
        for widget in self.visible_widgets:
            # It is all sent; Textual would send a widget that was made or resized for it once more.
            widget._repaint_required = False
            widget._repaint_regions.clear()
        if not self._is_ascii():
            return WholeUpdate(update.strips, update.region)
        return WholeUpdate([[_in_ascii(strip) for strip in strips] for strips in update.strips], update.region)

    def render_partial_update(self) -> ChopsUpdate | None:
        """The update of what is dirty, or nothing when nothing is."""
        screen = self.size.region
        dirty = [region for region in (each.intersection(screen) for each in self._dirty_regions) if region.area]
        self._dirty_regions.clear()
        if not dirty:
            return None
        spans = sorted(self._regions_to_spans(dirty))
        areas = [(widget, region, region.intersection(clip)) for widget, (region, clip) in self.visible_widgets.items()]
        pieces = [piece for y, first, last in spans for piece in _pieces(areas, y, first, last)]
        if self._is_ascii():
            pieces = [replace(piece, strip=_in_ascii(piece.strip)) for piece in pieces]
        return ExactUpdate(pieces)


def _in_ascii(strip: Strip) -> Strip:
    return Strip([Segment(in_one_cell(text), style, control) for text, style, control in strip], strip.cell_length)


def _pieces(areas: Iterable[tuple[Widget, Region, Region]], y: int, first: int, last: int) -> list[Piece]:
    """What is in sight of line `y` between two columns; `areas` has where each widget is, the one on top first."""
    pieces: list[Piece] = []
    gaps = [(first, last)]
    for widget, region, area in areas:
        if not gaps:
            break
        if not area.y <= y < area.bottom:
            continue
        left: list[tuple[int, int]] = []
        for start, end in gaps:
            x, right = max(start, area.x), min(end, area.right)
            if x >= right:
                left.append((start, end))
                continue
            strips = widget.render_lines(Region(x - region.x, y - region.y, right - x, 1))
            pieces += [Piece(x, y, strip) for strip in strips]
            left += [gap for gap in ((start, x), (right, end)) if gap[0] < gap[1]]
        gaps = left
    return sorted(pieces, key=lambda piece: piece.x)
