"""A document as one page of HTML by itself: nothing is fetched, nothing runs, and no text in it is taken for markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import count, groupby

from mgtui.documents.exporting.blocks import (
    Block,
    BoardBegins,
    BoardEnds,
    Bullets,
    Column,
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
from mgtui.documents.exporting.page_style import STYLE
from mgtui.locale import _, numbers, wording
from mgtui.locale.safe_text import safe

# No script, no image, no font, no frame, no form: what is written here is all there is.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def page(document: Document) -> str:
    """The whole of `document`."""
    title, *rest = document.blocks
    content = "\n".join(filter(None, [_written(title), _contents(rest), *_body(rest)]))
    return f"""<!DOCTYPE html>
<html lang="{document.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="mgtui">
<title>{_text(document.title)}</title>
<style>{STYLE}</style>
</head>
<body>
<main>
{content}
</main>
</body>
</html>
"""


def _contents(blocks: list[Block]) -> str:
    """Links to the chapters, where there are enough to look for one."""
    chapters = [block.text for block in blocks if isinstance(block, Heading) and block.level == 2]
    if len(chapters) < 4:
        return ""
    links = (f'<li><a href="#{_anchor(at)}">{_text(each)}</a></li>' for at, each in enumerate(chapters, 1))
    name = escape(_("Contents"))
    return f'<nav aria-label="{name}"><ul>{"".join(links)}</ul></nav>'


def _body(blocks: Iterable[Block]) -> Iterator[str]:
    """Every block; what a partner takes and brings stands side by side where there is room."""
    chapters = count(1)
    for are_items, group in groupby(blocks, key=lambda block: isinstance(block, Items)):
        if are_items:
            yield "\n".join(['<div class="columns">', *map(_written, group), "</div>"])
            continue
        for block in group:
            if isinstance(block, Heading) and block.level == 2:
                yield f'<h2 id="{_anchor(next(chapters))}">{_text(block.text)}</h2>'
            else:
                yield _written(block)


def _written(block: Block) -> str:
    match block:
        case Heading(level=level, text=text):
            return f'<h{level} dir="auto">{_text(text)}</h{level}>'
        case Paragraph(text=text, tone=tone):
            kind = "" if tone == "plain" else f' class="{tone}"'
            return f'<p{kind} dir="auto">{_text(text)}</p>'
        case Bullets(lines=lines):
            return "<ul>\n" + "\n".join(f'<li dir="auto">{_text(line)}</li>' for line in lines) + "\n</ul>"
        case Items():
            return _items(block)
        case Reserve(amount=amount):
            return f"<p>{_text(reserve_line(numbers.shown(amount)))}</p>"
        case Table():
            return _table(block)
        case Picture(svg=svg, caption=caption):
            return f"<figure>\n{svg}\n<figcaption>{_text(caption)}</figcaption>\n</figure>"
        case BoardBegins() | BoardEnds():
            return ""


def _items(items: Items) -> str:
    nothing = _("nothing yet")
    content = _item_table(items) if items.lines else f'<p class="remark">{_text(nothing)}</p>'
    return f'<section class="{items.direction}">\n<h4>{_text(items.title)}</h4>\n{content}\n</section>'


def _item_table(items: Items) -> str:
    item, weight, together = map(_text, (_("Item"), _("Weight"), _("Together")))
    rows = "\n".join(_item(line, items) for line in items.lines)
    head = f'<th scope="col">{item}</th><th scope="col" class="number">{weight}</th>'
    total = f'<th scope="row">{together}</th><td class="number">{_text(items.total)}</td>'
    body = f"<tbody>\n{rows}\n</tbody>\n<tfoot><tr>{total}</tr></tfoot>"
    return f"<table>\n<thead><tr>{head}</tr></thead>\n{body}\n</table>"


def _item(line: ItemLine, items: Items) -> str:
    notes = f' <span class="remark">({_text(", ".join(line.notes))})</span>' if line.notes else ""
    return f'<tr><td dir="auto">{_text(line.text)}{notes}</td><td class="number">{_weight(line, items)}</td></tr>'


def _weight(line: ItemLine, items: Items) -> str:
    if line.weight is None:
        unknown = escape(_("no weight yet"))
        return f'<abbr title="{unknown}">?</abbr>'
    shown = _text(numbers.shown(line.weight) + (f" {items.unit}" if items.unit else ""))
    if items.most is None or not 0 <= line.weight <= items.most:
        return shown
    dots = wording.UNICODE.points(int(line.weight), items.most)
    return f'{shown} <span class="dots" aria-hidden="true">{dots}</span>'


def _table(table: Table) -> str:
    head = "".join(_head(column) for column in table.columns)
    rows = "\n".join(_row(table.columns, row) for row in table.rows)
    return (
        f'<div class="table"><table>\n<caption>{_text(table.caption)}</caption>\n<thead><tr>{head}</tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody>\n</table></div>"
    )


def _head(column: Column) -> str:
    return f'<th scope="col"{_class(column)}>{_text(column.title)}</th>'


def _row(columns: tuple[Column, ...], row: tuple[str, ...]) -> str:
    first, *rest = row
    cells = (
        f'<td{_class(column)} dir="auto">{_text(cell)}</td>' for column, cell in zip(columns[1:], rest, strict=True)
    )
    return f'<tr><th scope="row" dir="auto">{_text(first)}</th>{"".join(cells)}</tr>'


def _class(column: Column) -> str:
    return ' class="number"' if column.align == "number" else ""


def _anchor(chapter: int) -> str:
    return f"c{chapter}"


def _text(text: str) -> str:
    """`text` as text, with its line breaks."""
    return escape(safe(text, newline="\n")).replace("\n", "<br>\n")
