"""Two states of a session differ by what people would say has changed."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from mgtui.domain.changes import Remove, Set
from mgtui.domain.comparison import Difference, author_of, authors, compare, of_partner
from mgtui.domain.session import Link
from mgtui.domain.verbs import items
from mgtui.domain.verbs.common import set_field
from mgtui.domain.visibility import for_viewers
from tests.domain.deals import after, bring, deal, entries, take
from tests.domain.strategies import SEVERAL, sessions

TABLE = deal(
    take("pupils", "p", "4"),
    bring("hall", "p", "2"),
    take("place", "q", "4"),
    bring("buses", "q", "2"),
    Link(id="l", bring="hall", take="place"),
)


def told(differences: list[Difference]) -> list[tuple[str, str, list[str]]]:
    return [(each.happening, each.id, [field.field for field in each.fields]) for each in differences]


def test_two_states_differ_by_what_was_added_removed_and_changed() -> None:
    now = after(
        TABLE,
        items.add_item(TABLE, "new", "p", "take", "new"),
        items.set_weight(TABLE, "pupils", Decimal(2)),
        items.set_status(TABLE, "pupils", "agreed"),
        Remove("items", "buses"),
    )
    assert told(compare(TABLE, now)) == [
        ("changed", "pupils", ["weight", "status"]),
        ("added", "new", []),
        ("removed", "buses", []),
    ]
    changed = compare(TABLE, now)[0]
    assert (changed.fields[0].before, changed.fields[0].after) == (Decimal(4), Decimal(2))
    assert (changed.fields[1].before, changed.fields[1].after) == ("proposed", "agreed")


def test_a_state_does_not_differ_from_itself() -> None:
    assert compare(TABLE, TABLE) == []


def test_another_place_in_the_list_is_no_difference() -> None:
    assert compare(TABLE, after(TABLE, set_field(TABLE, "items", "hall", "order", "zz"))) == []


def test_the_ambition_and_title_can_differ() -> None:
    now = after(TABLE, set_field(TABLE, "session", "s", "ambition", "grow"))
    assert told(compare(TABLE, now)) == [("changed", "s", ["ambition"])]


def test_a_difference_belongs_to_every_partner_it_concerns() -> None:
    unlinked = after(TABLE, Remove("links", "l"))
    assert [each.partners for each in compare(TABLE, unlinked)] == [("p", "q")]
    moved = after(unlinked, items.move_item(unlinked, "hall", "q", "bring"))
    found = compare(unlinked, moved)
    assert [each.partners for each in found] == [("p", "q")]
    assert of_partner(found, "p") == of_partner(found, "q") == found
    assert of_partner(found, "r") == []


def test_a_difference_knows_who_made_it_and_when() -> None:
    now, history = entries(TABLE, items.set_weight(TABLE, "pupils", Decimal(2)), items.toggle_certainty(TABLE, "hall"))
    by_field = authors(history)
    found = [author_of(each, by_field) for each in compare(TABLE, now)]
    assert [each.revision for each in found if each] == [1, 2]
    assert author_of(compare(TABLE, now)[0], authors(history, after=1)) is None


@SEVERAL
@given(st.data())
def test_what_differs_is_exactly_what_is_not_equal(data: st.DataObject) -> None:
    before, now = data.draw(sessions()), data.draw(sessions())
    found = {(each.table, each.id): each for each in compare(before, now)}
    for name in ("items", "partners", "agreements"):
        then, since = getattr(before, name), getattr(now, name)
        for identity in {*then, *since}:
            same = identity in then and identity in since and not _differ(then[identity], since[identity])
            assert ((name, identity) not in found) == same


def _differ(one: object, other: object) -> bool:
    names = [name for name in one.__struct_fields__ if name not in ("order", "author")]  # type: ignore[attr-defined]
    return any(getattr(one, name) != getattr(other, name) for name in names)


def test_what_viewers_see_can_be_compared_too() -> None:
    secret = after(TABLE, Set("items", "hall", "private", True))
    shown = compare(for_viewers(TABLE), for_viewers(secret))
    assert [each.id for each in shown] == ["hall"]
