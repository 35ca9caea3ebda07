"""The meeting that a report looks back on, and the session as that meeting left it."""

from __future__ import annotations

from collections.abc import Sequence

from mgtui.domain.followup import state_at
from mgtui.domain.history import Entry
from mgtui.domain.refusal import Refused
from mgtui.domain.session import Meeting, Session


def meeting_before(session: Session) -> Meeting | None:
    """The meeting before the latest: at a follow-up, people ask what has changed since they last met."""
    meetings = session.meetings_in_order
    return meetings[-2] if len(meetings) > 1 else None


def looking_back_on(
    session: Session, history: Sequence[Entry], meeting: Meeting | None
) -> tuple[Meeting, Session] | None:
    """`meeting` with the session as it was at its end, or at its beginning while it lasts.

    None without a meeting, and for a session that came without its history, or with one that can't be its own.
    """
    if meeting is None or not history:
        return None
    try:
        return meeting, state_at(history, end_of(meeting), Session(id=session.id))
    except Refused:
        return None


def end_of(meeting: Meeting) -> int:
    """The revision at the end of `meeting`, or at its beginning while it lasts."""
    return meeting.opened_revision if meeting.closed_revision is None else meeting.closed_revision
