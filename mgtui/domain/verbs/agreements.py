"""What people do with agreements: make them, confirm them, and say what became of them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mgtui.domain.agreements import confirmation_state, fingerprint
from mgtui.domain.changes import Add, Change, Set, encode_record
from mgtui.domain.session import Agreement, AgreementStatus, Confirmation, Session, in_order
from mgtui.domain.verbs.common import move_by, order_after, set_field

AGREEMENT_STATUSES: tuple[AgreementStatus, ...] = ("open", "done", "dropped")


def add_agreement(session: Session, identity: str, text: str, after: str | None = None, **fields: Any) -> Add:
    """A new agreement; `fields` as in `Agreement`."""
    key = order_after(in_order(session.agreements.values()), after)
    return Add("agreements", encode_record(Agreement(id=identity, text=text, order=key, **fields)))


def confirm(session: Session, agreement: str, partner: str, at: datetime, by: str = "") -> Set:
    """A partner confirms an agreement as it now stands."""
    confirmation = Confirmation(at=at, by=by, of=fingerprint(session, session.agreements[agreement]))
    return set_field(session, "agreements", agreement, f"confirmations.{partner}", confirmation)


def withdraw_confirmation(session: Session, agreement: str, partner: str) -> Set:
    """A partner no longer confirms an agreement."""
    return set_field(session, "agreements", agreement, f"confirmations.{partner}", None)


def toggle_confirmed(session: Session, agreement: str, partner: str, at: datetime, by: str = "") -> Set:
    """A confirmation that is missing or has lapsed is given now; one that holds is withdrawn."""
    if confirmation_state(session, session.agreements[agreement], partner) == "confirmed":
        return withdraw_confirmation(session, agreement, partner)
    return confirm(session, agreement, partner, at, by)


def set_agreement_status(session: Session, agreement: str, status: AgreementStatus) -> Set:
    """An agreement was kept, is dropped, or is open again."""
    return set_field(session, "agreements", agreement, "status", status)


def next_agreement_status(session: Session, agreement: str) -> Set:
    """An agreement goes on to the next status: open, done, dropped, and open again."""
    at = AGREEMENT_STATUSES.index(session.agreements[agreement].status)
    return set_agreement_status(session, agreement, AGREEMENT_STATUSES[(at + 1) % len(AGREEMENT_STATUSES)])


def toggle_party(session: Session, agreement: str, partner: str) -> Set:
    """A partner is one of those who do it, or no longer."""
    return _toggle(session, agreement, "partners", session.agreements[agreement].partners, partner)


def toggle_rests_on(session: Session, agreement: str, item: str) -> Set:
    """An agreement rests on an item, or no longer does."""
    return _toggle(session, agreement, "items", session.agreements[agreement].items, item)


def reorder_agreement(session: Session, agreement: str, steps: int) -> Change | None:
    """An agreement moves down the list by `steps` (up when negative); None when it is at the end already."""
    return move_by("agreements", in_order(session.agreements.values()), agreement, steps)


def _toggle(session: Session, agreement: str, field: str, named: tuple[str, ...], identity: str) -> Set:
    after = tuple(each for each in named if each != identity) if identity in named else (*named, identity)
    return set_field(session, "agreements", agreement, field, after)
