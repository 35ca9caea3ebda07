"""The meeting that a report looks back on, and the session as that meeting left it."""

from __future__ import annotations

from collections.abc import Sequence

from mgtui.domain.followup import state_at
from mgtui.domain.history import Entry
from mgtui.domain.session import Meeting, Session


def meeting_before(session: Session) -> Meeting | None:
    """The meeting before the latest: at a follow-up, people ask what has changed since they last met."""
    meetings = session.meetings_in_order
    return meetings[-2] if len(meetings) > 1 else None


def as_it_stood(session: Session, history: Sequence[Entry], meeting: Meeting) -> Session:
    """The session at the end of `meeting`, or at its beginning while it lasts."""
    end = meeting.opened_revision if meeting.closed_revision is None else meeting.closed_revision
    return state_at(history, end, Session(id=session.id))
