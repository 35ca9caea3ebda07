"""The balance, row by row: each partner must take more than it brings, and what is unknown is never zero."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from mgtui.domain.balance import (
    PartnerBalance,
    ReasonCode,
    Verdict,
    balance,
    balance_of,
    column_total,
    judge,
    together,
)
from mgtui.domain.column import contribution
from mgtui.domain.interval import Interval
from mgtui.domain.scale import POINTS, amounts
from mgtui.domain.session import Direction, Item, Partner, Session
from tests.domain.deals import bring, deal, take
from tests.domain.strategies import SEVERAL, sessions

EURO = amounts("euro")


def between(low: str | int | None, high: str | int | None) -> Interval:
    return Interval(None if low is None else Decimal(low), None if high is None else Decimal(high))


def of(*items: Item | Partner, **fields: Any) -> PartnerBalance:
    """The balance of partner p."""
    session = deal(*items, **fields)
    return balance_of(session, session.partners["p"])


def codes(judged: PartnerBalance) -> list[ReasonCode]:
    return [reason.code for reason in judged.reasons]


@pytest.mark.parametrize(
    ("item", "points", "euros"),
    [
        (take("a", "p", "4"), (4, 4), (4, 4)),
        (take("a", "p", "4", certainty="uncertain"), (0, 4), (0, 4)),
        (take("a", "p", None), (1, 5), (0, None)),
        (take("a", "p", None, certainty="uncertain"), (0, 5), (0, None)),
        (take("a", "p", "4", status="dropped"), (0, 0), (0, 0)),
        (take("a", "p", "4", covered=True), (0, 0), (0, 0)),
        (take("a", "p", "4", status="delivered", private=True), (4, 4), (4, 4)),
    ],
)
def test_every_item_contributes_an_interval(item: Item, points: tuple[int, int], euros: tuple[int, int | None]) -> None:
    assert contribution(item, POINTS) == between(*points)
    assert contribution(item, EURO) == between(*euros)


@pytest.mark.parametrize(
    ("items", "verdict", "margin"),
    [
        ([], "empty", (0, 0)),
        ([take("a", "p", "4", status="dropped")], "empty", (0, 0)),
        ([take("a", "p", "4", covered=True)], "empty", (0, 0)),
        ([take("a", "p", "4"), bring("b", "p", "3")], "gains", (1, 1)),
        ([take("a", "p", "3"), bring("b", "p", "3")], "loses", (0, 0)),
        ([take("a", "p", "2"), bring("b", "p", "3")], "loses", (-1, -1)),
        ([take("a", "p", "2")], "gains", (2, 2)),
        ([bring("b", "p", "2")], "loses", (-2, -2)),
        ([take("a", "p", "4", certainty="uncertain"), bring("b", "p", "3")], "open", (-3, 1)),
        ([take("a", "p", "3", certainty="uncertain"), bring("b", "p", "3")], "loses", (-3, 0)),
        ([take("a", "p", "4"), bring("b", "p", "4", certainty="uncertain")], "open", (0, 4)),
        ([take("a", "p", "5"), bring("b", "p", "4", certainty="uncertain")], "gains", (1, 5)),
        ([take("a", "p", None), bring("b", "p", "1")], "open", (0, 4)),
        ([take("a", "p", None)], "gains", (1, 5)),
        ([take("a", "p", None), bring("b", "p", "5")], "loses", (-4, 0)),
        ([take("a", "p", "5"), bring("b", "p", None)], "open", (0, 4)),
    ],
)
def test_a_partner_gains_only_when_it_surely_takes_more(
    items: list[Item], verdict: Verdict, margin: tuple[int, int]
) -> None:
    judged = of(*items, *([] if items else [take("other", "p", status="dropped")]))
    assert (judged.verdict, judged.margin) == (verdict, between(*margin))


@pytest.mark.parametrize(
    ("items", "verdict", "margin"),
    [
        ([take("a", "p", None), bring("b", "p", "7")], "open", (-7, None)),
        ([take("a", "p", "7"), bring("b", "p", None)], "open", (None, 7)),
        ([take("a", "p", None), bring("b", "p", None)], "open", (None, None)),
        ([bring("b", "p", None)], "loses", (None, 0)),
        ([take("a", "p", None)], "open", (0, None)),
        ([take("a", "p", None), take("b", "p", "0.01")], "gains", ("0.01", None)),
    ],
)
def test_an_amount_without_a_weight_has_no_maximum(
    items: list[Item], verdict: Verdict, margin: tuple[Any, Any]
) -> None:
    judged = of(*items, scale=EURO)
    assert (judged.verdict, judged.margin) == (verdict, between(*margin))


def test_amounts_are_exact() -> None:
    judged = of(take("a", "p", "0.1"), take("b", "p", "0.2"), bring("c", "p", "0.3"), scale=EURO)
    assert (judged.margin, judged.verdict) == (between(0, 0), "loses")


@pytest.mark.parametrize(
    ("reserve", "verdict", "code", "short"),
    [
        ("1", "gains", None, None),
        ("1.99", "gains", None, None),
        ("2", "loses", "below_reserve", (0, 0)),
        ("5", "loses", "below_reserve", (3, 3)),
        ("-3", "gains", None, None),
    ],
)
def test_the_margin_must_be_more_than_the_best_alternative(
    reserve: str, verdict: Verdict, code: str | None, short: tuple[int, int] | None
) -> None:
    partner = Partner(id="p", name="P", reserve=Decimal(reserve))
    judged = of(partner, take("a", "p", "3"), bring("b", "p", "1"))
    assert judged.verdict == verdict
    told = [(reason.code, reason.short) for reason in judged.reasons]
    assert told == ([(code, between(*short))] if short else [])


def test_a_partner_that_loses_hears_by_how_much() -> None:
    reason = of(take("a", "p", "2"), bring("b", "p", "4")).reasons[0]
    assert (reason.code, reason.short) == ("falls_short", between(2, 2))


def test_how_much_it_falls_short_is_not_counted_against_the_alternative() -> None:
    partner = Partner(id="p", name="P", reserve=Decimal(10))
    reason = of(partner, take("a", "p", "2"), bring("b", "p", "4")).reasons[0]
    assert (reason.code, reason.short) == ("falls_short", between(2, 2))


def test_a_shortfall_that_is_not_known_yet_is_an_interval() -> None:
    reason = of(take("a", "p", "2", certainty="uncertain"), bring("b", "p", "4")).reasons[0]
    assert reason.short == between(2, 4)
    unbounded = of(take("a", "p", "2"), bring("b", "p", "4"), bring("c", "p", None), scale=EURO).reasons[0]
    assert unbounded.short == between(2, None)


def test_a_partner_that_takes_nothing_loses_and_hears_that_first() -> None:
    judged = of(bring("b", "p", "1"))
    assert (judged.verdict, codes(judged)) == ("loses", ["takes_nothing", "falls_short"])


def test_a_partner_with_nothing_on_the_table_hears_both() -> None:
    assert codes(of(take("a", "p", status="dropped"))) == ["takes_nothing", "brings_nothing"]


def test_items_that_lack_a_weight_are_named() -> None:
    judged = of(take("a", "p", None), take("c", "p", "1"), bring("b", "p", None))
    assert [(reason.code, [item.id for item in reason.items]) for reason in judged.reasons] == [
        ("lacks_weight", ["a", "b"])
    ]


@pytest.mark.parametrize(
    ("items", "deciding"),
    [
        # any of them alone would settle it
        ([take("a", "p", "5", certainty="uncertain"), take("c", "p", "1"), bring("b", "p", "4")], ["a"]),
        # the large one would, the small one would not
        (
            [
                take("a", "p", "5", certainty="uncertain"),
                take("c", "p", "1", certainty="uncertain"),
                bring("b", "p", "4"),
            ],
            ["a"],
        ),
        # none would alone, both would together
        (
            [
                take("a", "p", "3", certainty="uncertain"),
                take("c", "p", "3", certainty="uncertain"),
                take("d", "p", "3", certainty="uncertain"),
                bring("b", "p", "5"),
            ],
            ["a", "c", "d"],
        ),
        # a bring that may not come about
        ([take("a", "p", "4"), bring("b", "p", "4", certainty="uncertain")], ["b"]),
        # nothing is uncertain: it is the missing weight
        ([take("a", "p", None), bring("b", "p", "3")], []),
        # what is uncertain is too light to settle what the missing weight leaves open
        ([take("a", "p", None), bring("b", "p", "3"), take("c", "p", "1", certainty="uncertain")], []),
    ],
)
def test_the_uncertain_items_that_decide_are_named(items: list[Item], deciding: list[str]) -> None:
    judged = of(*items)
    assert judged.verdict == "open"
    named = [item.id for reason in judged.reasons if reason.code == "uncertain_decides" for item in reason.items]
    assert named == deciding


@pytest.mark.parametrize(
    ("items", "deciding"),
    [
        # were it sure not to come about, the partner would surely gain
        ([take("a", "p", "4"), bring("b", "p", None, certainty="uncertain")], ["b"]),
        # two that may cost anything: only together do they decide
        (
            [
                take("a", "p", "4"),
                bring("b", "p", None, certainty="uncertain"),
                bring("c", "p", None, certainty="uncertain"),
            ],
            ["b", "c"],
        ),
        # were the take sure not to come about, the partner would surely lose
        ([take("a", "p", None, certainty="uncertain"), bring("b", "p", "4")], ["a"]),
    ],
)
def test_uncertain_amounts_without_a_weight_can_decide_too(items: list[Item], deciding: list[str]) -> None:
    judged = of(*items, scale=EURO)
    assert judged.verdict == "open"
    named = [item.id for reason in judged.reasons if reason.code == "uncertain_decides" for item in reason.items]
    assert named == deciding


GAINING = (take("a", "p", "3"), bring("b", "p", "1"), take("c", "q", "5"), bring("d", "q", "1"))


def test_a_deal_in_which_each_takes_more_is_sustainable_however_unequal() -> None:
    judged = balance(deal(*GAINING))
    assert (judged.verdict, [each.id for each in judged.decided_by]) == ("sustainable", ["p", "q"])


def test_the_worst_off_partner_decides() -> None:
    judged = balance(deal(*GAINING, take("e", "r", "2"), bring("f", "r", "4"), take("g", "s", "1")))
    assert (judged.verdict, [each.id for each in judged.decided_by]) == ("unsustainable", ["r"])


def test_one_partner_alone_is_no_collaboration_yet() -> None:
    judged = balance(deal(take("a", "p", "3"), bring("b", "p", "1")))
    assert (judged.verdict, judged.decided_by) == ("open", ())
    assert balance(deal()).verdict == "open"


def test_a_partner_that_gains_and_brings_nothing_keeps_the_deal_open() -> None:
    judged = balance(deal(*GAINING, take("e", "r", "5")))
    assert judged.partners[2].verdict == "gains"
    assert (judged.verdict, [each.id for each in judged.decided_by]) == ("open", ["r"])


def test_an_empty_partner_keeps_the_deal_open() -> None:
    judged = balance(deal(*GAINING, Partner(id="r", name="R")))
    assert (judged.verdict, [each.id for each in judged.decided_by]) == ("open", ["r"])


def test_partners_come_in_their_order() -> None:
    records = (Partner(id="p", name="P", order="W"), Partner(id="q", name="Q", order="V"))
    assert [each.partner.id for each in balance(deal(*records)).partners] == ["q", "p"]


@SEVERAL
@given(sessions())
def test_a_partner_weighs_the_same_alone_and_among_the_others(session: Session) -> None:
    alone = [balance_of(session, partner) for partner in session.partners_in_order]
    assert together(alone) == balance(session)


@SEVERAL
@given(sessions())
def test_a_sum_is_what_its_items_contribute(session: Session) -> None:
    directions: tuple[Direction, ...] = ("take", "bring")
    for judged in balance(session).partners:
        for direction in directions:
            column = session.column(judged.partner.id, direction)
            whole = Interval()
            for item in column:
                whole = whole + contribution(item, session.scale)
            assert whole == getattr(judged, direction) == column_total(column, session.scale)
        assert judged.margin == judged.take - judged.bring


@SEVERAL
@given(sessions())
def test_whatever_turns_out_a_verdict_that_is_not_open_stays(session: Session) -> None:
    for judged in balance(session).partners:
        items = [item for item in session.items.values() if item.partner == judged.partner.id and item.is_live]
        for margin in (_outcome(session, items, "take"), _outcome(session, items, "bring")):
            verdict = judge(Interval(margin, margin), judged.partner.reserve)
            assert judged.verdict in (verdict, "open", "empty")


def _outcome(session: Session, items: list[Item], lucky: str) -> Decimal:
    """The margin when all that is unknown turns out as high as can be in one column, as low as can be in the other."""
    margin = Decimal(0)
    for item in items:
        ends = contribution(item, session.scale)
        assert ends.low is not None
        most = Decimal(10) ** 12 if ends.high is None else ends.high
        value = most if item.direction == lucky else ends.low
        margin += value if item.direction == "take" else -value
    return margin
