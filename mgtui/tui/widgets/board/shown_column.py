"""A column where it stands on the board, and as it would stand there with other items."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from mgtui.domain.session import Direction, Item
from mgtui.tui.widgets.board.column import ColumnLines, ColumnView, Window, column_lines, window
from mgtui.tui.widgets.board.company import Company
from mgtui.tui.widgets.board.cursor import Spot
from mgtui.tui.widgets.board.drawing import Line
from mgtui.tui.widgets.board.drawn_items import DrawnItems
from mgtui.tui.widgets.board.geometry import Geometry
from mgtui.tui.widgets.board.panel import BETWEEN, BORDERS, Painted, Parts
from mgtui.tui.widgets.board.picture import Span


class ShownColumn(Struct, frozen=True):
    """A column under its header and inside its frame, neither of which is part of it.

    Attributes:
        view: what it shows. lines: all its lines. window: those in sight.
        is_loose: whether its cursor may be out of sight.
        x, y: its first cell on the board.
        rows: how many of its lines are on the board; in a window of few rows the others are cut off.
    """

    view: ColumnView
    lines: ColumnLines
    window: Window
    is_loose: bool
    x: int
    y: int
    rows: int

    def with_items(self, items: tuple[Item, ...], spot: Spot | None, there: Company, drawn: DrawnItems) -> ShownColumn:
        """The same with other items, as high as it is.

        Args:
            items: those that it has then, in their order.
            spot: where the cursor is then, when that is in its panel.
            there: who else is on those of them that it may not have had.
            drawn: what items look like.
        """
        others = {**self.view.others, **there} if there else self.view.others
        view = replace(self.view, content=replace(self.view.content, items=items), spot=spot, others=others)
        lines = column_lines(view, drawn, self.lines)
        is_loose = self.is_loose and spot == self.view.spot
        seen = window(lines, self.window.scroll, len(self.window.lines), view.cells, is_loose=is_loose)
        return replace(self, view=view, lines=lines, window=seen, is_loose=is_loose)

    def spans(self) -> Iterator[tuple[Span, Line]]:
        """What stands on the board, line by line."""
        past = self.x + self.view.cells
        for row, line in enumerate(self.window.lines[: self.rows]):
            yield (self.y + row, self.x, past), line.line

    def differing(self, before: ShownColumn) -> Iterator[tuple[Span, Line]]:
        """Those of its lines that do not look as they did `before`."""
        for (span, line), (_span, was) in zip(self.spans(), before.spans(), strict=True):
            if line is not was and line != was:
                yield span, line


def shown_column(parts: Parts, drawn: Painted, direction: Direction, start: int, geometry: Geometry) -> ShownColumn:
    """A column of the panel that was `drawn` of `parts`, from the cell `start` of a board of that `geometry`."""
    (take, bring), (first_take, first_bring) = parts.columns, drawn.firsts
    if direction == "take":
        view, stack, first = take, drawn.take, first_take
    else:
        view, stack, first = bring, drawn.bring, first_bring
    x = start + BORDERS // 2
    if direction == "bring" and parts.view.is_beside:
        x += take.cells + BETWEEN
    rows = max(0, geometry.panel_rows - first)
    return ShownColumn(view, stack.column, stack.window, stack.is_loose, x, geometry.heading + first, rows)
