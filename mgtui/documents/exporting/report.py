"""The report of a session: all that was put on the table and what it comes to, in the order it was spoken of."""

from __future__ import annotations

from mgtui.documents.exporting.blocks import Block, Document, Heading, Paragraph
from mgtui.documents.exporting.pictures import exchange as exchange_picture
from mgtui.documents.exporting.pictures import meters
from mgtui.documents.exporting.sections import (
    agreements,
    ambition,
    board,
    changed,
    checklist,
    exchange,
    interests,
    meetings,
    verdict,
)
from mgtui.documents.exporting.selection import Selection
from mgtui.documents.exporting.titles import meeting_title, title_of
from mgtui.domain.session import Session
from mgtui.locale import _, language


def report(of: Selection, *, with_pictures: bool = True) -> Document:
    """The whole report; with pictures where the form that it takes can hold them."""
    session = of.session
    title = title_of(session)
    blocks: list[Block] = [
        Heading(1, title),
        *_occasion(session),
        *ambition.section(session),
        *verdict.section(of, meters.drawn(session) if with_pictures else None),
        *interests.section(session),
        *board.section(session),
        *exchange.section(session, exchange_picture.drawn(session) if with_pictures else None),
        *agreements.section(session),
        *checklist.section(session),
        *changed.section(of),
        *meetings.section(session),
    ]
    return Document(title, language(), tuple(blocks))


def _occasion(session: Session) -> list[Block]:
    """Which meeting this is the report of, as the session stands after the latest."""
    meetings_so_far = session.meetings_in_order
    if not meetings_so_far:
        return []
    text = _("As it stood at {meeting}").format(meeting=meeting_title(meetings_so_far[-1]))
    return [Paragraph(text, "lead")]
