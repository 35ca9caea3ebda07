"""Whether the deal holds for each partner, calculated from the board: change a weight there and see it here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from mgtui.documents.exporting.workbook.board_sheet import ENDLESS, Block, Board, interval_cells
from mgtui.documents.exporting.workbook.sheet import BLUE, BROWN, GREY, Cell, Formula, Sheet, cell_of, quoted
from mgtui.domain.balance import FEWEST_PARTNERS, PartnerBalance, SessionBalance, SessionVerdict, Verdict, balance
from mgtui.domain.session import Session
from mgtui.locale import _, wording

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

_FIRST = 2


def add_balance(book: Workbook) -> Sheet:
    """Make the sheet, so that it comes before the board; `fill` fills it once the board is there."""
    columns = (
        (_("Partner"), 26),
        (_("Takes at least"), 11),
        (_("Takes at most"), 11),
        (_("Brings at least"), 11),
        (_("Brings at most"), 11),
        (_("Margin at least"), 11),
        (_("Margin at most"), 11),
        (_("Without this deal"), 12),
        (_("Takes: items"), 9),
        (_("Brings: items"), 9),
        (_("Verdict"), 34),
    )
    return Sheet(book, _("Balance"), columns)


def fill(sheet: Sheet, board: Board, session: Session) -> None:
    """A row for each partner, then the verdict on the whole."""
    judged = balance(session)
    for block, each in zip(board.blocks, judged.partners, strict=True):
        sheet.add(list(_cells(sheet.next, block, each, board.sheet, session)))
    last = sheet.next - 1
    sheet.skip()
    if judged.partners:
        whole = sheet.add([_("Together"), *[None] * 9, _whole(judged, last)], bold=True)
        for sign, look in (("gains", BLUE), ("loses", BROWN), ("open", GREY), ("empty", GREY)):
            mark = quoted(getattr(wording.UNICODE, sign))
            sheet.highlight(f"K{_FIRST}:K{whole}", f"LEFT($K{_FIRST},1)={mark}", look)
    sheet.skip()
    sheet.add([wording.scale(session.scale)])


def _cells(row: int, block: Block, of: PartnerBalance, board: Sheet, session: Session) -> Iterator[Cell]:
    yield of.partner.name
    for total, place in ((of.take, block.take), (of.bring, block.bring)):
        low, high = interval_cells(total)
        yield Formula(cell_of(board, f"H{place}"), low)
        yield Formula(cell_of(board, f"I{place}"), high)
    low, high = interval_cells(of.margin)
    yield Formula(f"IF(ISNUMBER(E{row}),B{row}-E{row},{quoted(f'−{ENDLESS}')})", low)
    yield Formula(f"IF(ISNUMBER(C{row}),C{row}-D{row},{quoted(ENDLESS)})", high)
    yield of.partner.reserve
    prefix = cell_of(board, "")
    live = [item for item in session.items.values() if item.partner == of.partner.id and item.is_live]
    takes = sum(item.direction == "take" for item in live)
    yield Formula(block.takes.format(sheet=prefix), takes)
    yield Formula(block.brings.format(sheet=prefix), len(live) - takes)
    yield _verdict(row, of)


def _verdict(row: int, of: PartnerBalance) -> Formula:
    says = {each: quoted(f"{wording.UNICODE.of(each)} {wording.verdict(each)}") for each in _VERDICTS}
    gains = f"IF(ISNUMBER(F{row}),F{row}>H{row},FALSE)"
    loses = f"IF(ISNUMBER(G{row}),G{row}<=H{row},FALSE)"
    undecided = f"IF({gains},{says['gains']},IF({loses},{says['loses']},{says['open']}))"
    value = f"{wording.UNICODE.of(of.verdict)} {wording.verdict(of.verdict)}"
    return Formula(f"IF(I{row}+J{row}=0,{says['empty']},{undecided})", value)


def _whole(judged: SessionBalance, last: int) -> Formula:
    says = {each: quoted(_session_verdict(each)) for each in _SESSION_VERDICTS}
    verdicts, brought = f"K{_FIRST}:K{last}", f"J{_FIRST}:J{last}"
    losing, gaining = (f'COUNTIF({verdicts},"{sign}*")' for sign in (wording.UNICODE.loses, wording.UNICODE.gains))
    enough = f"ROWS({verdicts})>={FEWEST_PARTNERS}"
    holds = f"AND({gaining}=ROWS({verdicts}),COUNTIF({brought},0)=0,{enough})"
    otherwise = f"IF({holds},{says['sustainable']},{says['open']})"
    return Formula(f"IF({losing}>0,{says['unsustainable']},{otherwise})", _session_verdict(judged.verdict))


def _session_verdict(of: SessionVerdict) -> str:
    return f"{wording.UNICODE.of_session(of)} {wording.session_verdict(of)}"


_VERDICTS: Final[tuple[Verdict, ...]] = ("empty", "gains", "loses", "open")
_SESSION_VERDICTS: Final[tuple[SessionVerdict, ...]] = ("sustainable", "unsustainable", "open")
