"""Where on the board an item stands: up and down in its column, to the other column, and on to the next partner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mgtui.domain.session import Direction, Item
from mgtui.domain.verbs import items
from mgtui.locale import N_
from mgtui.tui.intents.intent import AnyIntent
from mgtui.tui.intents.items import ItemIntent

if TYPE_CHECKING:
    from mgtui.tui.widgets.board.board import Board


class MoveUp(ItemIntent):
    """Up in its column."""

    id = "item.up"
    keys = ("alt+up", "shift+up")
    label = N_("move up")
    help = N_("Moves the item up in its column.")

    def do(self, board: Board, item: Item) -> None:
        """Move it."""
        board.submit(items.reorder(board.session, item.id, -1))


class MoveDown(ItemIntent):
    """Down in its column."""

    id = "item.down"
    keys = ("alt+down", "shift+down")
    label = N_("move down")
    help = N_("Moves the item down in its column.")

    def do(self, board: Board, item: Item) -> None:
        """Move it."""
        board.submit(items.reorder(board.session, item.id, 1))


class MoveRight(ItemIntent):
    """To the next column."""

    id = "item.right"
    keys = ("alt+right", "shift+right", "greater_than_sign")
    label = N_("to next column")
    help = N_("Moves the item from take to bring, and on to the next partner.")

    def do(self, board: Board, item: Item) -> None:
        """Move it."""
        _to_column(board, item, 1)


class MoveLeft(ItemIntent):
    """To the column before."""

    id = "item.left"
    keys = ("alt+left", "shift+left", "less_than_sign")
    label = N_("to previous column")
    help = N_("Moves the item from bring to take, and on to the partner before.")

    def do(self, board: Board, item: Item) -> None:
        """Move it."""
        _to_column(board, item, -1)


def _to_column(board: Board, item: Item, steps: int) -> None:
    """Move an item to the next or previous column, in the order in which they are read, to its end."""
    both: tuple[Direction, ...] = ("take", "bring")
    columns = [(partner.id, direction) for partner in board.sight.partners for direction in both]
    to = columns.index((item.partner, item.direction)) + steps
    if 0 <= to < len(columns):
        board.submit(items.move_item(board.session, item.id, *columns[to]))


INTENTS: tuple[AnyIntent, ...] = (MoveUp(), MoveDown(), MoveLeft(), MoveRight())
