"""When the partners met, and who was there."""

from __future__ import annotations

from mgtui.documents.exporting.blocks import Block, Column, Heading, Table
from mgtui.domain.session import Meeting, Session
from mgtui.locale import _, dates, wording


def section(session: Session) -> list[Block]:
    """Every meeting, earliest first."""
    if not session.meetings:
        return []
    columns = (Column(_("Meeting")), Column(_("Day")), Column(_("Who attended")))
    rows = tuple(_row(each) for each in session.meetings_in_order)
    return [Heading(2, _("Meetings")), Table(_("The meetings so far"), columns, rows)]


def _row(of: Meeting) -> tuple[str, ...]:
    return of.name or wording.meeting_kind(of.kind), dates.day(of.opened), ", ".join(of.attended)
