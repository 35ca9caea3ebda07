"""The board with its sums: per partner what it takes and what it brings, each item from its least to its most."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from mgtui.documents.exporting.selection import listed
from mgtui.documents.exporting.workbook.sheet import Cell, Formula, Sheet, quoted
from mgtui.domain.balance import column_total
from mgtui.domain.column import contribution
from mgtui.domain.interval import Interval
from mgtui.domain.session import KINDS, STATUSES, Direction, Item, Partner, Session
from mgtui.domain.visibility import is_nameless
from mgtui.locale import _, ngettext, wording

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

ENDLESS: Final = "∞"


class Block(Struct, frozen=True):
    """Where the sums of a partner stand, by row, and what counts its items.

    Attributes:
        takes, brings: formulas that count the live items of a column, without a sheet's name.
    """

    partner: Partner
    take: int
    bring: int
    takes: str
    brings: str


class Board(Struct, frozen=True):
    """The sheet and the place of each partner on it."""

    sheet: Sheet
    blocks: tuple[Block, ...]


def add_board(book: Workbook, session: Session) -> Board:
    """Fill the sheet."""
    sheet = Sheet(book, _("Board"), _columns())
    blocks = tuple(_block(sheet, session, partner) for partner in session.partners_in_order)
    last = max(sheet.next - 1, 2)
    sheet.choose(f"E2:E{last}", [wording.certainty("firm"), wording.certainty("uncertain")])
    sheet.choose(f"F2:F{last}", [wording.kind(each) for each in KINDS])
    sheet.choose(f"G2:G{last}", [wording.status(each) for each in STATUSES])
    sheet.highlight(f"A2:J{last}", f"$G2={quoted(wording.status('dropped'))}", {"font_strikeout": True})
    sheet.highlight(f"D2:E{last}", f"$E2={quoted(wording.certainty('uncertain'))}", {"italic": True})
    sheet.bars(f"D2:D{last}")
    return Board(sheet, blocks)


def _columns() -> Sequence[tuple[str, int]]:
    return (
        (_("Partner"), 24),
        (_("Take or bring"), 12),
        (_("Item"), 48),
        (_("Weight"), 10),
        (_("Certainty"), 11),
        (_("Kind"), 13),
        (_("Status"), 12),
        (_("At least"), 10),
        (_("At most"), 10),
        (_("Remarks"), 24),
    )


def _block(sheet: Sheet, session: Session, partner: Partner) -> Block:
    take, takes = _column(sheet, session, partner, "take")
    bring, brings = _column(sheet, session, partner, "bring")
    sheet.skip()
    return Block(partner=partner, take=take, bring=bring, takes=takes, brings=brings)


def _column(sheet: Sheet, session: Session, partner: Partner, direction: Direction) -> tuple[int, str]:
    """The items of a column and their sum; its row, and a formula that counts the live ones."""
    items = session.column(partner.id, direction)
    first = sheet.next
    for item in listed(items):
        sheet.add(_item(sheet.next, item, session, partner))
    nameless = [item for item in items if item.is_live and is_nameless(item)]
    counted = f"+{len(nameless)}" if nameless else ""
    last_named = sheet.next - 1
    if nameless:
        sheet.add(_nameless(nameless, session, partner, direction))
    live = f"SUMPRODUCT(--({{sheet}}G{first}:G{last_named}<>{quoted(wording.status('dropped'))}))"
    has_named = last_named >= first
    total = sheet.add(_total(first, sheet.next - 1, items, session, partner, direction), bold=True)
    return total, (f"{live}{counted}" if has_named else str(len(nameless)))


def _item(row: int, item: Item, session: Session, partner: Partner) -> list[Cell]:
    scale = session.scale
    dropped, uncertain = quoted(wording.status("dropped")), quoted(wording.certainty("uncertain"))
    most = quoted(ENDLESS) if scale.high is None else str(scale.high)
    low = f"IF(OR(G{row}={dropped},E{row}={uncertain}),0,IF(ISNUMBER(D{row}),D{row},{scale.low}))"
    high = f"IF(G{row}={dropped},0,IF(ISNUMBER(D{row}),D{row},{most}))"
    contributes = contribution(item, scale)
    remarks = [_("from the collaboration itself")] if item.from_collaboration else []
    remarks += [_("private")] if item.private else []
    return [
        partner.name,
        wording.direction(item.direction),
        item.text,
        item.weight,
        wording.certainty(item.certainty),
        wording.kind(item.kind),
        wording.status(item.status),
        Formula(low, _known(contributes.low)),
        Formula(high, _known(contributes.high)),
        ", ".join(remarks),
    ]


def _nameless(items: list[Item], session: Session, partner: Partner, direction: Direction) -> list[Cell]:
    """What is private and counts all the same, in one row and as it stands."""
    text = ngettext("{n} private item, counted in", "{n} private items, counted in", len(items)).format(n=len(items))
    total = column_total(items, session.scale)
    return [partner.name, wording.direction(direction), text, *[None] * 4, _known(total.low), _known(total.high)]


def _total(
    first: int, last: int, items: list[Item], session: Session, partner: Partner, direction: Direction
) -> list[Cell]:
    total = column_total(items, session.scale)
    told = _("takes together") if direction == "take" else _("brings together")
    low: Cell = Decimal(0)
    high: Cell = Decimal(0)
    if last >= first:
        low = Formula(f"SUM(H{first}:H{last})", _known(total.low))
        rows = f"I{first}:I{last}"
        endless = quoted(ENDLESS)
        high = Formula(f"IF(COUNTIF({rows},{endless})>0,{endless},SUM({rows}))", _known(total.high))
    return [partner.name, wording.direction(direction), told, *[None] * 4, low, high]


def _known(bound: Decimal | None) -> Decimal | str:
    return ENDLESS if bound is None else bound


def interval_cells(of: Interval) -> tuple[Decimal | str, Decimal | str]:
    """Both ends as a cell shows them."""
    return (f"−{ENDLESS}" if of.low is None else of.low, _known(of.high))
