"""What a screen looks back on is left out where the history does not lead to anything that hangs together."""

from __future__ import annotations

from datetime import UTC, datetime

from mgtui.domain.changes import Add
from mgtui.domain.history import Entry
from mgtui.domain.session import Meeting, Session
from mgtui.tui.screens.meeting_states import NOW, Past

AT = datetime(2026, 11, 23, 14, 2, tzinfo=UTC)


def test_a_state_with_an_item_of_nobody_is_not_looked_back_on() -> None:
    item = {"id": "i1", "partner": "nobody", "direction": "take", "text": "x", "order": "a"}
    history = [Entry(revision=1, at=AT, by="Ana", client="a", seq=1, change=Add("items", item))]
    meeting = Meeting(id="m1", kind="first", opened=AT, closed=AT, opened_revision=0, closed_revision=1)
    session = Session(id="s1", meetings={"m1": meeting})
    assert [each.id for each in Past(history, is_viewer=False).moments(session)] == [NOW]
