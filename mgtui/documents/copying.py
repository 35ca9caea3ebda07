"""An item, a partner or the whole board as Markdown, to copy; the board as `mgtui import` reads it back.

Nothing private or covered is in it, but for a private item that is asked for by itself.
"""

from __future__ import annotations

from mgtui.documents.exporting.blocks import Block, Document, Heading
from mgtui.documents.exporting.item_words import line
from mgtui.documents.exporting.markdown import item_line, markdown
from mgtui.documents.exporting.sections import board
from mgtui.domain.session import Session
from mgtui.domain.visibility import for_documents
from mgtui.locale import _, language


def as_markdown(session: Session, table: str, identity: str) -> str:
    """One item ("items"), one partner ("partners") or with any other table the whole board."""
    if table == "items":
        return item_line(line(session.items[identity]))
    shown = for_documents(session, with_private=False)
    title = shown.title or _("Untitled session")
    blocks: list[Block] = (
        board.of_partner(shown, shown.partners[identity])
        if table == "partners"
        else [Heading(1, title), *board.section(shown)]
    )
    return markdown(Document(title, language(), tuple(blocks)))
