"""The agreements as rows: who does what by when, what it rests on, and who has confirmed it as it now stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mgtui.domain.agreements import (
    confirmation_state,
    is_confirmed,
    is_overdue,
    lapses,
    open_agreements,
    overdue,
    partners_to_confirm,
)
from mgtui.domain.session import Agreement, Partner, Session, in_order
from mgtui.locale import _, dates, ngettext
from mgtui.locale.safe_text import safe
from mgtui.locale.wording import confirmations, naming, terms
from mgtui.locale.wording.signs import Signs
from mgtui.tui.screens.sheet_lines import hanging, titled, wrapped
from mgtui.tui.widgets.row_list import Line, ListRow

INDENT = "    "


def rows(session: Session, cells: int, signs: Signs, today: date) -> list[ListRow]:
    """The sum of it, then each agreement with its confirmations under it."""
    found = [_summary(session, cells, signs, today)]
    for each in in_order(session.agreements.values()):
        found.append(ListRow("", ((),)))
        found.append(ListRow(f"agreement {each.id}", tuple(_agreement(session, each, cells, signs, today))))
        for partner in _confirming(session, each):
            found.append(_confirmation(session, each, partner, cells, signs))
    if not session.agreements:
        found.append(ListRow("none agreements", wrapped(_("nothing has been agreed on yet"), cells, "muted")))
    return found


def _summary(session: Session, cells: int, signs: Signs, today: date) -> ListRow:
    found = open_agreements(session)
    told = [ngettext("{n} open agreement", "{n} open agreements", len(found)).format(n=len(found))]
    unconfirmed = sum(not is_confirmed(session, each) for each in found)
    if unconfirmed:
        told.append(_("{n} to be confirmed").format(n=unconfirmed))
    title = titled(_("Agreements: who does what by when?"), cells, " · ".join(told))
    late = len(overdue(session, today))
    if not late:
        return title
    text = f"{signs.objection} " + ngettext("{n} agreement overdue", "{n} agreements overdue", late).format(n=late)
    return ListRow("", (*title.lines, *wrapped(text, cells, "warning bold")))


def _agreement(session: Session, of: Agreement, cells: int, signs: Signs, today: date) -> Iterator[Line]:
    mark = {"done": signs.told, "open": signs.untold, "dropped": "×"}[of.status]
    yield from hanging(f"{mark:<3} ", safe(of.text), cells, "ink bold" if of.status == "open" else "muted bold")
    who = ", ".join(naming.partner(each) for each in session.partners_in_order if each.id in of.partners)
    due = _("by {day}").format(day=dates.day(of.due)) if of.due else _("no day set")
    told = " · ".join((who or _("everyone"), due, terms.agreement_status(of.status)))
    yield from wrapped(told, cells, "ink", INDENT)
    if is_overdue(of, today) and of.due:
        days = (today - of.due).days
        text = ngettext("overdue by {n} day", "overdue by {n} days", days).format(n=days)
        yield from hanging(f"{INDENT}{signs.objection} ", text, cells, "warning bold")
    items = [session.items[each] for each in of.items if each in session.items]
    if items:
        names = "; ".join(_rested_on(session, each.id) for each in items)
        yield from wrapped(_("rests on: {items}").format(items=names), cells, "muted", INDENT)
    if of.note:
        yield from wrapped(_("note: {text}").format(text=safe(of.note)), cells, "muted", INDENT)


def _rested_on(session: Session, item: str) -> str:
    """An item that an agreement rests on, and its status where that says more than that it is proposed."""
    record = session.items[item]
    name = naming.item(record, session)
    return name if record.status == "proposed" else f"{name} ({terms.status(record.status)})"


def _confirming(session: Session, of: Agreement) -> list[Partner]:
    """Whose confirmation it takes, and whoever else has confirmed."""
    needed = {each.id for each in partners_to_confirm(session, of)} | of.confirmations.keys()
    return [each for each in session.partners_in_order if each.id in needed]


def _confirmation(session: Session, of: Agreement, partner: Partner, cells: int, signs: Signs) -> ListRow:
    key, name = f"confirmation {of.id}/{partner.id}", naming.partner(partner)
    state = confirmation_state(session, of, partner.id)
    if state == "none":
        text = _("{name} has not confirmed yet").format(name=name)
        return ListRow(key, hanging(f"{INDENT}{signs.untold:<3} ", text, cells, "muted"))
    given = of.confirmations[partner.id]
    text = _("{name} confirmed on {day}").format(name=name, day=dates.day(given.at))
    if given.by:
        text = _("{text} (noted by {person})").format(text=text, person=safe(given.by))
    if state == "confirmed":
        return ListRow(key, hanging(f"{INDENT}{signs.told:<3} ", text, cells, "good"))
    what = confirmations.lapsed(lapses(session, of, partner.id), session)
    text = _("{text}; that has lapsed, since this has changed: {what}").format(text=text, what=what)
    return ListRow(key, hanging(f"{INDENT}{signs.stale:<3} ", text, cells, "warning bold"))
