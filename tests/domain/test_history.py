"""A change is taken back whole and alone, or not at all."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mgtui.domain.changes import Batch, Change, Remove, Set, apply
from mgtui.domain.grounding import ground
from mgtui.domain.history import Entry, changed_since, taking_back, undoable
from mgtui.domain.session import Link
from mgtui.domain.verbs import items
from mgtui.domain.verbs.common import set_field
from tests.domain.deals import after, bring, deal, entries, take
from tests.domain.strategies import MOMENT

TABLE = deal(
    take("pupils", "p", "4"),
    bring("hall", "p", "2"),
    take("place", "q", "4"),
    bring("buses", "q", "2"),
    Link(id="l", bring="hall", take="place"),
)


def test_a_change_is_taken_back_and_nothing_else() -> None:
    first = ground(TABLE, items.set_weight(TABLE, "pupils", Decimal(1)))
    now = after(apply(TABLE, first), set_field(TABLE, "items", "pupils", "text", "more pupils"))
    back = taking_back(now, first)
    assert back is not None
    assert apply(now, back) == after(TABLE, set_field(TABLE, "items", "pupils", "text", "more pupils"))


@pytest.mark.parametrize(
    ("first", "later"),
    [
        (items.set_weight(TABLE, "pupils", Decimal(1)), items.set_weight(TABLE, "pupils", Decimal(2))),
        (items.set_weight(TABLE, "pupils", Decimal(1)), Remove("items", "pupils")),
        (items.add_item(TABLE, "new", "p", "take", "x"), Set("items", "new", "weight", "3")),
        (items.move_item(TABLE, "pupils", "q", "take"), items.move_item(TABLE, "pupils", "q", "bring")),
        (Remove("items", "buses"), Remove("partners", "q")),
    ],
)
def test_a_change_on_which_another_was_made_is_not_taken_back(first: Change, later: Change) -> None:
    made = ground(TABLE, first)
    assert taking_back(after(apply(TABLE, made), later), made) is None


def test_who_changed_it_since_is_named_by_the_field() -> None:
    now, history = entries(TABLE, items.set_weight(TABLE, "pupils", Decimal(1)))
    others: list[Change] = [items.set_weight(now, "pupils", Decimal(2)), Set("items", "pupils", "text", "x")]
    for number, (name, change) in enumerate(zip(("Ben", "Cas"), others, strict=True), 2):
        grounded = ground(now, change)
        now = apply(now, grounded)
        history.append(Entry(revision=number, at=MOMENT, by=name, client=name, seq=1, change=grounded))
    assert changed_since(history, history[0]) == "Ben"


def test_undo_and_redo_know_what_is_left() -> None:
    def entry(revision: int, client: str = "ana", undoes: int = 0, redoes: int = 0) -> Entry:
        return Entry(
            revision=revision,
            at=MOMENT,
            by="",
            client=client,
            seq=revision,
            change=Batch(()),
            undoes=undoes,
            redoes=redoes,
        )

    history = [entry(1), entry(2), entry(3, "ben"), entry(4, undoes=2)]
    assert undoable(history, "ana") == ([1], [4])
    assert undoable([*history, entry(5, redoes=4)], "ana") == ([1, 5], [])
    assert undoable([*history, entry(5)], "ana") == ([1, 5], [])
    assert undoable([*history, entry(5, undoes=1)], "ana") == ([], [4, 5])
    assert undoable(history, "ben") == ([3], [])
