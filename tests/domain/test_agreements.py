"""A confirmation holds as long as what was agreed on does."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mgtui.domain.agreements import (
    confirmation_state,
    is_confirmed,
    lapses,
    open_agreements,
    overdue,
    partners_to_confirm,
)
from mgtui.domain.changes import Change
from mgtui.domain.session import Agreement, Session
from mgtui.domain.verbs import agreements, items
from mgtui.domain.verbs.common import remove, set_field
from mgtui.domain.visibility import for_viewers
from tests.domain.deals import NOON, after, bring, deal, take

TABLE = deal(
    take("pupils", "p", "4"),
    bring("hall", "p", "2", private=True),
    take("place", "q", "4"),
    bring("buses", "q", "2"),
)


def agreed(*partners: str) -> Session:
    fields: dict[str, Any] = {"items": ("hall", "buses"), "due": date(2025, 6, 1), "partners": partners}
    session = after(TABLE, agreements.add_agreement(TABLE, "a", "one calendar", **fields))
    return after(session, agreements.confirm(session, "a", "p", NOON, "Ana"))


CONFIRMED = agreed()


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        (set_field(CONFIRMED, "agreements", "a", "text", "two calendars"), ["text"]),
        (set_field(CONFIRMED, "agreements", "a", "due", date(2025, 7, 1)), ["due"]),
        (agreements.toggle_party(CONFIRMED, "a", "q"), ["partners"]),
        (agreements.toggle_rests_on(CONFIRMED, "a", "buses"), ["items"]),
        (set_field(CONFIRMED, "items", "buses", "text", "one bus"), ["item"]),
        (items.set_weight(CONFIRMED, "buses", None), ["item"]),
        (items.set_status(CONFIRMED, "buses", "dropped"), ["item"]),
        (remove("items", "buses"), ["items"]),
        # what does not touch what was agreed on
        (items.set_status(CONFIRMED, "buses", "delivered"), []),
        (set_field(CONFIRMED, "agreements", "a", "note", "ask again"), []),
        (agreements.set_agreement_status(CONFIRMED, "a", "done"), []),
        (agreements.confirm(CONFIRMED, "a", "q", NOON), []),
        (set_field(CONFIRMED, "items", "pupils", "text", "more"), []),
    ],
)
def test_a_confirmation_lapses_when_what_was_agreed_on_changes(change: Change, codes: list[str]) -> None:
    session = after(CONFIRMED, change)
    agreement = session.agreements["a"]
    assert [each.code for each in lapses(session, agreement, "p")] == codes
    assert confirmation_state(session, agreement, "p") == ("lapsed" if codes else "confirmed")


def test_a_lapse_names_the_item_that_changed() -> None:
    session = after(CONFIRMED, items.set_weight(CONFIRMED, "buses", None))
    assert [each.item for each in lapses(session, session.agreements["a"], "p")] == [session.items["buses"]]


def test_a_confirmation_holds_again_when_all_is_as_it_was() -> None:
    changed = after(CONFIRMED, items.set_weight(CONFIRMED, "buses", None))
    back = after(changed, items.set_weight(changed, "buses", CONFIRMED.items["buses"].weight))
    assert confirmation_state(back, back.agreements["a"], "p") == "confirmed"


def test_viewers_do_not_see_a_lapse_where_words_are_hidden() -> None:
    shown = for_viewers(CONFIRMED)
    assert shown.items["hall"].text == ""
    assert confirmation_state(shown, shown.agreements["a"], "p") == "confirmed"


def test_a_confirmation_is_given_renewed_and_withdrawn_by_one_key() -> None:
    given_ = after(CONFIRMED, agreements.toggle_confirmed(CONFIRMED, "a", "q", NOON))
    assert confirmation_state(given_, given_.agreements["a"], "q") == "confirmed"
    assert after(given_, agreements.toggle_confirmed(given_, "a", "q", NOON)) == CONFIRMED
    stale = after(CONFIRMED, set_field(CONFIRMED, "agreements", "a", "text", "two calendars"))
    renewed = after(stale, agreements.toggle_confirmed(stale, "a", "p", NOON))
    assert confirmation_state(renewed, renewed.agreements["a"], "p") == "confirmed"


def test_an_agreement_is_confirmed_by_those_who_do_it_or_by_all() -> None:
    assert [each.id for each in partners_to_confirm(CONFIRMED, CONFIRMED.agreements["a"])] == ["p", "q"]
    assert not is_confirmed(CONFIRMED, CONFIRMED.agreements["a"])
    mine = agreed("p")
    assert is_confirmed(mine, mine.agreements["a"])
    assert not is_confirmed(deal(), Agreement(id="x", text=""))


def test_an_open_agreement_is_overdue_the_day_after_it_was_due() -> None:
    assert overdue(CONFIRMED, date(2025, 6, 1)) == []
    assert [each.id for each in overdue(CONFIRMED, date(2025, 6, 2))] == ["a"]
    done = after(CONFIRMED, agreements.next_agreement_status(CONFIRMED, "a"))
    assert (overdue(done, date(2026, 1, 1)), open_agreements(done)) == ([], [])


def test_viewers_get_no_mark_of_what_is_hidden_and_still_see_that_the_confirmation_holds() -> None:
    seen = for_viewers(CONFIRMED)
    marks = seen.agreements["a"].confirmations["p"].of
    assert "item/buses=" in marks
    assert "item/hall=" not in marks
    assert confirmation_state(seen, seen.agreements["a"], "p") == "confirmed"
