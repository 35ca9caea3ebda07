"""Whether the deal holds: per partner take minus bring as an interval, and what that says of the collaboration.

A collaboration lasts when each partner can take more than it must bring; it need not be equal between partners
(*Iedereen kan iets brengen*). So no partner is compared with another, and the worst-off one decides.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from mgtui.domain.interval import ZERO, Interval, total
from mgtui.domain.scale import Scale
from mgtui.domain.session import Direction, Item, Partner, Session

Verdict = Literal["empty", "gains", "loses", "open"]
SessionVerdict = Literal["sustainable", "unsustainable", "open"]
ReasonCode = Literal[
    "takes_nothing", "brings_nothing", "lacks_weight", "uncertain_decides", "falls_short", "below_reserve"
]

FEWEST_PARTNERS = 2


class Reason(Struct, frozen=True, kw_only=True):
    """Why a partner's verdict is what it is.

    Attributes:
        code: which reason.
        items: the items it speaks of, as they stand on the board.
        short: for "falls_short" and "below_reserve", by how much the margin stays under what it must exceed;
            its low is at least 0.
    """

    code: ReasonCode
    items: tuple[Item, ...] = ()
    short: Interval | None = None


class PartnerBalance(Struct, frozen=True, kw_only=True):
    """What one partner takes and brings, and whether that is worth it to this partner.

    Attributes:
        take, bring: sums of its live items.
        margin: take minus bring.
        verdict: "gains" when the margin is surely more than the reserve, "loses" when it surely is not.
        reasons: why, the weightiest first.
    """

    partner: Partner
    take: Interval
    bring: Interval
    margin: Interval
    verdict: Verdict
    reasons: tuple[Reason, ...]

    @property
    def brings_nothing(self) -> bool:
        """Whether it puts nothing on the table: everyone can bring something, so it is not yet collaborating."""
        return any(reason.code == "brings_nothing" for reason in self.reasons)


class SessionBalance(Struct, frozen=True, kw_only=True):
    """The balance of all partners in their order, what it comes to, and which partners decide that."""

    verdict: SessionVerdict
    decided_by: tuple[Partner, ...]
    partners: tuple[PartnerBalance, ...]


def contribution(item: Item, scale: Scale) -> Interval:
    """The interval that `item` adds to its column: what is not known yet is never shown as zero."""
    if not item.is_live:
        return Interval(ZERO, ZERO)
    low, high = (scale.low, scale.high) if item.weight is None else (item.weight, item.weight)
    return Interval(ZERO if item.certainty == "uncertain" else low, high)


def column_total(items: Iterable[Item], scale: Scale) -> Interval:
    """The sum of what `items` contribute."""
    return total(contribution(item, scale) for item in items)


def judge(margin: Interval, reserve: Decimal) -> Literal["gains", "loses", "open"]:
    """The verdict on a margin: it must be strictly more than the reserve, whatever is still unknown."""
    if margin.lies_above(reserve):
        return "gains"
    return "loses" if margin.lies_at_or_below(reserve) else "open"


def balance_of(session: Session, partner: Partner) -> PartnerBalance:
    """The balance of one partner."""
    return _weigh(partner, _live(session.items.values(), partner.id), session.scale)


def balance(session: Session) -> SessionBalance:
    """The balance of every partner, and the session's verdict."""
    live: dict[str, list[Item]] = {partner: [] for partner in session.partners}
    for item in session.items.values():
        if item.is_live:
            live[item.partner].append(item)
    return together(tuple(_weigh(p, live[p.id], session.scale) for p in session.partners_in_order))


def together(balances: tuple[PartnerBalance, ...]) -> SessionBalance:
    """The session's verdict, from the balances of all its partners in their order."""
    verdict, decided_by = _decide(balances)
    return SessionBalance(verdict=verdict, decided_by=decided_by, partners=balances)


def _decide(balances: tuple[PartnerBalance, ...]) -> tuple[SessionVerdict, tuple[Partner, ...]]:
    losing = tuple(b.partner for b in balances if b.verdict == "loses")
    if losing:
        return "unsustainable", losing
    unsure = tuple(b.partner for b in balances if b.verdict != "gains" or b.brings_nothing)
    if unsure or len(balances) < FEWEST_PARTNERS:
        return "open", unsure
    return "sustainable", tuple(b.partner for b in balances)


def _weigh(partner: Partner, items: list[Item], scale: Scale) -> PartnerBalance:
    takes, brings = _split(items, "take"), _split(items, "bring")
    take, bring = column_total(takes, scale), column_total(brings, scale)
    margin = take - bring
    verdict: Verdict = judge(margin, partner.reserve) if items else "empty"
    return PartnerBalance(
        partner=partner,
        take=take,
        bring=bring,
        margin=margin,
        verdict=verdict,
        reasons=tuple(_reasons(partner, takes, brings, margin, verdict, scale)),
    )


def _reasons(
    partner: Partner, takes: list[Item], brings: list[Item], margin: Interval, verdict: Verdict, scale: Scale
) -> Iterable[Reason]:
    if not takes:
        yield Reason(code="takes_nothing")
    if not brings:
        yield Reason(code="brings_nothing")
    if verdict == "loses":
        yield _shortfall(partner, margin)
    unweighed = tuple(item for item in (*takes, *brings) if item.weight is None)
    if unweighed:
        yield Reason(code="lacks_weight", items=unweighed)
    if verdict == "open":
        deciding = _deciding(partner, takes, brings, margin, scale)
        if deciding:
            yield Reason(code="uncertain_decides", items=deciding)


def _shortfall(partner: Partner, margin: Interval) -> Reason:
    short = Interval(partner.reserve, partner.reserve) - margin
    beaten_by_alternative = margin.high is not None and margin.high > 0
    return Reason(code="below_reserve" if beaten_by_alternative else "falls_short", short=short)


def _deciding(
    partner: Partner, takes: list[Item], brings: list[Item], margin: Interval, scale: Scale
) -> tuple[Item, ...]:
    """The uncertain items any of which alone could settle the verdict; when none could, all that are uncertain."""
    uncertain = [item for item in (*takes, *brings) if item.certainty == "uncertain"]
    alone = tuple(item for item in uncertain if _settles(item, partner, margin, scale))
    return alone or tuple(uncertain)


def _settles(item: Item, partner: Partner, margin: Interval, scale: Scale) -> bool:
    """Whether knowing that `item` comes about in full, or not at all, would turn an open verdict into another."""
    most = contribution(item, scale).high
    if most is None:
        return judge(_narrowed(margin, item, None), partner.reserve) != "open"
    outcomes = (_narrowed(margin, item, most), _narrowed(margin, item, most, comes_about=False))
    return any(judge(outcome, partner.reserve) != "open" for outcome in outcomes)


def _narrowed(margin: Interval, item: Item, most: Decimal | None, comes_about: bool = True) -> Interval:
    """The margin once `item`, which stands in it as [0, most], is known to come about or not."""
    if most is None:
        return margin
    rises = comes_about == (item.direction == "take")
    low = margin.low if margin.low is None or not rises else margin.low + most
    high = margin.high if margin.high is None or rises else margin.high - most
    return Interval(low, high)


def _live(items: Iterable[Item], partner: str) -> list[Item]:
    return [item for item in items if item.partner == partner and item.is_live]


def _split(items: list[Item], direction: Direction) -> list[Item]:
    return [item for item in items if item.direction == direction]
