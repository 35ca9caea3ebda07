"""Every form in which a session can be taken along, and the one way to make it: whole, or not at all."""

from __future__ import annotations

from typing import Final, Literal, get_args

from msgspec import Struct

from mgtui.documents.exporting.blocks import Document
from mgtui.documents.exporting.comma_separated import comma_separated
from mgtui.documents.exporting.handout import handout
from mgtui.documents.exporting.interchange import interchange
from mgtui.documents.exporting.markdown import markdown
from mgtui.documents.exporting.page import page
from mgtui.documents.exporting.pictures.sheet import sheet
from mgtui.documents.exporting.plain_text import plain_text
from mgtui.documents.exporting.report import report
from mgtui.documents.exporting.selection import select
from mgtui.documents.exporting.workbook.book import OfficeMissing, workbook
from mgtui.domain.session import Meeting, Session

__all__ = ["FORMS", "OF_ONE_PARTNER", "Form", "OfficeMissing", "Wish", "export"]

Form = Literal["md", "html", "txt", "csv", "json", "xlsx", "svg"]

FORMS: Final[tuple[Form, ...]] = get_args(Form)
OF_ONE_PARTNER: Final[tuple[Form, ...]] = ("md", "html", "txt", "csv")
"""Those that can be about one partner: three as a hand-out, the list as a part of it."""


class Wish(Struct, frozen=True, kw_only=True):
    """What is asked for.

    Attributes:
        partner: the id of the partner whose hand-out it is, or the only one in the list; empty for all.
        before: a meeting to compare with, and the session as it stood then.
        with_private: whether what is private was asked for; a hand-out never has it.
    """

    form: Form
    partner: str = ""
    before: tuple[Meeting, Session] | None = None
    with_private: bool = False


def export(session: Session, wish: Wish) -> bytes:
    """`session` in the form that is asked for, in the language in use.

    Args:
        session: as those who edit it see it.
        wish: what is asked for.

    Raises:
        OfficeMissing: for a workbook where XlsxWriter is not installed.
        ValueError: for a form that can't be about one partner.
    """
    if wish.partner and wish.form not in OF_ONE_PARTNER:
        raise ValueError(f"{wish.form} is never about one partner")
    selection = select(session, wish.before, with_private=wish.with_private)
    match wish.form:
        case "csv":
            return comma_separated(selection, wish.partner).encode()
        case "json":
            return interchange(selection).encode()
        case "svg":
            return sheet(selection.session).encode()
        case "xlsx":
            return workbook(selection)
        case _:
            document = (
                handout(session, wish.partner) if wish.partner else report(selection, with_pictures=wish.form == "html")
            )
            return _laid_out(document, wish.form).encode()


def _laid_out(document: Document, form: Literal["md", "html", "txt"]) -> str:
    return {"md": markdown, "html": page, "txt": plain_text}[form](document)
