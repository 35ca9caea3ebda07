"""Who delivers what to whom, where value is created, and what could help a partner that doesn't gain."""

from __future__ import annotations

from decimal import Decimal

from mgtui.domain.exchange import deliveries, from_collaboration, gifts, matrix, wishes
from mgtui.domain.interval import Interval
from mgtui.domain.scale import amounts
from mgtui.domain.session import Item, Link, Partner, Session
from mgtui.domain.suggestions import Suggestion, suggestions
from mgtui.domain.verbs.items import toggle_from_collaboration
from tests.domain.deals import after, bring, deal, take


def link(bring_: str, take_: str) -> Link:
    return Link(id=f"{bring_}-{take_}", bring=bring_, take=take_)


TABLE = deal(
    take("pupils", "p", "5"),
    bring("hall", "p", "1"),
    bring("advice", "p", "2"),
    take("place", "q", "4"),
    bring("buses", "q", "3"),
    link("buses", "pupils"),
    link("hall", "place"),
    link("advice", "place"),
)


def ids(items: list[Item]) -> list[str]:
    return [item.id for item in items]


def test_links_come_with_the_value_they_create_most_first() -> None:
    created = [f"{each.link.id}: {each.created}" for each in deliveries(TABLE)]
    assert created == ["hall-place: 3", "advice-place: 2", "buses-pupils: 2"]


def test_value_is_unknown_while_a_weight_is() -> None:
    session = deal(take("a", "p", None), bring("b", "q", "1"), link("b", "a"))
    assert [each.created for each in deliveries(session)] == [None]


def test_the_matrix_has_a_cell_from_each_giver_to_each_receiver() -> None:
    cells = matrix(TABLE)
    assert set(cells) == {("q", "p"), ("p", "q")}
    to_q = cells["p", "q"]
    assert [each.link.id for each in to_q.deliveries] == ["hall-place", "advice-place"]
    assert (to_q.worth, to_q.cost) == (Interval(Decimal(4), Decimal(4)), Interval(Decimal(3), Decimal(3)))


def test_what_is_dropped_or_covered_delivers_nothing() -> None:
    session = deal(
        take("a", "p"), bring("b", "q", status="dropped"), bring("c", "q", covered=True), link("b", "a"), link("c", "a")
    )
    assert (deliveries(session), ids(wishes(session)), gifts(session)) == ([], ["a"], [])


def test_a_take_that_nobody_brings_is_a_wish() -> None:
    session = deal(take("a", "p"), bring("b", "q"))
    assert (ids(wishes(session)), ids(gifts(session))) == (["a"], ["b"])


def test_wishes_and_gifts_come_as_they_are_read_whatever_was_added_last() -> None:
    records = (
        Partner(id="q", name="Q", order="b"),
        Partner(id="p", name="P", order="a"),
        *(take("a", "q", order="b"), take("b", "q", order="a"), take("c", "p")),
        *(bring("d", "q", order="b"), bring("e", "q", order="a"), bring("f", "p")),
    )
    for session in (deal(*records), deal(*reversed(records))):
        assert (ids(wishes(session)), ids(gifts(session))) == (["c", "b", "a"], ["f", "e", "d"])


def test_what_comes_from_the_collaboration_itself_is_no_wish() -> None:
    session = deal(take("a", "p"))
    session = after(session, toggle_from_collaboration(session, "a"))
    assert (wishes(session), ids(from_collaboration(session))) == ([], ["a"])


def offered(session: Session, partner: str = "p") -> list[tuple[str, str, str]]:
    return [(each.code, each.item.id, each.verdict) for each in suggestions(session, partner)]


def only(session: Session) -> Suggestion:
    (suggestion,) = suggestions(session, "p")
    return suggestion


def test_a_partner_that_gains_needs_no_suggestions() -> None:
    assert suggestions(deal(take("a", "p", "2"), bring("b", "p", "1"), bring("c", "q")), "p") == []


def test_a_gift_that_nobody_takes_can_be_kept() -> None:
    session = deal(take("a", "p", "2"), bring("b", "p", "2"), bring("c", "p", "1"), take("d", "q"), link("b", "d"))
    kept = only(session)
    assert (kept.code, kept.item.id, kept.verdict) == ("keep_gift", "c", "loses")
    assert offered(deal(take("a", "p", "2"), bring("b", "p", "2"))) == [("keep_gift", "b", "gains")]


def test_an_uncertain_wish_that_someone_makes_sure_of_can_turn_the_verdict() -> None:
    session = deal(take("a", "p", "4", certainty="uncertain"), bring("b", "p", "3"), take("c", "q"), link("b", "c"))
    served = only(session)
    assert (served.code, served.item.id, served.verdict) == ("serve_wish", "a", "gains")
    assert served.margin == Interval(Decimal(1), Decimal(1))


def test_a_wish_is_told_which_gifts_of_others_are_of_its_kind() -> None:
    wish = take("a", "p", "4", certainty="uncertain", kind="money")
    alike = bring("d", "q", kind="money")
    others = (bring("e", "q", kind="network"), bring("f", "q", kind="money", certainty="uncertain"))
    session = deal(wish, bring("b", "p", "3"), take("c", "q"), link("b", "c"), alike, *others)
    served = next(each for each in suggestions(session, "p") if each.code == "serve_wish")
    assert served.by == (alike,)


def test_a_gift_of_another_helps_when_it_is_worth_enough() -> None:
    session = deal(take("a", "p", "1"), bring("b", "p", "3"), take("c", "q"), link("b", "c"), bring("d", "q"))
    taken = only(session)
    assert (taken.code, taken.item.id, taken.verdict, taken.more_than) == ("take_gift", "d", "open", Decimal(2))


def test_a_gift_that_can_never_be_worth_enough_is_told_so() -> None:
    session = deal(bring("b", "p", "5"), take("c", "q"), link("b", "c"), bring("d", "q"))
    taken = only(session)
    assert (taken.verdict, taken.more_than) == ("loses", None)


def test_any_worth_will_do_for_a_partner_just_short() -> None:
    session = deal(take("a", "p", "3"), bring("b", "p", "3"), take("c", "q"), link("b", "c"), bring("d", "q"))
    taken = only(session)
    assert (taken.verdict, taken.more_than) == ("gains", None)


def test_amounts_have_no_most_that_a_gift_can_be_worth() -> None:
    records = (take("a", "p", "10"), bring("b", "p", "60"), take("c", "q"), link("b", "c"), bring("d", "q", "20"))
    assert only(deal(*records, scale=amounts("euro"))).more_than == 50


def test_what_makes_the_partner_gain_comes_first() -> None:
    session = deal(take("a", "p", "2"), bring("b", "p", "3"), bring("c", "p", "1"), bring("d", "q"))
    assert [verdict for _, _, verdict in offered(session)] == ["gains", "open", "loses"]


def test_an_empty_partner_is_offered_what_the_others_bring() -> None:
    session = deal(Partner(id="p", name="P"), bring("d", "q"))
    assert offered(session) == [("take_gift", "d", "gains")]
