"""What someone else has just weighed, in the picture that stands there: the dots alone, before all that follows of it.

In a room of 26 everyone's screen changes at the same moment, on one machine. Whoever drew all of it at once, meter and
verdict and bands, would let the others wait: so first everyone gets the dots, and a tenth of a second later the rest.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from mgtui.domain.changes import Change, Set
from mgtui.domain.session import Item
from mgtui.tui.editing.cells import width
from mgtui.tui.widgets.board.drawing import Drawn, Hit, Line, Run, width_of
from mgtui.tui.widgets.board.look import Look
from mgtui.tui.widgets.board.picture import Block, Picture, Span
from mgtui.tui.widgets.board.rows import weight_run


def weighed(change: Change) -> str:
    """The id of the item that `change` weighs and does nothing else to; empty for any other change."""
    return change.id if isinstance(change, Set) and (change.table, change.field) == ("items", "weight") else ""


def with_weight(picture: Picture, item: Item, look: Look) -> tuple[Picture, list[Span]]:
    """`picture` with the weight of `item` in points, if that is in sight, and under a sign that not all is saved.

    Returns:
        The picture, and the cells that are others now.
    """
    rows, spans = list(picture.rows), []
    sign, weight = (look.strokes.saving, "muted"), weight_run(item, look)
    for (y, at, hit), run in ((_saved_sign(picture), sign), (_dots(picture, item), weight)):
        if hit is not None:
            block = rows[y][at]
            start = block.drawn.shift + hit.start
            hits = tuple(each for each in block.drawn.hits if each.what != "saved")
            drawn = Drawn(_with(block.drawn.line, start, run), hits, block.drawn.shift)
            rows[y] = (*rows[y][:at], Block(block.start, drawn), *rows[y][at + 1 :])
            spans.append((y, block.start + start, block.start + start + width(run[0])))
    return replace(picture, rows=tuple(rows)), spans


Found = tuple[int, int, Hit | None]
"""In which row something is, in which block of it, and in which cells; those are None when it is out of sight."""


def _saved_sign(picture: Picture) -> Found:
    return 0, 0, next((hit for hit in picture.rows[0][0].drawn.hits if hit.what == "saved"), None)


def _dots(picture: Picture, item: Item) -> Found:
    if item.partner in picture.shown:
        at = picture.shown.index(item.partner)
        for y, row in enumerate(picture.rows):
            for hit in row[at].drawn.hits if at < len(row) else ():
                if hit.item == item.id and hit.weight > 0:
                    return y, at, hit
    return 0, 0, None


def _with(line: Line, start: int, run: Run) -> Line:
    """`line` with `run` in the place of what is in its cells from `start`; what is cut there has no wide letters."""
    end = start + width(run[0])
    return (*_pieces(line, 0, start), run, *_pieces(line, end, end + width_of(line)))


def _pieces(line: Line, first: int, past: int) -> Iterator[Run]:
    """The runs of `line` between two cells."""
    at = 0
    for text, role in line:
        cells = width(text)
        if first <= at and at + cells <= past:
            yield text, role
        elif at < past and at + cells > first:
            yield text[max(0, first - at) : past - at], role
        at += cells
