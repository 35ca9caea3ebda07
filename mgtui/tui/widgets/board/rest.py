"""A column in which nobody types, laid out: which item is on which lines; only what comes in sight is drawn.

Invariant: an item takes as many lines as it takes when it is drawn, with or without the cursor on it.
"""

from __future__ import annotations

from itertools import compress
from operator import is_not

from msgspec import Struct
from msgspec.structs import replace

from mgtui.domain.session import Item
from mgtui.tui.widgets.board.cursor import matches
from mgtui.tui.widgets.board.drawing import Drawn
from mgtui.tui.widgets.board.drawn_items import DrawnItems
from mgtui.tui.widgets.board.look import Look
from mgtui.tui.widgets.board.rows import height, weight_cells_of
from mgtui.tui.widgets.board.sight import Column


class Rest(Struct, frozen=True):
    """A column at rest.

    Attributes:
        content: its items. wanted: the words of the filter. shown: the items that pass it.
        cells: its width. weight_cells: what the weights take of that.
        owners: for every line, the number of the item in `shown` it belongs to.
        places: by item, its lines as (first, past the last).
    """

    content: Column
    wanted: str
    shown: tuple[Item, ...]
    cells: int
    weight_cells: int
    look: Look
    owners: tuple[int, ...]
    places: dict[str, tuple[int, int]]

    def lines(self, first: int, past: int, here: str, items: DrawnItems) -> tuple[Drawn, ...]:
        """The lines from `first` to before `past`; the cursor is on the item `here`, if it is in this column."""
        if first >= past:
            return ()
        seen = self.shown[self.owners[first] : self.owners[past - 1] + 1]
        drawn = [
            line
            for item in seen
            for line in items.lines(item, self.cells, self.weight_cells, self.look, is_current=item.id == here)
        ]
        above = first - self.places[seen[0].id][0]
        return tuple(drawn[above : above + past - first])


def rest_of(content: Column, wanted: str, cells: int, look: Look, known: Rest | None) -> Rest:
    """`content` in a column of `cells` cells; what is `known` of it is not laid out again."""
    is_known = known is not None and (known.wanted, known.cells, known.look) == (wanted, cells, look)
    if known and is_known and known.content is content:
        return known
    shown = content.items
    if wanted:
        shown = tuple(item for item in shown if matches(item, wanted))
    weight_cells = weight_cells_of(shown, look)
    if known and is_known and weight_cells == known.weight_cells and _stands_alike(known, shown):
        return replace(known, content=content, shown=shown)
    owners: list[int] = []
    places: dict[str, tuple[int, int]] = {}
    for number, item in enumerate(shown):
        start = len(owners)
        owners += (number,) * height(item, cells, weight_cells, look)
        places[item.id] = (start, len(owners))
    return Rest(content, wanted, shown, cells, weight_cells, look, tuple(owners), places)


def _stands_alike(known: Rest, shown: tuple[Item, ...]) -> bool:
    """Whether `shown` are the items of `known`, altered at most in what takes no more and no less room."""
    if len(shown) != len(known.shown):
        return False
    for was, item in compress(zip(known.shown, shown, strict=True), map(is_not, known.shown, shown)):
        start, end = known.places[was.id]
        if was.id != item.id or height(item, known.cells, known.weight_cells, known.look) != end - start:
            return False
    return True
