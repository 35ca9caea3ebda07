"""Who does what by when, and who has confirmed it as it now stands."""

from __future__ import annotations

from mgtui.documents.exporting.blocks import Block, Column, Heading, Table
from mgtui.documents.exporting.titles import name_of
from mgtui.domain.agreements import ConfirmationState, confirmation_state
from mgtui.domain.session import Agreement, Session, in_order
from mgtui.locale import _, dates, wording


def section(session: Session) -> list[Block]:
    """The agreements."""
    if not session.agreements:
        return []
    columns = (
        Column(_("Agreement")),
        Column(_("Who")),
        Column(_("By when")),
        Column(_("Status")),
        Column(_("Confirmed by")),
        Column(_("To confirm again")),
    )
    rows = tuple(_row(session, each) for each in in_order(session.agreements.values()))
    return [Heading(2, _("Agreements")), Table(_("Who does what by when"), columns, rows)]


def confirmed_by(session: Session, of: Agreement) -> list[str]:
    """The names of the partners whose confirmation holds."""
    return _whose(session, of, "confirmed")


def lapsed_for(session: Session, of: Agreement) -> list[str]:
    """The names of the partners who confirmed what has changed since."""
    return _whose(session, of, "lapsed")


def _whose(session: Session, of: Agreement, state: ConfirmationState) -> list[str]:
    partners = session.partners_in_order
    return [name_of(each) for each in partners if confirmation_state(session, of, each.id) == state]


def _row(session: Session, of: Agreement) -> tuple[str, ...]:
    who = ", ".join(name_of(session.partners[each]) for each in of.partners)
    due = dates.day(of.due) if of.due else ""
    confirmed, lapsed = confirmed_by(session, of), lapsed_for(session, of)
    return of.text, who, due, wording.agreement_status(of.status), ", ".join(confirmed), ", ".join(lapsed)
