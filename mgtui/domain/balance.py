"""Whether the deal holds: per partner take minus bring as an interval, and what that says of the collaboration.

A collaboration lasts when each partner can take more than it must bring; it need not be equal between partners
(*Iedereen kan iets brengen*). So no partner is compared with another, and the worst-off one decides.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from mgtui.domain.column import Column
from mgtui.domain.interval import NOTHING, Interval
from mgtui.domain.scale import Scale
from mgtui.domain.session import Item, Partner, Session

Verdict = Literal["empty", "gains", "loses", "open"]
SessionVerdict = Literal["sustainable", "unsustainable", "open"]
ReasonCode = Literal[
    "takes_nothing", "brings_nothing", "lacks_weight", "uncertain_decides", "falls_short", "below_reserve"
]

FEWEST_PARTNERS = 2


class Reason(Struct, frozen=True, kw_only=True):
    """Why a partner's verdict is what it is.

    Attributes:
        code: which reason. "uncertain_decides": whether these items come about settles an open verdict, each by
            itself or else all together.
        items: the items it speaks of, as they stand on the board.
        short: for "falls_short", by how much it brings more than it takes; for "below_reserve", where it does take
            more, by how much the margin stays under the reserve. Its low is at least 0.
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


def column_total(items: Iterable[Item], scale: Scale) -> Interval:
    """The sum of what `items` contribute."""
    return Column((item for item in items if item.is_live), scale).sum


def judge(margin: Interval, reserve: Decimal) -> Literal["gains", "loses", "open"]:
    """The verdict on a margin: it must be strictly more than the reserve, whatever is still unknown."""
    if margin.lies_above(reserve):
        return "gains"
    return "loses" if margin.lies_at_or_below(reserve) else "open"


def balance_of(session: Session, partner: Partner) -> PartnerBalance:
    """The balance of one partner; it looks at this partner's items only."""
    return weigh(partner, (item for item in session.items.values() if item.partner == partner.id), session.scale)


def weigh(partner: Partner, items: Iterable[Item], scale: Scale) -> PartnerBalance:
    """The balance of one partner, from all of its items."""
    return weigh_columns(partner, *columns_of(items, scale))


def columns_of(items: Iterable[Item], scale: Scale) -> tuple[Column, Column]:
    """What a partner takes and what it brings, of all of its `items`."""
    live = [item for item in items if item.is_live]
    takes = Column((item for item in live if item.direction == "take"), scale)
    return takes, Column((item for item in live if item.direction == "bring"), scale)


def balance(session: Session) -> SessionBalance:
    """The balance of every partner, and the session's verdict."""
    live: dict[str, list[Item]] = {partner: [] for partner in session.partners}
    for item in session.items.values():
        if item.is_live:
            live[item.partner].append(item)
    return together([weigh(partner, live[partner.id], session.scale) for partner in session.partners_in_order])


def together(balances: Iterable[PartnerBalance]) -> SessionBalance:
    """What the balances of all partners, in their order, come to."""
    partners = tuple(balances)
    verdict, decided_by = _decide(partners)
    return SessionBalance(verdict=verdict, decided_by=decided_by, partners=partners)


def _decide(balances: tuple[PartnerBalance, ...]) -> tuple[SessionVerdict, tuple[Partner, ...]]:
    losing = tuple(b.partner for b in balances if b.verdict == "loses")
    if losing:
        return "unsustainable", losing
    unsure = tuple(b.partner for b in balances if b.verdict != "gains" or b.brings_nothing)
    if unsure or len(balances) < FEWEST_PARTNERS:
        return "open", unsure
    return "sustainable", tuple(b.partner for b in balances)


def weigh_columns(partner: Partner, takes: Column, brings: Column) -> PartnerBalance:
    """The balance of one partner, from what it takes and what it brings."""
    margin = takes.sum - brings.sum
    verdict: Verdict = judge(margin, partner.reserve) if takes.items or brings.items else "empty"
    return PartnerBalance(
        partner=partner,
        take=takes.sum,
        bring=brings.sum,
        margin=margin,
        verdict=verdict,
        reasons=tuple(_reasons(partner, takes, brings, margin, verdict)),
    )


def _reasons(partner: Partner, takes: Column, brings: Column, margin: Interval, verdict: Verdict) -> Iterable[Reason]:
    if not takes.items:
        yield Reason(code="takes_nothing")
    if not brings.items:
        yield Reason(code="brings_nothing")
    if verdict == "loses":
        yield _shortfall(partner, margin)
    unweighed = tuple(item for item in (*takes.items, *brings.items) if item.weight is None)
    if unweighed:
        yield Reason(code="lacks_weight", items=unweighed)
    if verdict == "open":
        deciding = _deciding(partner.reserve, takes, brings)
        if deciding:
            yield Reason(code="uncertain_decides", items=deciding)


def _shortfall(partner: Partner, margin: Interval) -> Reason:
    takes_more = margin.high is not None and margin.high > 0
    if takes_more:
        return Reason(code="below_reserve", short=Interval(partner.reserve, partner.reserve) - margin)
    return Reason(code="falls_short", short=NOTHING - margin)


def _deciding(reserve: Decimal, takes: Column, brings: Column) -> tuple[Item, ...]:
    """The uncertain items any of which alone could settle an open verdict; else all, when they could together."""
    taken, brought = takes.uncertain, brings.uncertain
    if not _settled(reserve, takes, brings, taken, brought):
        return ()
    taken_alone = {w for w, item in _by_weight(taken) if _settled(reserve, takes, brings, [item], [])}
    brought_alone = {w for w, item in _by_weight(brought) if _settled(reserve, takes, brings, [], [item])}
    alone = [item for item in taken if item.weight in taken_alone]
    alone += [item for item in brought if item.weight in brought_alone]
    return tuple(alone) or (*taken, *brought)


def _by_weight(items: list[Item]) -> Iterable[tuple[Decimal | None, Item]]:
    """One item for each weight, since equal weights settle the same."""
    return {item.weight: item for item in items}.items()


def _settled(reserve: Decimal, takes: Column, brings: Column, taken: list[Item], brought: list[Item]) -> bool:
    """Whether it is settled once it is known of these items that all goes well for the partner, or all goes ill."""
    well = takes.if_all_come(taken) - brings.if_none_come(brought)
    ill = takes.if_none_come(taken) - brings.if_all_come(brought)
    return judge(well, reserve) != "open" or judge(ill, reserve) != "open"
