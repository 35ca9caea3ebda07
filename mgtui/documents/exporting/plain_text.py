"""A document as plain text in reading order, for paper, pipes and screen readers: no drawing, nothing side by side."""

from __future__ import annotations

import textwrap

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
from mgtui.domain.scale import Scale, amounts
from mgtui.locale import _, numbers, wording
from mgtui.locale.safe_text import safe

_WIDTH = 100
_INDENT = "  "


def plain_text(document: Document) -> str:
    """The whole of `document`."""
    blocks = filter(None, (_written(block) for block in document.blocks))
    return "\n\n".join(blocks) + "\n"


def _written(block: Block) -> str:
    match block:
        case Heading(level=level, text=text):
            return _heading(level, safe(text))
        case Paragraph(text=text):
            return _wrapped(text)
        case Bullets(lines=lines):
            return "\n".join(_wrapped(line, "- ") for line in lines)
        case Items():
            return _items(block)
        case Reserve(amount=amount):
            return reserve_line(numbers.shown(amount))
        case Table():
            return _table(block)
        case BoardBegins() | BoardEnds() | Picture():
            # What a picture shows is said in the text beside it.
            return ""


def _heading(level: int, text: str) -> str:
    """Capitals would change a name, so a heading stands out by the line under it."""
    line = {1: "=", 2: "-"}.get(level)
    return f"{text}\n{line * min(len(text), _WIDTH)}" if line else text


def _items(block: Items) -> str:
    scale = amounts(block.unit)
    lines = [_wrapped(_item(line, scale), "- ") for line in block.lines] or [_("- nothing yet")]
    return "\n".join([f"{block.title}:", *lines, _("Together: {total}").format(total=safe(block.total))])


def _item(line: ItemLine, scale: Scale) -> str:
    weight = _("no weight yet") if line.weight is None else wording.weight(line.weight, scale)
    return f"{line.text} ({', '.join((weight, *line.notes))})"


def _table(table: Table) -> str:
    """A row at a time, each cell behind the name of its column."""
    titles = [column.title for column in table.columns]
    rows = [_row(titles, row) for row in table.rows]
    return "\n".join([_wrapped(table.caption) + ":", *rows])


def _row(titles: list[str], row: tuple[str, ...]) -> str:
    first, *rest = row
    cells = [_wrapped(f"{title}: {cell}", _INDENT) for title, cell in zip(titles[1:], rest, strict=True) if cell]
    return "\n".join([_wrapped(first, "- "), *cells])


def _wrapped(text: str, first: str = "") -> str:
    """`text` in lines of at most the width of a page, the later ones under the text of the first."""
    later = " " * len(first)
    lines = safe(text, newline="\n").split("\n")
    return "\n".join(_filled(line, first if at == 0 else later, later) for at, line in enumerate(lines))


def _filled(line: str, first: str, later: str) -> str:
    if len(first) + len(line) <= _WIDTH:
        return (first + line).rstrip()
    return textwrap.fill(
        line,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=later,
        break_on_hyphens=False,
        break_long_words=False,
    )
