"""The whole board as rows of lines, at places; two of them can be compared.

Invariant: the blocks of a row stand beside each other from its first cell to its last.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from mgtui.tui.widgets.board.drawing import Drawn, Hit, differences
from mgtui.tui.widgets.board.geometry import Geometry


class Block(Struct, frozen=True):
    """A drawn line at a place in a row."""

    start: int
    drawn: Drawn


Row = tuple[Block, ...]

Span = tuple[int, int, int]
"""Cells, as (row, start, end)."""


class Picture(Struct, frozen=True):
    """The board, row by row; `geometry` is by what it was laid out."""

    rows: tuple[Row, ...]
    geometry: Geometry
    shown: tuple[str, ...]

    @property
    def is_beside(self) -> bool:
        """Whether the columns of a panel stand side by side."""
        return self.geometry.is_beside

    def is_as_large_as(self, other: Picture) -> bool:
        """Whether both are of the same size."""
        here, there = self.geometry, other.geometry
        return (here.columns, here.rows) == (there.columns, there.rows)

    def hit(self, x: int, y: int) -> Hit | None:
        """What is at a cell, with `start` and `end` counted from the left of the board."""
        if not 0 <= y < len(self.rows):
            return None
        for block in self.rows[y]:
            origin = block.start + block.drawn.shift
            for hit in block.drawn.hits:
                if origin + hit.start <= x < origin + hit.end:
                    return replace(hit, start=origin + hit.start, end=origin + hit.end)
        return None


def changed_cells(before: Picture, after: Picture) -> Iterator[Span]:
    """The cells in which two pictures of the same size differ."""
    for y, (old, new) in enumerate(zip(before.rows, after.rows, strict=True)):
        if old is new or old == new:
            continue
        if [block.start for block in old] != [block.start for block in new]:
            yield y, 0, after.geometry.columns
            continue
        for one, other in zip(old, new, strict=True):
            for start, end in differences(one.drawn.line, other.drawn.line):
                yield y, other.start + start, other.start + end
