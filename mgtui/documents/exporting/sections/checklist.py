"""What everyone's stakeholders were told, and what came back: valued then is not valued now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from mgtui.documents.exporting.blocks import Block, Column, Heading, Paragraph, Table
from mgtui.documents.exporting.titles import name_of
from mgtui.domain.communication import (
    PARTS,
    CheckState,
    Part,
    answer_state,
    check_states,
    latest_answer,
    progress,
    progress_by_partner,
)
from mgtui.domain.session import Partner, Session, Stakeholder
from mgtui.locale import _, dates, wording

SIGNS: Final[Mapping[CheckState, str]] = {"told": "☑", "stale": "↻", "open": "☐"}


def section(session: Session) -> list[Block]:
    """Each partner's stakeholders with the five checks."""
    if not session.stakeholders:
        return []
    told = progress_by_partner(session)
    blocks: list[Block] = [
        Heading(2, _("Stakeholders")),
        Paragraph(wording.checklist(progress(session)), "lead"),
    ]
    for partner in session.partners_in_order:
        if stakeholders := session.stakeholders_of(partner.id):
            caption = wording.checklist(told[partner.id])
            blocks += [Heading(3, name_of(partner)), _table(session, partner, stakeholders, caption)]
    return blocks


def answer_words(session: Session, stakeholder: Stakeholder) -> str:
    """The answer as it stands now; one from before is said to be from before."""
    state, latest = answer_state(session, stakeholder), latest_answer(session, stakeholder)
    text = wording.answer_state(state)
    if latest is None:
        return text
    if state == "ask_again":
        text = _("{ask_again} (was: {answer})").format(ask_again=text, answer=wording.response(latest.response))
    return f"{text}: {latest.note}" if latest.note else text


def _table(session: Session, partner: Partner, stakeholders: list[Stakeholder], caption: str) -> Table:
    columns = (
        Column(_("Stakeholder")),
        Column(_("Their interest")),
        Column(_("How, who, by when")),
        *(Column(wording.part(part).capitalize()) for part in PARTS),
        Column(_("Answer")),
    )
    states = check_states(session, partner.id)
    rows = (_row(session, each, states[each.id]) for each in stakeholders)
    return Table(caption, columns, tuple(rows))


def _row(session: Session, of: Stakeholder, states: Mapping[Part, CheckState]) -> tuple[str, ...]:
    due = dates.day(of.due) if of.due else ""
    how = ", ".join(filter(None, (of.channel, of.owner, due)))
    told = (f"{SIGNS[state]} {wording.check_state(state)}" for state in states.values())
    return of.name, of.interest, how, *told, answer_words(session, of)
