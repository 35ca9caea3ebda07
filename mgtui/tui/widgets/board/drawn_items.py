"""The items of the board as they were drawn last, so that one that has not changed is not drawn again."""

from __future__ import annotations

from msgspec.structs import replace

from mgtui.domain.session import Item
from mgtui.tui.widgets.board.drawing import Drawn
from mgtui.tui.widgets.board.look import Look
from mgtui.tui.widgets.board.rows import item_lines


class DrawnItems:
    """What was drawn, by item and room."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, int, int, bool], tuple[Item, tuple[Drawn, ...]]] = {}

    def forget(self) -> None:
        """Draw everything anew: the look is another."""
        self._known.clear()

    def lines(self, item: Item, cells: int, weight_cells: int, look: Look, *, is_current: bool) -> tuple[Drawn, ...]:
        """`item` at rest, or with the cursor on it, as `item_lines` draws it."""
        key = (item.id, cells, weight_cells, is_current)
        was, lines = self._known.get(key, (None, ()))
        if was is not item:
            if was is None or replace(was, order=item.order) != item:
                lines = item_lines(item, cells, weight_cells, look, is_current=is_current)
            self._known[key] = item, lines
        return lines
