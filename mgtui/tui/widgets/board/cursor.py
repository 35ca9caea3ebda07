"""Where the cursor of the board is, and where each move takes it; by ids, so that it stays put when others type.

Invariant: after `settle` the cursor stands on something that is there, unless nobody is at the table.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from mgtui.domain.session import Direction, Item
from mgtui.tui.widgets.board.sight import Sight

Part = Literal["title", "take", "bring"]


class Spot(Struct, frozen=True):
    """A place on the board.

    Attributes:
        partner: the panel; empty when nobody is at the table.
        part: its title or one of its columns.
        item: the item in that column; empty in a column without items, and on a title.
    """

    partner: str = ""
    part: Part = "take"
    item: str = ""

    @property
    def direction(self) -> Direction:
        """The column it is in; on a title the one below it."""
        return "take" if self.part == "title" else self.part


class Standing(Struct, frozen=True):
    """A place in a column.

    Attributes:
        item: the item there, or empty.
        row: how many items are above it, in this column or in a longer one that it came from.
    """

    item: str
    row: int

    def among(self, ids: list[str]) -> Standing:
        """The same once the items of the column are `ids`: with its item, or on what took that place."""
        if self.item in ids:
            return Standing(self.item, ids.index(self.item))
        return Standing(_at_row(ids, self.row), self.row)


class Cursor:
    """The cursor, moving over what a person sees.

    Attributes:
        spot: where it is.
        wanted: the words of the filter, or empty; only items with them are there to stand on.
    """

    def __init__(self, sight: Sight) -> None:
        self.sight = sight
        self.spot = Spot()
        self.wanted = ""
        self._row = 0
        self.settle()

    def items(self, partner: str, direction: Direction) -> list[Item]:
        """The items of a column that are there to stand on."""
        items = self.sight.column(partner, direction).items
        return [item for item in items if matches(item, self.wanted)] if self.wanted else list(items)

    def settle(self) -> None:
        """After a change: stay where it was, or on what took that place."""
        spot = self.spot
        ids = [partner.id for partner in self.sight.partners]
        if spot.item and spot.item in self.sight.session.items:
            item = self.sight.session.items[spot.item]
            here = self.items(item.partner, item.direction)
            if item in here:
                self._stand(item.partner, item.direction, here.index(item))
                return
        if spot.partner in ids:
            self._stand(spot.partner, spot.part, self._row)
        else:
            self._stand(ids[0] if ids else "", spot.part, 0)

    @property
    def standing(self) -> Standing:
        """Where in its column it is."""
        return Standing(self.spot.item, self._row)

    def go_to(self, partner: str, part: Part, item: str = "") -> None:
        """Stand on something that is there."""
        self.spot = Spot(partner, part, item)
        rows = [] if part == "title" else [each.id for each in self.items(partner, part)]
        if item in rows:
            self._row = rows.index(item)

    def go_to_column(self, partner: str, direction: Direction) -> None:
        """Stand in a column, as near to the present row as it has items."""
        self._stand(partner, direction, self._row)

    def up_or_down(self, steps: int, is_beside: bool) -> None:
        """Move over the rows of a panel: its title, and its columns one under the other or each by itself."""
        spot = self.spot
        rows = self._rows_of(spot.partner, is_beside)
        if rows:
            at = rows.index(spot) if spot in rows else 0
            self._take(rows[max(0, min(len(rows) - 1, at + steps))])

    def left_or_right(self, steps: int, is_beside: bool) -> None:
        """Move to the next column or partner."""
        if not is_beside or self.spot.part == "title":
            self.to_partner(steps, wraps=False)
            return
        places = [(partner.id, part) for partner in self.sight.partners for part in _BOTH]
        here = (self.spot.partner, self.spot.direction)
        at = places.index(here) + steps if here in places else 0
        if 0 <= at < len(places):
            self._stand(*places[at], self._row)

    def to_partner(self, steps: int, wraps: bool = True) -> None:
        """Move to the partner that many panels further."""
        ids = [partner.id for partner in self.sight.partners]
        if self.spot.partner not in ids:
            return
        at = ids.index(self.spot.partner) + steps
        if wraps or 0 <= at < len(ids):
            self._stand(ids[at % len(ids)], self.spot.part, self._row)

    def to_end_of_column(self, is_first: bool) -> None:
        """Move to the first or the last item of the column."""
        if self.spot.part == "title":
            return
        self._stand(self.spot.partner, self.spot.part, 0 if is_first else _FAR)

    def by_page(self, steps: int) -> None:
        """Move within the column by that many items."""
        if self.spot.part != "title":
            last = len(self.items(self.spot.partner, self.spot.part)) - 1
            self._stand(self.spot.partner, self.spot.part, max(0, min(last, self._row + steps)))

    @property
    def item(self) -> Item | None:
        """The item under the cursor."""
        return self.sight.session.items.get(self.spot.item) if self.spot.item else None

    def _rows_of(self, partner: str, is_beside: bool) -> list[Spot]:
        parts: tuple[Direction, ...] = (self.spot.direction,) if is_beside else _BOTH
        rows = [Spot(partner, "title")] if partner else []
        for part in parts:
            items = self.items(partner, part)
            rows += [Spot(partner, part, item.id) for item in items] or [Spot(partner, part)]
        return rows

    def _take(self, spot: Spot) -> None:
        if spot.part == "title":
            self.spot = spot
        else:
            self.go_to(spot.partner, spot.part, spot.item)

    def _stand(self, partner: str, part: Part, row: int) -> None:
        if part == "title" or not partner:
            self.spot = Spot(partner, part)
            return
        items = self.items(partner, part)
        if not items:
            self.spot = Spot(partner, part)
            return
        # In a shorter column it remembers the row that it came from, for the next one.
        self._row = len(items) - 1 if row >= _FAR else row
        self.spot = Spot(partner, part, _at_row([item.id for item in items], row))


def _at_row(ids: list[str], row: int) -> str:
    """The item in that row, or the last one above it; empty when there is none."""
    return ids[min(row, len(ids) - 1)] if ids else ""


def matches(item: Item, wanted: str) -> bool:
    """Whether every word of `wanted` stands in the text of `item`, whatever its case."""
    if not wanted:
        return True
    text = item.text.casefold()
    return all(word in text for word in wanted.casefold().split())


_BOTH: tuple[Direction, ...] = ("take", "bring")
_FAR = 1_000_000
