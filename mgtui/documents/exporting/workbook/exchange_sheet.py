"""Who brings what to whom and the value that creates, then what still has no other side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mgtui.documents.exporting.item_words import in_board_order
from mgtui.documents.exporting.selection import listed
from mgtui.documents.exporting.workbook.sheet import BLUE, BROWN, Cell, Formula, Sheet
from mgtui.domain.exchange import Delivery, deliveries, gifts, wishes
from mgtui.domain.session import Item, Session
from mgtui.domain.visibility import is_nameless
from mgtui.locale import _

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook


def add_exchange(book: Workbook, session: Session) -> None:
    """Fill the sheet."""
    columns = (
        (_("From"), 24),
        (_("brings"), 40),
        (_("at a cost of"), 10),
        (_("To"), 24),
        (_("takes"), 40),
        (_("worth"), 10),
        (_("Value created"), 12),
    )
    sheet = Sheet(book, _("Exchange"), columns)
    for each in deliveries(session):
        if not (is_nameless(each.bring) or is_nameless(each.take)):
            sheet.add(_delivery(sheet.next, each, session))
    last = max(sheet.next - 1, 2)
    sheet.highlight(f"G2:G{last}", "AND(ISNUMBER($G2),$G2>0)", BLUE)
    sheet.highlight(f"G2:G{last}", "AND(ISNUMBER($G2),$G2<0)", BROWN)
    _alone(sheet, _("Gifts nobody takes"), gifts(session), session)
    _alone(sheet, _("Wishes nobody brings"), wishes(session), session)


def _delivery(row: int, of: Delivery, session: Session) -> list[Cell]:
    created = Formula(
        f'IF(AND(ISNUMBER(C{row}),ISNUMBER(F{row})),F{row}-C{row},"?")', "?" if of.created is None else of.created
    )
    giver, receiver = session.partners[of.bring.partner].name, session.partners[of.take.partner].name
    return [giver, of.bring.text, of.bring.weight, receiver, of.take.text, of.take.weight, created]


def _alone(sheet: Sheet, title: str, items: list[Item], session: Session) -> None:
    """Items under a title of their own, on the side where they stand above."""
    named = in_board_order(listed(items), session)
    if not named:
        return
    sheet.skip()
    sheet.add([title], bold=True)
    for item in named:
        cells: list[Cell] = [session.partners[item.partner].name, item.text, item.weight]
        sheet.add(cells if item.direction == "bring" else [None, None, None, *cells])
