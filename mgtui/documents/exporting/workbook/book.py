"""A session as an Excel workbook of five sheets; needs XlsxWriter, which the extra `office` brings."""

from __future__ import annotations

import io
from datetime import datetime

from mgtui.documents.exporting.selection import Selection
from mgtui.documents.exporting.titles import title_of
from mgtui.documents.exporting.workbook.agreements_sheet import add_agreements
from mgtui.documents.exporting.workbook.balance_sheet import add_balance, fill
from mgtui.documents.exporting.workbook.board_sheet import add_board
from mgtui.documents.exporting.workbook.checklist_sheet import add_checklist
from mgtui.documents.exporting.workbook.exchange_sheet import add_exchange
from mgtui.domain.session import Session
from mgtui.locale.safe_text import safe


class OfficeMissing(Exception):
    """XlsxWriter is not installed here."""


def workbook(of: Selection) -> bytes:
    """The workbook; the same session always gives the same bytes.

    Raises:
        OfficeMissing: when XlsxWriter is not installed.
    """
    try:
        from xlsxwriter import Workbook
    except ImportError:
        raise OfficeMissing from None
    session = of.session
    output = io.BytesIO()
    book = Workbook(output, {"in_memory": True})
    book.set_properties({"title": safe(title_of(session)), "created": _moment(session)})
    balance = add_balance(book)
    fill(balance, add_board(book, session), session)
    add_exchange(book, session)
    add_checklist(book, session)
    add_agreements(book, session)
    book.close()
    return output.getvalue()


def _moment(session: Session) -> datetime:
    """When the session last met: a file that says when it was made would differ every time."""
    meetings = session.meetings_in_order
    return meetings[-1].opened.replace(tzinfo=None, microsecond=0) if meetings else datetime(2000, 1, 1)
