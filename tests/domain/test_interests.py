"""Why each partner is at the table, and what serves that."""

from __future__ import annotations

from mgtui.domain.interests import serving, unmet
from mgtui.domain.verbs import interests, items
from mgtui.domain.verbs.common import remove
from tests.domain.deals import after, bring, deal, take

TABLE = deal(
    take("pupils", "p", "4"),
    bring("hall", "p", "2", private=True),
    take("place", "q", "4"),
    bring("buses", "q", "2"),
)


def test_a_personal_interest_starts_private() -> None:
    session = after(
        TABLE,
        interests.add_interest(TABLE, "i", "p", "personal", "retire in peace"),
        interests.add_interest(TABLE, "j", "p", "organisational", "stay open"),
        interests.add_interest(TABLE, "k", "p", "personal", "no secret", private=False),
    )
    assert [each.private for each in session.interests.values()] == [True, False, False]


def test_an_interest_that_becomes_personal_becomes_private() -> None:
    session = after(TABLE, interests.add_interest(TABLE, "i", "p", "organisational", "stay open"))
    personal = after(session, interests.toggle_side(session, "i"))
    assert (personal.interests["i"].side, personal.interests["i"].private) == ("personal", True)
    back = after(personal, interests.toggle_side(personal, "i"))
    assert (back.interests["i"].side, back.interests["i"].private) == ("organisational", True)


def test_an_interest_is_unmet_until_a_live_take_serves_it() -> None:
    session = after(TABLE, interests.add_interest(TABLE, "i", "p", "organisational", "stay open"))
    assert [each.id for each in unmet(session)] == ["i"]
    served = after(session, interests.toggle_serves(session, "pupils", "i"))
    assert (unmet(served), [each.id for each in serving(served, "i")]) == ([], ["pupils"])
    dropped = after(served, items.set_status(served, "pupils", "dropped"))
    assert [each.id for each in unmet(dropped, "p")] == ["i"]
    assert unmet(dropped, "q") == []
    assert after(served, interests.toggle_serves(served, "pupils", "i")) == session


def test_an_interest_becomes_a_take_item_as_private_as_it_is() -> None:
    session = after(TABLE, interests.add_interest(TABLE, "i", "p", "personal", "retire in peace"))
    session = after(session, interests.take_from_interest(session, "new", "i"))
    new = session.items["new"]
    assert (new.text, new.direction, new.private, new.interests) == ("retire in peace", "take", True, ("i",))
    assert unmet(session) == []


def test_importance_goes_round() -> None:
    session = after(TABLE, interests.add_interest(TABLE, "i", "p", "organisational", "stay open"))
    seen = []
    for _ in range(6):
        session = after(session, interests.next_importance(session, "i"))
        seen.append(session.interests["i"].importance)
    assert seen == [1, 2, 3, 4, 5, None]


def test_an_interest_that_goes_is_served_no_more() -> None:
    session = after(TABLE, interests.add_interest(TABLE, "i", "p", "organisational", "stay open"))
    session = after(session, interests.toggle_serves(session, "pupils", "i"))
    assert after(session, remove("interests", "i")) == TABLE
