"""What people do with meetings: start the next one, describe it, and close it, which fixes what stands then."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from mgtui.domain.changes import Add, Change, Set, as_batch, encode_record
from mgtui.domain.session import Meeting, Session
from mgtui.domain.verbs.common import set_field


def start_meeting(
    session: Session, identity: str, opened: datetime, revision: int, name: str = "", attended: Sequence[str] = ()
) -> Add:
    """A new meeting: the first of the session, or a follow-up.

    Args:
        session: the session as it stands.
        identity: its id.
        opened: when it begins.
        revision: the session's revision at that moment.
        name: what it is called.
        attended: who is there.
    """
    meeting = Meeting(
        id=identity,
        kind="follow_up" if session.meetings else "first",
        opened=opened,
        opened_revision=revision,
        name=name,
        attended=tuple(attended),
    )
    return Add("meetings", encode_record(meeting))


def close_meeting(session: Session, meeting: str, closed: datetime, revision: int) -> Change:
    """A meeting ends, and the state at `revision`, the session's revision at that moment, is what it came to."""
    return as_batch(
        [
            set_field(session, "meetings", meeting, "closed", closed),
            set_field(session, "meetings", meeting, "closed_revision", revision),
        ]
    )


def resume_meeting(session: Session, meeting: str) -> Change:
    """A closed meeting goes on: what it came to is no longer fixed."""
    return as_batch(
        [
            set_field(session, "meetings", meeting, "closed", None),
            set_field(session, "meetings", meeting, "closed_revision", None),
        ]
    )


def name_meeting(session: Session, meeting: str, name: str) -> Set:
    """What a meeting is called."""
    return set_field(session, "meetings", meeting, "name", name)


def set_attended(session: Session, meeting: str, attended: Sequence[str]) -> Set:
    """Who attended a meeting."""
    return set_field(session, "meetings", meeting, "attended", tuple(attended))


def add_spoken(session: Session, meeting: str, partner: str, seconds: int) -> Set:
    """A partner has had the floor for `seconds` more at a meeting."""
    before = session.meetings[meeting].spoken.get(partner, 0)
    return set_field(session, "meetings", meeting, f"spoken.{partner}", before + seconds)
