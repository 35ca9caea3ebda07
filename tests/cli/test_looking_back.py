"""What a report looks back on, also where a file's history can't be its own."""

from __future__ import annotations

from datetime import UTC, datetime

from mgtui.cli.looking_back import looking_back_on
from mgtui.domain.changes import Set
from mgtui.domain.history import Entry
from mgtui.domain.session import Meeting, Session

NOON = datetime(2026, 9, 3, 12, 0, tzinfo=UTC)


def test_a_history_that_does_not_go_together_is_not_looked_back_on() -> None:
    meeting = Meeting(id="m1", kind="first", opened=NOON, opened_revision=1, closed_revision=1)
    nowhere = Set("items", "i1", "weight", 1)
    history = [Entry(revision=1, at=NOON, by="Ana", client="a", seq=1, change=nowhere)]
    assert looking_back_on(Session(id="s"), history, meeting) is None
