"""What everyone's stakeholders were told and answered, counted per column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mgtui.documents.exporting.sections.checklist import SIGNS, answer_words
from mgtui.documents.exporting.workbook.sheet import BLUE, BROWN, Cell, Formula, Sheet, quoted
from mgtui.domain.communication import PARTS, CheckState, check_states
from mgtui.domain.session import Session, Stakeholder
from mgtui.locale import _, wording

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook


def add_checklist(book: Workbook, session: Session) -> None:
    """Fill the sheet."""
    columns = (
        (_("Partner"), 24),
        (_("Stakeholder"), 24),
        (_("Their interest"), 32),
        (_("How"), 16),
        (_("Who"), 16),
        (_("By when"), 12),
        *((wording.part(part).capitalize(), 16) for part in PARTS),
        (_("Answer"), 32),
    )
    sheet = Sheet(book, _("Stakeholders"), columns)
    told = [0] * len(PARTS)
    for partner in session.partners_in_order:
        states_by_id = check_states(session, partner.id)
        for each in session.stakeholders_of(partner.id):
            states = list(states_by_id[each.id].values())
            told = [count + (state == "told") for count, state in zip(told, states, strict=True)]
            sheet.add(_row(session, partner.name, each, states))
    if sheet.next > 2:
        _count(sheet, told)


def _row(session: Session, partner: str, of: Stakeholder, states: list[CheckState]) -> list[Cell]:
    checks = [f"{SIGNS[state]} {wording.check_state(state)}" for state in states]
    return [partner, of.name, of.interest, of.channel, of.owner, of.due, *checks, answer_words(session, of)]


def _count(sheet: Sheet, told: list[int]) -> None:
    last = sheet.next - 1
    sheet.filterable(f"A1:K{last}")
    sheet.highlight(f"G2:J{last}", f"LEFT(G2,1)={quoted(SIGNS['told'])}", BLUE)
    sheet.highlight(f"G2:J{last}", f"LEFT(G2,1)={quoted(SIGNS['stale'])}", BROWN)
    objects = wording.response("objects")
    sheet.highlight(f"K2:K{last}", f"LEFT(K2,{len(objects)})={quoted(objects)}", BROWN)
    sheet.skip()
    mark = f"{SIGNS['told']}*"
    counts = (
        Formula(f'COUNTIF({column}2:{column}{last},"{mark}")', count)
        for column, count in zip("GHIJ", told, strict=True)
    )
    sheet.add([_("Told"), *[None] * 5, *counts], bold=True)
