"""The history in words: whatever changed, in whichever shape it comes, there is a sentence for it."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given, settings
from msgspec.structs import replace

from mgtui.domain.changes import Set
from mgtui.domain.difference import difference
from mgtui.domain.fields import encode_value
from mgtui.domain.history import Entry
from mgtui.domain.session import Delivery, Item, Meeting, Partner, Session
from mgtui.locale.wording import history
from tests.domain.strategies import sessions

AT = datetime(2026, 11, 26, tzinfo=UTC)


@settings(deadline=None, max_examples=40)
@given(sessions(), sessions())
def test_every_way_from_one_state_to_another_can_be_told(one: Session, other: Session) -> None:
    steps = [(Session(id="s"), replace(one, id="s")), (replace(one, id="s"), replace(other, id="s"))]
    entries = [
        Entry(revision=n, at=AT, by="Ana", client="ana-1", seq=n, change=difference(before, after))
        for n, (before, after) in enumerate(steps, 1)
    ]
    for with_private in (True, False):
        assert len(list(history.told(entries, steps[-1][1], with_private=with_private))) == len(entries)


def test_answers_that_come_all_at_once_are_told_as_a_change_of_them() -> None:
    session = Session(
        id="s",
        partners={"p": Partner(id="p", name="De Linde")},
        items={"i": Item(id="i", partner="p", direction="take", text="rust")},
        meetings={"m": Meeting(id="m", kind="first", opened=AT)},
    )
    all_of_it = Set("items", "i", "delivery", encode_value({"m": Delivery(at=AT, answer="yes")}))
    entry = Entry(revision=1, at=AT, by="Ana", client="ana-1", seq=1, change=all_of_it)
    told = list(history.told([entry], session))
    assert [each.meaning for each in told] == ["delivered? of “rust”"]


def test_another_kind_of_meeting_is_told_by_the_kinds_of_meeting() -> None:
    session = Session(id="s", meetings={"m": Meeting(id="m", kind="follow_up", opened=AT)})
    entry = Entry(
        revision=1, at=AT, by="Ana", client="ana-1", seq=1, change=Set("meetings", "m", "kind", "follow_up", "first")
    )
    told = list(history.told([entry], session))
    assert told[0].meaning.endswith("first meeting → follow-up meeting")
