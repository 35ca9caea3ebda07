"""What people do with stakeholders: name them, tell them the story, note what came back."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mgtui.domain.changes import Add, Change, Set, as_batch, encode_record
from mgtui.domain.communication import PARTS, Part, check_state, story
from mgtui.domain.session import Answer, Response, Session, Stakeholder, Told
from mgtui.domain.verbs.common import order_after, set_field


def add_stakeholder(
    session: Session, identity: str, partner: str, name: str, after: str | None = None, **fields: Any
) -> Add:
    """A new stakeholder behind `partner`; `fields` as in `Stakeholder`."""
    key = order_after(session.stakeholders_of(partner), after)
    return Add("stakeholders", encode_record(Stakeholder(id=identity, partner=partner, name=name, order=key, **fields)))


def tell(session: Session, stakeholder: str, part: Part, at: datetime, by: str = "") -> Set:
    """A stakeholder has been told `part` of the story as it stands now."""
    partner = session.stakeholders[stakeholder].partner
    told = Told(at=at, by=by, story=story(session, partner, part))
    return set_field(session, "stakeholders", stakeholder, part, told)


def toggle_told(session: Session, stakeholder: str, part: Part, at: datetime, by: str = "") -> Set:
    """A check that is open or stale is ticked as told now; one that holds is opened again."""
    if check_state(session, session.stakeholders[stakeholder], part) == "told":
        return set_field(session, "stakeholders", stakeholder, part, None)
    return tell(session, stakeholder, part, at, by)


def tell_all(session: Session, stakeholder: str, at: datetime, by: str = "") -> Change:
    """Every part that is not told, or whose story has changed, is told now."""
    record = session.stakeholders[stakeholder]
    untold = [part for part in PARTS if check_state(session, record, part) != "told"]
    return as_batch([tell(session, stakeholder, part, at, by) for part in untold])


def note_answer(
    session: Session, stakeholder: str, response: Response | None, at: datetime, by: str = "", note: str = ""
) -> Set:
    """A stakeholder's answer at the latest meeting; None takes it back.

    Raises:
        ValueError: when the session has no meeting.
    """
    meetings = session.meetings_in_order
    if not meetings:
        raise ValueError("an answer belongs to a meeting, and there is none")
    answer = Answer(response=response, at=at, by=by, note=note) if response else None
    return set_field(session, "stakeholders", stakeholder, f"answers.{meetings[-1].id}", answer)
