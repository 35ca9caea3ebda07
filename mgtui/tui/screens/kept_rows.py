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
        room = cells - names - 2
        yield ListRow("", ((*start, *line(of, direction, session, room, signs)),))


def line(of: Kept, direction: Direction, session: Session, cells: int, signs: Signs) -> Line:
    """One column of one partner: "bring ██████▒▒▒ 3 of 4 delivered (weight 9 of 11) · 1 dropped"; as far as it fits."""
    column = max(width(terms.direction(each)) for each in DIRECTIONS)
    label: Line = ((f"{padded(terms.direction(direction), column)}  ", direction),)
    text = _("{delivered} of {promised} delivered").format(delivered=len(of.delivered), promised=len(of.promised))
    gone = _("{n} dropped").format(n=len(of.broken))
    broken: Line = ((f" · {gone}", "warning"),) if of.broken else ()
    weights = f" ({_weights(of, session)})" if of.promised_worth.high == of.promised_worth.low else ""
    if column + 2 + METER + 2 + width(text) + width(weights) + sum(width(each) for each, _role in broken) > cells:
        weights = ""
    return (*label, *meter(of, signs), (f"  {text}{weights}", "ink"), *broken)


def _weights(of: Kept, session: Session) -> str:
    worth, whole = (amounts.total(each) for each in (of.delivered_worth, of.promised_worth))
    text = _("weight {delivered} of {promised}").format(delivered=worth, promised=whole)
    return amounts.with_unit(text, session.scale)


def meter(of: Kept, signs: Signs) -> Line:
    """A bar that is full when all that was promised has come: by weight, or by number where a weight is not known."""
    done, whole = of.delivered_worth.low or Decimal(0), of.promised_worth.high
    if whole is None or whole != of.promised_worth.low or not whole:
        done, whole = Decimal(len(of.delivered)), Decimal(len(of.promised))
    return tuple((text, _ROLES[role]) for text, role in bar(Interval(done, whole), whole, METER, signs))
