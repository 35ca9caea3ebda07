"""What could change the verdict on a partner that doesn't gain: wishes to serve, gifts to take, gifts to keep.

Nothing here weighs for a partner: what a gift of another is worth to it only that partner can say, so a suggestion
tells what follows from any weight it may give.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from mgtui.domain.balance import column_total, judge
from mgtui.domain.exchange import gifts, wishes
from mgtui.domain.interval import Interval
from mgtui.domain.scale import Scale
from mgtui.domain.session import Certainty, Direction, Item, Session

SuggestionCode = Literal["serve_wish", "take_gift", "keep_gift"]

_Shape = tuple[Direction, Decimal | None, Certainty] | None


class Suggestion(Struct, frozen=True, kw_only=True):
    """One thing that would raise a partner's margin.

    Attributes:
        code: "serve_wish": someone makes sure of `item`, an uncertain take of this partner that nobody brings;
            "take_gift": it takes `item`, which another brings and nobody takes; "keep_gift": it no longer brings
            `item`, which nobody takes.
        margin: of this partner after it.
        verdict: on this partner after it; "open" when that depends on what is not known yet.
        more_than: for "take_gift", what the gift must be worth more than for the partner to gain, whatever else is
            still unknown; None when no worth is enough, or none is needed.
        by: for "serve_wish", the firm gifts of others, of the same kind, that nobody takes yet.
    """

    code: SuggestionCode
    item: Item
    margin: Interval
    verdict: Literal["gains", "loses", "open"]
    more_than: Decimal | None = None
    by: tuple[Item, ...] = ()


def suggestions(session: Session, partner: str) -> list[Suggestion]:
    """What could help `partner`, what makes it gain first; nothing when it gains already."""
    asked = _Asked(session, partner)
    if asked.items and judge(asked.margin(), asked.reserve) == "gains":
        return []
    found = [*_wishes_to_serve(session, asked), *_gifts_to_keep(session, asked), *_gifts_to_take(session, asked)]
    helping = [each for each in found if each.margin != asked.margin()]
    return sorted(helping, key=lambda each: ("gains", "open", "loses").index(each.verdict))


class _Asked:
    """The partner that is to be helped, with its live items."""

    def __init__(self, session: Session, partner: str) -> None:
        self.partner = partner
        self.reserve = session.partners[partner].reserve
        self.scale = session.scale
        self.items = [item for item in session.items.values() if item.partner == partner and item.is_live]
        self._margins: dict[tuple[_Shape, _Shape], Interval] = {}

    def margin(self, without: Item | None = None, plus: Item | None = None) -> Interval:
        """Its margin, with one item less or more; items of equal weight and certainty make equal margins."""
        key = (_shape(without), _shape(plus))
        if key not in self._margins:
            items = [item for item in self.items if item is not without] + ([plus] if plus else [])
            takes = column_total((item for item in items if item.direction == "take"), self.scale)
            brings = column_total((item for item in items if item.direction == "bring"), self.scale)
            self._margins[key] = takes - brings
        return self._margins[key]

    def suggestion(
        self,
        code: SuggestionCode,
        item: Item,
        margin: Interval,
        more_than: Decimal | None = None,
        by: tuple[Item, ...] = (),
    ) -> Suggestion:
        """What a margin like this would come to."""
        verdict = judge(margin, self.reserve)
        return Suggestion(code=code, item=item, margin=margin, verdict=verdict, more_than=more_than, by=by)


def _shape(item: Item | None) -> _Shape:
    return (item.direction, item.weight, item.certainty) if item else None


def _wishes_to_serve(session: Session, asked: _Asked) -> Iterator[Suggestion]:
    others = [gift for gift in gifts(session) if gift.partner != asked.partner and gift.certainty == "firm"]
    for item in wishes(session):
        if item.partner == asked.partner and item.certainty == "uncertain":
            margin = asked.margin(item, replace(item, certainty="firm"))
            alike = tuple(gift for gift in others if gift.kind == item.kind != "other")
            yield asked.suggestion("serve_wish", item, margin, by=alike)


def _gifts_to_keep(session: Session, asked: _Asked) -> Iterator[Suggestion]:
    for item in gifts(session):
        if item.partner == asked.partner:
            yield asked.suggestion("keep_gift", item, asked.margin(item))


def _gifts_to_take(session: Session, asked: _Asked) -> Iterator[Suggestion]:
    short = asked.margin().low
    for item in gifts(session):
        if item.partner != asked.partner:
            taken = replace(item, partner=asked.partner, direction="take", weight=None)
            needed = None if short is None or item.certainty == "uncertain" else asked.reserve - short
            margin = asked.margin(plus=taken)
            yield asked.suggestion("take_gift", item, margin, more_than=_within(asked.scale, needed))


def _within(scale: Scale, needed: Decimal | None) -> Decimal | None:
    """What a weight must be more than, when some weights on `scale` are and others are not."""
    if needed is None or needed < scale.low or (scale.high is not None and needed >= scale.high):
        return None
    return needed
