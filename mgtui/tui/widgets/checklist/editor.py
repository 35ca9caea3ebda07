"""What a person is typing on the checklist: a field's text, and the change that keeping it asks for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from msgspec import Struct

from mgtui.domain.changes import Change
from mgtui.domain.session import Answer, Response, Session, Stakeholder
from mgtui.domain.verbs import common
from mgtui.domain.verbs import communication as telling
from mgtui.locale import _, dates
from mgtui.tui.editing.buffer import Buffer
from mgtui.tui.editing.unkept import Unkept
from mgtui.tui.widgets.checklist.cursor import TEXTS, Field, Spot


class Target(Struct, frozen=True):
    """What is being edited; a row without a stakeholder is a new one under `after`."""

    spot: Spot
    field: Field
    after: str = ""


class Author(Struct, frozen=True):
    """Who types, and when it is now."""

    name: str
    now: Callable[[], datetime]

    @property
    def today(self) -> date:
        """The day it is here."""
        return self.now().astimezone().date()


class Editor:
    """One field in the making.

    Attributes:
        flaw: what is wrong with what was typed, if anything.
    """

    def __init__(self, target: Target, session: Session) -> None:
        self.target = target
        self.buffer = Buffer(shown(session, target))
        self.flaw = ""

    @property
    def is_new(self) -> bool:
        """Whether it is the name of a stakeholder that is not there yet."""
        return not self.target.spot.stakeholder

    def keep(self, session: Session, identity: str, author: Author) -> Change | None:
        """The change that keeps it; None when there is nothing to change.

        Raises:
            Unkept: what was typed does not fit the field.
        """
        target, text = self.target, self.buffer.text.strip()
        if self.is_new:
            after = target.after or None
            return telling.add_stakeholder(session, identity, target.spot.partner, text, after) if text else None
        stakeholder = session.stakeholders.get(target.spot.stakeholder)
        if stakeholder is None or not self.buffer.is_changed:
            return None
        if target.field == "answer_note":
            return _with_note(session, stakeholder, text, author)
        if target.field == "name" and not text:
            raise Unkept(_("A stakeholder needs a name; delete removes it."))
        value = _day(text, author.today) if target.field == "due" else text
        return common.set_field(session, "stakeholders", stakeholder.id, target.field, value)


def next_text(field: Field) -> Field | None:
    """The field that a form asks for after `field`; None after the last."""
    at = TEXTS.index(field) + 1 if field in TEXTS else len(TEXTS)
    return TEXTS[at] if at < len(TEXTS) else None


def shown(session: Session, target: Target) -> str:
    """The text of a field as it stands."""
    stakeholder = session.stakeholders.get(target.spot.stakeholder)
    if stakeholder is None:
        return ""
    if target.field == "due":
        return dates.day(stakeholder.due) if stakeholder.due else ""
    if target.field == "answer_note":
        answer = current_answer(session, stakeholder)
        return answer.note if answer else ""
    return str(getattr(stakeholder, target.field))


def current_answer(session: Session, stakeholder: Stakeholder) -> Answer | None:
    """The answer of the latest meeting, if there is one."""
    meetings = session.meetings_in_order
    return stakeholder.answers.get(meetings[-1].id) if meetings else None


def answer(session: Session, stakeholder: Stakeholder, response: Response | None, author: Author) -> Change | None:
    """The change that notes an answer; the note that stood with another answer stays."""
    if not session.meetings_in_order:
        return None
    noted = current_answer(session, stakeholder)
    note = noted.note if noted else ""
    return telling.note_answer(session, stakeholder.id, response, author.now(), author.name, note)


def _with_note(session: Session, stakeholder: Stakeholder, note: str, author: Author) -> Change:
    noted = current_answer(session, stakeholder)
    if noted is None:
        raise Unkept(_("First note the answer itself: 1 valued, 2 doubt, 3 objects."))
    return telling.note_answer(session, stakeholder.id, noted.response, author.now(), author.name, note)


def _day(text: str, today: date) -> date | None:
    if not text:
        return None
    try:
        return dates.typed_day(text, today)
    except dates.NotADay:
        raise Unkept(_("That is no day. Type one such as 3 dec, 3-12-2026 or 2026-12-03.")) from None
