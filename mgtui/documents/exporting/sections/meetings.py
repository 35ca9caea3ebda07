"""When the partners met, who was there, and who has spoken how long."""

from __future__ import annotations

from mgtui.documents.exporting.blocks import Block, Column, Heading, Table
from mgtui.domain.session import Meeting, Session
from mgtui.locale import _, dates, wording
from mgtui.locale.wording import speaking


def section(session: Session) -> list[Block]:
    """Every meeting, earliest first."""
    if not session.meetings:
        return []
    columns: tuple[Column, ...] = (Column(_("Meeting")), Column(_("Day")), Column(_("Who attended")))
    rows = tuple(_row(each) for each in session.meetings_in_order)
    if any(each.spoken for each in session.meetings.values()):
        columns = (*columns, Column(_("Who has spoken how long")))
        spoken = [speaking.spoken_in_all(each, session) for each in session.meetings_in_order]
        rows = tuple((*row, said) for row, said in zip(rows, spoken, strict=True))
    return [Heading(2, _("Meetings")), Table(_("The meetings so far"), columns, rows)]


def _row(of: Meeting) -> tuple[str, ...]:
    return of.name or wording.meeting_kind(of.kind), dates.day(of.opened), ", ".join(of.attended)
