"""What a session and its records are called where they have no name of their own."""

from __future__ import annotations

from mgtui.domain.session import Meeting, Partner, Session
from mgtui.locale import _, dates, wording


def title_of(session: Session) -> str:
    """The title of `session`, or that it has none."""
    return session.title or _("A session without a title")


def name_of(partner: Partner) -> str:
    """The name of `partner`, or that it has none."""
    return partner.name or _("a partner without a name")


def meeting_title(meeting: Meeting) -> str:
    """The name of `meeting`, or which one it is, with its day."""
    return f"{meeting.name or wording.meeting_kind(meeting.kind)}, {dates.day(meeting.opened)}"
