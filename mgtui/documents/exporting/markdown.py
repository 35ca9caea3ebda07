"""A document as Markdown that any editor shows and `mgtui import` reads the board of."""

from __future__ import annotations

from mgtui.documents.exporting.blocks import (
    Block,
    BoardBegins,
    BoardEnds,
    Bullets,
    Document,
    Heading,
    ItemLine,
    Items,
    Paragraph,
    Picture,
    Reserve,
    Table,
)
from mgtui.documents.exporting.item_words import reserve_line
from mgtui.documents.exporting.plain_numbers import unmistakable
from mgtui.documents.importing.rows import DIRECTIONS, UNKNOWN_WEIGHT
from mgtui.documents.markdown_text import BOARD_BEGINS, BOARD_ENDS, escaped, heading
from mgtui.locale import language


def markdown(document: Document) -> str:
    """The whole of `document`."""
    return "\n\n".join(filter(None, (_written(block) for block in document.blocks))) + "\n"


def _written(block: Block) -> str:
    match block:
        case Heading(level=level, text=text):
            return f"{'#' * level} {heading(text, _reserved(level))}"
        case Paragraph(text=text, tone=tone):
            return f"**{escaped(text)}**" if tone == "verdict" else escaped(text)
        case Bullets(lines=lines):
            return "\n".join(f"- {escaped(line)}" for line in lines)
        case Items(title=title, lines=items):
            return "\n".join([f"#### {escaped(title)}", "", *map(item_line, items)]).rstrip()
        case Reserve(amount=amount):
            return reserve_line(unmistakable(amount, language()))
        case Table():
            return _table(block)
        case BoardBegins():
            return BOARD_BEGINS
        case BoardEnds():
            return BOARD_ENDS
        case Picture():
            # The table and lists beside it say the same.
            return ""


def _reserved(level: int) -> tuple[str, ...]:
    """At the level of the partners' names, what would be read as a column of theirs."""
    return tuple(DIRECTIONS) if level == 3 else ()


def item_line(line: ItemLine) -> str:
    """One item behind a dash, with what is known of it."""
    weight = UNKNOWN_WEIGHT if line.weight is None else unmistakable(line.weight, language())
    return f"- {escaped(line.text or '…')} ({', '.join((weight, *line.notes))})"


def _table(table: Table) -> str:
    lines = [
        _cells(tuple(escaped(column.title) for column in table.columns)),
        _cells(tuple("---:" if column.align == "number" else "---" for column in table.columns)),
        *(_cells(tuple(map(escaped, row))) for row in table.rows),
    ]
    return f"*{escaped(table.caption)}*\n\n" + "\n".join(lines)


def _cells(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"
