"""Through a veil nothing of what others have covered is seen, now or in the past, and everything else is."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from mgtui.domain.changes import Add, Batch, Change, Remove, Set
from mgtui.domain.history import Entry, replay
from mgtui.domain.news import Changed
from mgtui.domain.session import Link, Session
from mgtui.domain.veil import Veil
from mgtui.domain.visibility import for_person, is_nameless
from tests.domain.deals import bring, deal, entries, take
from tests.domain.strategies import SEVERAL, sessions

SECRET = "SECRET"
TABLE = deal(take("open", "p"), bring("hall", "q"))


def written(*fields: tuple[str, object]) -> Add:
    """A secret that Ana covers from the start."""
    record = {"id": "i", "partner": "p", "direction": "take", "text": SECRET, "note": SECRET, "author": "ana"}
    return Add("items", record | {"covered": True} | dict(fields))


def words(of: object) -> str:
    return msgspec.json.encode(of).decode()


def news(before: Session, made: Change) -> Changed:
    after, (entry,) = entries(before, made)
    return Changed(after, entry, before)


def test_a_session_in_which_nothing_is_covered_is_the_same_through_a_veil() -> None:
    session, history = entries(TABLE, Set("items", "open", "text", "else"))
    veil = Veil({"ben"})
    assert veil.session(session) is session
    assert veil.history(session, history) is history


def test_its_author_sees_through_the_veil_by_any_of_their_signatures() -> None:
    session, history = entries(TABLE, written())
    veil = Veil({"another run", "ana"})
    assert veil.session(session) is session
    assert veil.history(session, history) is history


def test_others_see_a_place_and_no_word_now_or_in_the_past() -> None:
    link = Add("links", {"id": "l", "bring": "hall", "take": "i"})
    session, history = entries(
        TABLE,
        written(),
        Set("items", "i", "text", f"{SECRET} too"),
        Set("items", "i", "weight", "5"),
        Set("items", "i", "kind", "money"),
        link,
        Set("items", "open", "text", "still told"),
    )
    veil = Veil({"ben"})
    shown, past = veil.session(session), veil.history(session, history)
    assert is_nameless(shown.items["i"])
    assert shown.links == {}
    assert SECRET not in words((shown, past))
    assert len(past) == len(history)
    assert past[-1] == history[-1]
    assert replay(TABLE, past).items["i"].covered


def test_what_was_open_before_it_was_covered_is_hidden_in_the_past_as_well() -> None:
    cover = Batch((Set("items", "i", "covered", True), Set("items", "i", "author", "ana")))
    session, history = entries(TABLE, written(("covered", False), ("weight", "4")), cover)
    past = Veil({"ben"}).history(session, history)
    assert SECRET not in words(past)
    assert str(replay(TABLE, past[:1]).items["i"].weight) == "4"


def test_what_was_removed_while_covered_is_never_told() -> None:
    session, history = entries(TABLE, written(), Remove("items", "i"))
    assert SECRET not in words(Veil({"ben"}).history(session, history))
    assert SECRET in words(Veil({"ana"}).history(session, history))


def test_news_of_what_is_covered_holds_no_word_and_news_of_the_revealing_holds_all() -> None:
    veil = Veil({"ben"})
    added = news(TABLE, written())
    assert SECRET not in words(veil.changed(added))
    edited = news(added.session, Set("items", "i", "text", f"{SECRET} too"))
    assert SECRET not in words(veil.changed(edited))
    revealed = veil.changed(news(edited.session, Set("items", "i", "covered", False)))
    assert SECRET in words(revealed.session)
    assert SECRET not in words((revealed.before, revealed.entry))


def test_a_mask_stays_the_same_object_so_that_screens_see_that_nothing_changed() -> None:
    veil = Veil({"ben"})
    first, _ = entries(TABLE, written())
    second, _ = entries(first, Set("items", "i", "text", "other words"))
    assert veil.session(first).items["i"] is veil.session(second).items["i"]


def test_a_veil_that_is_taken_away_shows_the_whole_history() -> None:
    session, history = entries(TABLE, written(), Set("items", "i", "covered", False))
    veil = Veil({"ben"})
    before, _ = entries(TABLE, written())
    veil.history(before, history[:1])
    assert veil.history(session, history) is history


@SEVERAL
@given(sessions(), st.sampled_from(["ana", "ben", "cas"]))
def test_what_is_seen_is_the_same_as_what_that_person_may_see(session: Session, who: str) -> None:
    shown = Veil({who}).session(session)
    assert shown == for_person(session, who)
    for item in shown.items.values():
        assert not (item.covered and item.author != who and (item.text or item.weight))


def test_links_with_what_is_covered_are_hidden_in_news_too() -> None:
    before, _ = entries(TABLE, written())
    seen = Veil({"ben"}).changed(news(before, Add("links", {"id": "l", "bring": "hall", "take": "i"})))
    assert seen.entry == Entry(**{**msgspec.structs.asdict(seen.entry), "change": Batch(())})
    assert not any(isinstance(each, Link) for each in seen.session.links.values())
