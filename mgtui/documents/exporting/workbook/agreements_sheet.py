"""Who does what by when, with what is late set apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mgtui.documents.exporting.sections.agreements import confirmed_by, lapsed_for
from mgtui.documents.exporting.workbook.sheet import BROWN, Cell, Sheet, quoted
from mgtui.domain.session import Agreement, Session, in_order
from mgtui.locale import _, wording

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook


def add_agreements(book: Workbook, session: Session) -> None:
    """Fill the sheet."""
    columns = (
        (_("Agreement"), 48),
        (_("Who"), 28),
        (_("By when"), 12),
        (_("Status"), 12),
        (_("Confirmed by"), 28),
        (_("To confirm again"), 28),
    )
    sheet = Sheet(book, _("Agreements"), columns)
    for each in in_order(session.agreements.values()):
        sheet.add(_row(session, each))
    last = max(sheet.next - 1, 2)
    late = f"AND($D2={quoted(wording.agreement_status('open'))},ISNUMBER($C2),$C2<TODAY())"
    sheet.highlight(f"A2:F{last}", late, BROWN)


def _row(session: Session, of: Agreement) -> list[Cell]:
    who = ", ".join(session.partners[each].name for each in of.partners)
    return [
        of.text,
        who,
        of.due,
        wording.agreement_status(of.status),
        ", ".join(confirmed_by(session, of)),
        ", ".join(lapsed_for(session, of)),
    ]
