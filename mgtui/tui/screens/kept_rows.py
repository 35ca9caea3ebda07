"""Promised against delivered, per partner: in numbers and as a meter that is full when all of it has come."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from mgtui.domain.followup import Kept, kept
from mgtui.domain.interval import Interval
from mgtui.domain.session import Direction, Session
from mgtui.locale import _
from mgtui.locale.wording import amounts, naming, terms
from mgtui.locale.wording.signs import Signs
from mgtui.tui.editing.cells import clipped, padded, width
from mgtui.tui.screens.sheet_lines import titled
from mgtui.tui.widgets.meter import bar
from mgtui.tui.widgets.row_list import Line, ListRow

METER: Final = 20
LONGEST_NAME: Final = 24
DIRECTIONS: Final[tuple[Direction, ...]] = ("take", "bring")
_ROLES: Final = {"sure": "good", "unsure": "muted", "unbounded": "muted", "rest": "muted"}


def rows(session: Session, before: Session, cells: int, signs: Signs) -> Iterator[ListRow]:
    """What each partner was promised and promised itself at an earlier meeting, and what has come of it."""
    found = [
        (partner, direction, kept(session, partner.id, direction, before))
        for partner in session.partners_in_order
        for direction in DIRECTIONS
    ]
    told = [each for each in found if each[2].promised]
    if not told:
        return
    yield titled(_("Promised and delivered"), cells)
    names = min(LONGEST_NAME, max(width(naming.partner(partner)) for partner, _direction, _kept in told))
    last = ""
    for partner, direction, of in told:
        name = naming.partner(partner) if partner.id != last else ""
        last = partner.id
        start: Line = ((f"{padded(clipped(name, names), names)}  ", "ink bold"),)
        yield ListRow("", ((*start, *line(of, direction, session, signs)),))


def line(of: Kept, direction: Direction, session: Session, signs: Signs) -> Line:
    """One column of one partner: "bring ██████▒▒▒ 3 of 4 delivered (9 of 11) · 1 dropped"."""
    column = max(width(terms.direction(each)) for each in DIRECTIONS)
    label: Line = ((f"{padded(terms.direction(direction), column)}  ", direction),)
    text = _("{delivered} of {promised} delivered").format(delivered=len(of.delivered), promised=len(of.promised))
    if of.promised_worth.high == of.promised_worth.low:
        worth, whole = (amounts.total(each) for each in (of.delivered_worth, of.promised_worth))
        weighed = _("weight {delivered} of {promised}").format(delivered=worth, promised=whole)
        text = f"{text} ({amounts.with_unit(weighed, session.scale)})"
    gone = _("{n} dropped").format(n=len(of.broken))
    broken: Line = ((f" · {gone}", "warning"),) if of.broken else ()
    return (*label, *meter(of, signs), (f"  {text}", "ink"), *broken)


def meter(of: Kept, signs: Signs) -> Line:
    """A bar that is full when all that was promised has come: by weight, or by number where a weight is not known."""
    done, whole = of.delivered_worth.low or Decimal(0), of.promised_worth.high
    if whole is None or whole != of.promised_worth.low or not whole:
        done, whole = Decimal(len(of.delivered)), Decimal(len(of.promised))
    return tuple((text, _ROLES[role]) for text, role in bar(Interval(done, whole), whole, METER, signs))
