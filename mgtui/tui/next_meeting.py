"""The next meeting of a session, which closes the one that is still going on."""

from __future__ import annotations

from datetime import datetime

from mgtui.domain.changes import Change, as_batch
from mgtui.domain.session import Session
from mgtui.domain.verbs.meetings import close_meeting, start_meeting
from mgtui.tui.seat import Seat


def next_meeting(seat: Seat, session: Session, identity: str, now: datetime) -> Change:
    """The change that begins the meeting `identity`, at the point where the history of `seat` is."""
    revision = seat.history[-1].revision if seat.history else 0
    current = session.current_meeting
    closing = [close_meeting(session, current.id, now, revision)] if current else []
    return as_batch([*closing, start_meeting(session, identity, now, revision)])
