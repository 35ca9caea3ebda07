"""What one person sees of a session on the board: columns, balances and facts, recomputed only where it has changed.

Invariant: after `update`, everything here is what the session says; records that did not change are the same objects.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from msgspec import Struct
from msgspec.structs import replace

from mgtui.domain.ambition import Ambition, judge_ambition
from mgtui.domain.balance import PartnerBalance, SessionBalance, balance, columns_of, together, weigh_columns
from mgtui.domain.changes import Set, parts
from mgtui.domain.column import Column as Sum
from mgtui.domain.communication import Progress, progress_by_partner
from mgtui.domain.exchange import wishes
from mgtui.domain.interests import unmet
from mgtui.domain.news import Changed
from mgtui.domain.session import Direction, Item, Partner, Session, in_order
from mgtui.domain.visibility import is_covered_for


class Column(Struct, frozen=True):
    """One column as this person sees it.

    Attributes:
        items: in their order, dropped ones included.
        hidden: how many more there are that someone else has covered.
    """

    items: tuple[Item, ...] = ()
    hidden: int = 0


class Facts(Struct, frozen=True):
    """What takes longer to find out than a balance, and may be shown a moment later.

    Attributes:
        progress: by partner, how far its stakeholders have been told.
        unmet: by partner, how many of its interests nothing serves.
        wishes: how many take items nobody brings.
        ambition: the verdict on it.
    """

    progress: dict[str, Progress]
    unmet: Counter[str]
    wishes: int
    ambition: Ambition


class Sight:
    """The session as someone sees it.

    Args:
        session: the session.
        own: by which items say to be theirs (`Person.signatures`).

    Attributes:
        session: the session that was last shown.
        partners: in their order.
    """

    def __init__(self, session: Session, own: Collection[str]) -> None:
        self._own = own
        self.session = session
        self.partners: list[Partner] = []
        self.balance: SessionBalance = balance(session)
        self._balances: dict[str, PartnerBalance] = {}
        self._sums: dict[str, tuple[Sum, Sum]] = {}
        self._columns: dict[tuple[str, Direction], Column] = {}
        self._take_in_all(session)

    def update(self, session: Session, latest: Changed | None = None) -> None:
        """See `session` from now on; where `latest` is what led to it, nothing but what that names is looked at."""
        before = self.session
        if session is before:
            return
        if session.id != before.id or session.partners is not before.partners or session.scale != before.scale:
            self._take_in_all(session)
            return
        self.session = session
        if session.items is before.items:
            return
        if not self._take_in_altered(before.items, session.items, _named_in(latest, before, session)):
            self._sort_in(session, _touched(before.items, session.items))
        self.balance = together(tuple(self._balances[partner.id] for partner in self.partners))

    def column(self, partner: str, direction: Direction) -> Column:
        """One column of `partner`; an empty one for a partner who is not there."""
        return self._columns.get((partner, direction), _NOTHING)

    def balance_of(self, partner: str) -> PartnerBalance:
        """The balance of `partner`."""
        return self._balances[partner]

    def facts(self) -> Facts:
        """The facts of the session as it is now."""
        return Facts(
            progress=progress_by_partner(self.session) if self.session.stakeholders else {},
            unmet=Counter(interest.partner for interest in unmet(self.session)),
            wishes=len(wishes(self.session)),
            ambition=judge_ambition(self.session),
        )

    def _take_in_all(self, session: Session) -> None:
        self.session = session
        self.partners = session.partners_in_order
        self._columns = {}
        self._balances = {}
        self._sort_in(session, set(session.partners))
        self.balance = together(tuple(self._balances[partner.id] for partner in self.partners))

    def _take_in_altered(self, before: dict[str, Item], after: dict[str, Item], named: set[str] | None) -> bool:
        """Take in items that were altered but stay where they are, as almost every change leaves them.

        Args:
            before: the items as they were.
            after: the items as they are.
            named: the ids of those that may differ, when that is known; else all are looked at.

        Returns:
            Whether that was all; False when anything came, went, moved or was covered or revealed.
        """
        pairs: Iterable[tuple[Item, Item]] = zip(before.values(), after.values(), strict=False)
        if named is not None:
            pairs = [(before[key], after[key]) for key in named]
        altered = [(was, item) for was, item in pairs if was is not item]
        if len(before) != len(after) or any(_place_of(was) != _place_of(item) for was, item in altered):
            return False
        for was, item in altered:
            column = self._columns[item.partner, item.direction]
            items = tuple(item if each is was else each for each in column.items)
            self._columns[item.partner, item.direction] = replace(column, items=items)
            self._weigh_instead(was, item)
        return True

    def _weigh_instead(self, was: Item, item: Item) -> None:
        """Weigh the partner of `item` with it in the place of `was`."""
        takes, brings = self._sums[item.partner]
        if not (was.is_live and item.is_live):
            own = (*self.column(item.partner, "take").items, *self.column(item.partner, "bring").items)
            takes, brings = columns_of(own, self.session.scale)
        elif item.direction == "take":
            takes = takes.with_instead(was, item)
        else:
            brings = brings.with_instead(was, item)
        self._weigh(item.partner, (takes, brings))

    def _weigh(self, partner: str, columns: tuple[Sum, Sum]) -> None:
        self._sums[partner] = columns
        self._balances[partner] = weigh_columns(self.session.partners[partner], *columns)

    def _sort_in(self, session: Session, partners: set[str]) -> None:
        """Sort the items of `partners` into their columns, and weigh them."""
        found: dict[tuple[str, Direction], list[Item]] = {}
        for partner in partners:
            found[partner, "take"], found[partner, "bring"] = [], []
        for item in session.items.values():
            if item.partner in partners:
                found[item.partner, item.direction].append(item)
        for key, items in found.items():
            seen = tuple(in_order(item for item in items if not is_covered_for(item, self._own)))
            self._columns[key] = Column(seen, len(items) - len(seen))
        for partner in partners:
            own = (*found[partner, "take"], *found[partner, "bring"])
            self._weigh(partner, columns_of(own, session.scale))


_NOTHING = Column()


def _named_in(latest: Changed | None, before: Session, after: Session) -> set[str] | None:
    """The items of which `latest` says that they were altered, when that is all that lies between two sessions."""
    if latest is None or latest.before is not before or latest.session is not after:
        return None
    singles = parts(latest.entry.change)
    if not all(isinstance(part, Set) for part in singles):
        return None
    return {part.id for part in singles if part.table == "items"}


def _place_of(item: Item) -> tuple[object, ...]:
    """What decides in which column, where in it, and for whom an item shows."""
    return item.id, item.partner, item.direction, item.order, item.covered, item.author


def _touched(before: dict[str, Item], after: dict[str, Item]) -> set[str]:
    """The partners of which an item was added, altered, moved or removed."""
    altered = {key for key in before.keys() & after.keys() if before[key] is not after[key]}
    keys = altered | (before.keys() ^ after.keys())
    return {table[key].partner for table in (before, after) for key in keys if key in table}
