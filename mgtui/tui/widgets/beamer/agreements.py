"""Who does what by when, whether everyone it takes has confirmed that, and what is late."""

from __future__ import annotations

from mgtui.domain.agreements import confirmation_state, is_overdue, partners_to_confirm
from mgtui.domain.session import Agreement, Session, in_order
from mgtui.locale import _, dates, ngettext
from mgtui.locale.safe_text import safe
from mgtui.locale.wording import naming, terms
from mgtui.tui.widgets.beamer.slide import Block, Parts
from mgtui.tui.widgets.beamer.surface import Surface, wrapped
from mgtui.tui.widgets.board.drawing import Line


def ways(session: Session, surface: Surface) -> list[Parts]:
    """The agreements that were not dropped, in their order."""
    agreements = [each for each in in_order(session.agreements.values()) if each.status != "dropped"]
    if not agreements:
        text = wrapped(_("nothing has been agreed on yet"), "muted", surface.cells)
        return [Parts(blocks=[Block("", tuple(text))])]
    blocks = [Block(each.id, tuple(_agreement(session, each, surface))) for each in agreements]
    return [Parts(blocks=blocks, gap=2), Parts(blocks=blocks)]


def _agreement(session: Session, of: Agreement, surface: Surface) -> list[Line]:
    sign = surface.signs.told if of.status == "done" else surface.signs.untold
    role = "muted bold" if of.status == "done" else "ink bold"
    mark = f"{sign:<3} "
    who = ", ".join(naming.partner(each) for each in session.partners_in_order if each.id in of.partners)
    due = _("by {day}").format(day=dates.day(of.due)) if of.due else _("no day set")
    told = " · ".join((who or _("everyone"), due, terms.agreement_status(of.status)))
    indent = " " * len(mark)
    lines = wrapped(safe(of.text), role, surface.cells, mark)
    lines += wrapped(surface.plain(told), "heading", surface.cells, indent)
    if of.status == "open":
        lines += wrapped(surface.plain(_confirmed(session, of)), "ink", surface.cells, indent)
    if is_overdue(of, surface.now.date()) and of.due:
        days = (surface.now.date() - of.due).days
        late = ngettext("overdue by {n} day", "overdue by {n} days", days).format(n=days)
        lines += wrapped(late, "warning bold", surface.cells, f"{indent}{surface.signs.objection} ")
    return lines


def _confirmed(session: Session, of: Agreement) -> str:
    """How many of those whose confirmation it takes have confirmed it as it stands, and whose has lapsed."""
    needed = partners_to_confirm(session, of)
    states = {each.id: confirmation_state(session, of, each.id) for each in needed}
    done = sum(state == "confirmed" for state in states.values())
    text = _("confirmed by {done} of {total}").format(done=done, total=len(needed))
    lapsed = ", ".join(naming.partner(each) for each in needed if states[each.id] == "lapsed")
    return text + (" · " + _("changed since {names} confirmed").format(names=lapsed) if lapsed else "")
