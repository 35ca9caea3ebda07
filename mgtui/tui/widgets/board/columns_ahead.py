"""The columns of a board as they are with what others changed that is not taken in yet.

Invariant: what is not told of here looks as it was painted last.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, cast

from msgspec.structs import replace

from mgtui.domain.changes import Add, Change, Remove, Set, Single, altered, decode_record, parts
from mgtui.domain.session import Direction, Item, in_order
from mgtui.tui.widgets.board.column import ColumnView
from mgtui.tui.widgets.board.cursor import Spot, Standing, matches
from mgtui.tui.widgets.board.drawing import Line
from mgtui.tui.widgets.board.picture import Picture, Span
from mgtui.tui.widgets.board.shown_column import ShownColumn

if TYPE_CHECKING:
    from mgtui.tui.widgets.board.board import Board

_DRAWN: Final = frozenset({"weight", "certainty", "text", "kind", "status", "dropped_reason"})
"""The fields that show in an item's own lines, and change neither where it stands nor for whom."""

_ELSEWHERE: Final = frozenset({"session", "partners"})
"""The tables that show on a board beside its columns and what may follow them a moment later."""

_Key = tuple[str, Direction]


class NotByItself(Exception):
    """There is more to be shown at once than columns."""


class ColumnsAhead:
    """The columns in which something is changed ahead.

    Args:
        board: on which they stand.
    """

    def __init__(self, board: Board) -> None:
        self._board = board
        self._picture: Picture | None = None
        self._items: dict[str, Item | None] = {}
        self._shown: dict[_Key, ShownColumn] = {}
        self._weighed: set[_Key] = set()
        self._standing: Standing | None = None

    def forget(self) -> None:
        """The board is as it was painted."""
        self._picture = None
        self._items.clear()
        self._shown.clear()
        self._weighed.clear()
        self._standing = None

    def weigh(self, item: Item) -> bool:
        """The weight of `item` will be sent by itself; False when it, or its column, is not as it was painted."""
        key = item.partner, item.direction
        if key in self._shown or item.id in self._items:
            return False
        self._weighed.add(key)
        return True

    def change(self, change: Change, picture: Picture) -> list[tuple[Span, Line]]:
        """The lines of `picture`, the latest, that are others after `change`.

        Raises:
            Refused: it does not fit the session as it is here. NotByItself: there would be more to show at once.
        """
        items = _after(change, self._item)
        keys = {(each.partner, each.direction) for pair in items.values() for each in pair if each}
        if keys & self._weighed or (self._shown and self._picture is not picture):
            raise NotByItself
        now = {key: after for key, (_before, after) in items.items()}
        shown: dict[_Key, ShownColumn] = {}
        found: list[tuple[Span, Line]] = []
        for key in keys:
            before = self._shown.get(key) or self._board.painter.column(*key, picture)
            if before is not None:
                shown[key] = self._with(before, key, now)
                found += shown[key].differing(before)
        self._picture = picture
        self._items |= now
        self._shown |= shown
        return found

    def _item(self, identity: str) -> Item | None:
        if identity in self._items:
            return self._items[identity]
        return self._board.session.items.get(identity)

    def _with(self, before: ShownColumn, key: _Key, items: dict[str, Item | None]) -> ShownColumn:
        """A column with `items` as they are now.

        Raises:
            NotByItself: the cursor would go elsewhere, or the columns would share their rows in another way.
        """
        come = [each for each in items.values() if each and (each.partner, each.direction) == key]
        stay = [each for each in before.view.content.items if each.id not in items]
        content = tuple(in_order([*stay, *come]))
        ids = [each.id for each in content if matches(each, before.view.wanted)]
        spot = self._spot(before.view, key, ids, items)
        there = {each.id: others for each in come if (others := self._board.company.get(each.id))}
        column = before.with_items(content, spot, there, self._board.painter.items)
        if column.window.thumb is not None and before.window.thumb is None:
            in_sight = ids[column.window.above : len(ids) - column.window.below]
            if not all(each.id in in_sight for each in come):
                raise NotByItself
        return column

    def _spot(self, view: ColumnView, key: _Key, ids: list[str], items: dict[str, Item | None]) -> Spot | None:
        """Where the cursor is once `ids` are to be stood on in a column, of which `items` are as they are now.

        Raises:
            NotByItself: it is to follow its item elsewhere.
        """
        spot = view.spot
        if spot is None or spot.part != key[1]:
            return spot
        now = items.get(spot.item)
        if now and (now.partner, now.direction) != key:
            raise NotByItself
        was = self._standing or self._board.cursor.standing
        self._standing = was.among(ids)
        return replace(spot, item=self._standing.item)


def _after(change: Change, get: Callable[[str], Item | None]) -> dict[str, tuple[Item | None, Item | None]]:
    """The items that `change` names, by id: as they were before, which `get` tells, and as they are after it."""
    found: dict[str, tuple[Item | None, Item | None]] = {}
    for single in parts(change):
        if single.table in _ELSEWHERE:
            raise NotByItself
        if single.table == "items":
            first, before = found.get(single.id) or (get(single.id),) * 2
            after = _made(before, single)
            if (before and before.covered) or (after and after.covered):
                raise NotByItself  # its words may be known here without being shown
            found[single.id] = first, after
    if not found:
        raise NotByItself
    return found


def _made(item: Item | None, single: Single) -> Item | None:
    """`item` after a change of it."""
    if isinstance(single, Add):
        return cast("Item", decode_record("items", single.record))
    if isinstance(single, Remove) or item is None:
        return None
    if isinstance(single, Set) and single.field not in _DRAWN:
        raise NotByItself
    return cast("Item", altered(item, single))
