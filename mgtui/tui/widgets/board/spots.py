"""Where on a picture each item stands, for who wants to send it to the terminal by itself."""

from __future__ import annotations

from msgspec import Struct

from mgtui.tui.editing.cells import width
from mgtui.tui.widgets.board.drawing import Hit, What
from mgtui.tui.widgets.board.picture import Block, Picture, Span


class Spot(Struct):
    """Where an item stands.

    Attributes:
        lines: its cells on each line that is in sight, top to bottom. first: which of its lines the first one is.
        weight: the cells of its weight in points; None when that is out of sight or in other units.
        role: of its weight, as it stands there.
    """

    lines: list[Span]
    first: int
    weight: Span | None = None
    role: str = ""


def spots_of(picture: Picture) -> dict[str, Spot]:
    """Where items stand, by their ids."""
    spots: dict[str, Spot] = {}
    for y, row in enumerate(picture.rows):
        for block in row:
            for hit in block.drawn.hits:
                if hit.what == "item" and hit.item:
                    _add(spots, y, block, hit)
    return spots


def spot_of(picture: Picture, what: What) -> Span | None:
    """The cells of the first line where that is, for what there is but one of."""
    for block in picture.rows[0]:
        for hit in block.drawn.hits:
            if hit.what == what:
                return _span(0, block, hit)
    return None


def _add(spots: dict[str, Spot], y: int, block: Block, hit: Hit) -> None:
    span = _span(y, block, hit)
    spot = spots.setdefault(hit.item, Spot([], hit.line))
    if hit.weight > 0:
        spot.weight, spot.role = span, _role_at(block, hit)
    if spot.lines and spot.lines[-1][0] == y:
        spot.lines[-1] = (y, spot.lines[-1][1], span[2])
    else:
        spot.lines.append(span)


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
