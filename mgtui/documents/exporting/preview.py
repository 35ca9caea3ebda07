"""What a document will say, as text to read before it is made: of a page its words, of a workbook what is in it."""

from __future__ import annotations

from msgspec.structs import replace

from mgtui.documents.exporting.comma_separated import BYTE_ORDER_MARK
from mgtui.documents.exporting.forms import Wish, export
from mgtui.documents.exporting.pictures import exchange, meters
from mgtui.documents.exporting.selection import select
from mgtui.domain.session import Session
from mgtui.locale.safe_text import safe


def preview(session: Session, wish: Wish) -> str:
    """The text of the document that `wish` asks for."""
    if wish.form == "svg":
        return _of_pictures(select(session, with_private=wish.with_private).session)
    shown = "txt" if wish.form == "html" else "csv" if wish.form == "xlsx" else wish.form
    return export(session, replace(wish, form=shown)).decode().removeprefix(BYTE_ORDER_MARK)


def _of_pictures(session: Session) -> str:
    found = filter(None, (meters.drawn(session), exchange.drawn(session)))
    return "\n\n".join("\n".join(safe(line) for line in each.text.split("; ")) for each in found)
