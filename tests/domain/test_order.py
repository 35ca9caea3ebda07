"""Keys that keep a list in order however often things move."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mgtui.domain import order
from mgtui.domain.changes import apply
from mgtui.domain.grounding import ground
from mgtui.domain.session import Item, Partner, Session
from mgtui.domain.verbs import items

KEYS = st.text(alphabet=order.DIGITS, max_size=6)


@given(KEYS, KEYS)
def test_between_is_strictly_between(one: str, other: str) -> None:
    before, after = sorted([one, other])
    assume(order.has_room(before, after))
    key = order.between(before, after)
    assert before < key
    assert not after or key < after
    assert order.has_room(before, key)
    assert order.has_room(key, after)


@pytest.mark.parametrize(("before", "after"), [("V", "V"), ("W", "V"), ("", "0"), ("V", "V00")])
def test_there_is_no_key_where_there_is_no_room(before: str, after: str) -> None:
    assert not order.has_room(before, after)
    with pytest.raises(ValueError, match="no room"):
        order.between(before, after)


@given(st.lists(st.integers(0, 1000), max_size=60))
def test_any_sequence_of_insertions_keeps_a_total_order(places: list[int]) -> None:
    keys: list[str] = []
    for place in places:
        at = place % (len(keys) + 1)
        keys.insert(at, order.between(keys[at - 1] if at else "", keys[at] if at < len(keys) else ""))
    assert all(one < other for one, other in pairwise(keys))


@given(st.integers(0, 300), KEYS, KEYS)
def test_many_keys_at_once_are_in_order_and_short(count: int, one: str, other: str) -> None:
    before, after = sorted([one, other])
    assume(order.has_room(before, after))
    keys = order.spread(count, before, after)
    ordered = [before, *keys, *([after] if after else [])]
    assert len(keys) == count
    assert all(one < other for one, other in pairwise(ordered) if (one, other) != ("", ""))
    assert max(map(len, keys), default=0) <= max(len(before), len(after)) + 4


def column(keys: list[str]) -> Session:
    records = {
        f"i{n}": Item(id=f"i{n}", partner="p", direction="take", text="", order=key) for n, key in enumerate(keys)
    }
    return Session(id="s", partners={"p": Partner(id="p", name="P")}, items=records)


@given(
    st.lists(st.sampled_from(["", "0", "V", "V0", "VV", "W"]), min_size=1, max_size=6),
    st.lists(st.tuples(st.integers(0, 9), st.integers(-4, 4)), max_size=12),
)
def test_a_move_by_steps_is_what_a_list_would_do_whatever_the_keys(
    keys: list[str], moves: list[tuple[int, int]]
) -> None:
    session = column(keys)
    for number, steps in moves:
        ids = [item.id for item in session.column("p", "take")]
        moved = ids[number % len(ids)]
        change = items.reorder(session, moved, steps)
        at = ids.index(moved)
        to = max(0, min(len(ids) - 1, at + steps))
        ids.insert(to, ids.pop(at))
        if change:
            session = apply(session, ground(session, change))
        assert [item.id for item in session.column("p", "take")] == ids


@given(st.lists(KEYS, max_size=5), st.integers(0, 5), st.integers(1, 4))
def test_new_items_stand_together_below_the_one_they_come_after(keys: list[str], anchor: int, count: int) -> None:
    session = column(sorted(set(keys)))
    before = [item.id for item in session.column("p", "take")]
    new = [(f"n{n}", "text") for n in range(count)]
    after_ = before[anchor] if anchor < len(before) else None
    session = apply(session, ground(session, items.add_items(session, new, "p", "take", after_)))
    ids = [item.id for item in session.column("p", "take")]
    at = ids.index("n0")
    assert ids[at : at + count] == [identity for identity, _ in new]
    assert [each for each in ids if each.startswith("i")] == before
    assert after_ is None or ids.index(after_) < at
