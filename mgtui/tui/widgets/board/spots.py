"""Where on a picture each weight stands, for who wants to send it to the terminal by itself."""

from __future__ import annotations

from msgspec import Struct

from mgtui.tui.editing.cells import width
from mgtui.tui.widgets.board.drawing import Hit, What
from mgtui.tui.widgets.board.picture import Block, Picture, Span


class Spot(Struct, frozen=True):
    """The cells of a weight in points, and its role there."""

    weight: Span
    role: str


def spots_of(picture: Picture) -> dict[str, Spot]:
    """Where the weights of items stand, by the ids of those."""
    return {
        hit.item: Spot(_span(y, block, hit), _role_at(block, hit))
        for y, row in enumerate(picture.rows)
        for block in row
        for hit in block.drawn.hits
        if hit.weight > 0
    }


def spot_of(picture: Picture, what: What) -> Span | None:
    """The cells of the first line where that is, for what there is but one of."""
    for block in picture.rows[0]:
        for hit in block.drawn.hits:
            if hit.what == what:
                return _span(0, block, hit)
    return None


def _span(y: int, block: Block, hit: Hit) -> Span:
    origin = block.start + block.drawn.shift
    return y, origin + hit.start, origin + hit.end


def _role_at(block: Block, hit: Hit) -> str:
    """The role of what is at the first cell of `hit`."""
    at = 0
    for text, role in block.drawn.line:
        at += width(text)
        if at > block.drawn.shift + hit.start:
            return role
    return ""
