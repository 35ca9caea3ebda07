"""An item as lines: its whole text, wrapped, with what it is in signs and words and its weight at the right."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from msgspec.structs import replace

from mgtui.domain.session import Item
from mgtui.locale import _, numbers
from mgtui.locale.safe_text import safe
from mgtui.locale.wording import terms
from mgtui.tui.editing.buffer import Buffer
from mgtui.tui.editing.cells import clipped, padded, width, wrap
from mgtui.tui.editing.drawn import drawn
from mgtui.tui.widgets.board.drawing import Drawn, Hit, Line, Run, cut_by_role, filled, width_of
from mgtui.tui.widgets.board.editor import PLACEHOLDERS
from mgtui.tui.widgets.board.look import Look

GUTTER: Final = 2
_FEWEST_TEXT_CELLS: Final = 6
_LONGEST_REASON: Final = 60
_UNBROKEN: Final = "\N{NO-BREAK SPACE}"


def weight_text(item: Item, look: Look) -> str:
    """The weight of `item`: dots for points, the number for an amount, a mark of its own when it is not known."""
    if look.most_points:
        if item.weight is None:
            return look.strokes.unweighed * look.most_points
        return look.signs.points(int(item.weight), look.most_points)
    return look.strokes.unknown if item.weight is None else look.plain(numbers.shown(item.weight))


def weight_run(item: Item, look: Look) -> Run:
    """The weight of `item` as it stands at the end of its first line."""
    role = "dropped" if item.status == "dropped" else "unweighed" if item.weight is None else _role_of(item)
    return weight_text(item, look), role


def weight_cells_of(items: Iterable[Item], look: Look) -> int:
    """How many cells the weights of `items`, which are a column, take."""
    return look.most_points or max((width(weight_text(item, look)) for item in items), default=1)


def height(item: Item, cells: int, weight_cells: int, look: Look) -> int:
    """How many lines `item_lines` gives."""
    text, _roles = _worded(item, look)
    return len(wrap(text, *_rooms(item, cells, weight_cells, look)))


def item_lines(item: Item, cells: int, weight_cells: int, look: Look, *, is_current: bool) -> tuple[Drawn, ...]:
    """`item` in lines of `cells` cells, of which the weights of its column take `weight_cells`."""
    text, roles = _worded(item, look)
    right = _right(item, weight_cells, look)
    room, first = _rooms(item, cells, weight_cells, look)
    mark = look.strokes.cursor if is_current else " "
    overlay = "+cursor" if is_current else ""
    lines = []
    for number, (start, end) in enumerate(wrap(text, room, first)):
        runs = [(f"{mark if number == 0 else ' '} ", f"text{overlay}")]
        runs += [
            (piece.replace(_UNBROKEN, " "), role + overlay)
            for piece, role in cut_by_role(text, roles, start, start + len(text[start:end].rstrip()))
        ]
        left = filled(runs, GUTTER + (first if number == 0 else room), f"text{overlay}")
        line = filled((*left, *(right if number == 0 else ())), cells)
        lines.append(Drawn(line, _hits(item, cells, number, weight_cells, look)))
    return tuple(lines)


def edited_lines(
    buffer: Buffer, flaw: str, item: Item | None, cells: int, weight_cells: int, look: Look
) -> tuple[tuple[Drawn, ...], int]:
    """An item whose text is being edited, in lines, with what is wrong under it; and the line of the cursor."""
    right = _right(item, weight_cells, look) if item else ()
    room, first = _rooms(item, cells, weight_cells, look)
    text = drawn(buffer, room, first)
    lines = []
    for number, runs in enumerate(text.lines):
        mark = (f"{look.strokes.cursor if number == 0 else ' '} ", "edit-mark")
        left = filled((mark, *runs), GUTTER + (first if number == 0 else room), "edit")
        hit = Hit(0, cells, "item", item=item.id if item else "", line=number)
        lines.append(Drawn(filled((*left, *(right if number == 0 else ())), cells), (hit,)))
    lines += [Drawn(line) for line in note_lines(flaw, cells, "warning", "! ")]
    return tuple(lines), text.cursor_line


def weighing_lines(
    buffer: Buffer, flaw: str, item: Item, cells: int, weight_cells: int, look: Look
) -> tuple[Drawn, ...]:
    """An item whose weight is being typed: its lines, with the number in the place of the weight."""
    typed = drawn(buffer, 40).lines[0]
    field_cells = max(weight_cells, width_of(typed) + 1)
    lines = list(item_lines(item, cells, field_cells, look, is_current=True))
    left = _cropped(lines[0].line, cells - field_cells)
    field = ((" " * (field_cells - width_of(typed)), "edit"), *typed)
    lines[0] = replace(lines[0], line=(*left, *field))
    lines += [Drawn(line) for line in note_lines(flaw, cells, "warning", "! ")]
    return tuple(lines)


def reason_lines(buffer: Buffer, flaw: str, cells: int, look: Look) -> list[Drawn]:
    """The field under an item in which is typed why it was dropped."""
    mark = f"{' ' * GUTTER}{look.strokes.dropped} "
    typed = drawn(buffer, max(_FEWEST_TEXT_CELLS, cells - width(mark)))
    asked = PLACEHOLDERS["reason"]
    lines = []
    for number, runs in enumerate(typed.lines):
        hint: Line = () if buffer.text else ((_(asked), "edit-placeholder"),)
        before = (mark if number == 0 else " " * width(mark), "edit-mark")
        lines.append(Drawn(filled((before, *runs, *hint), cells, "edit")))
    return lines + [Drawn(line) for line in note_lines(flaw, cells, "warning", "! ")]


def note_lines(text: str, cells: int, role: str, mark: str = "") -> list[Line]:
    """A remark of our own, wrapped under a hanging mark; nothing for an empty text."""
    if not text:
        return []
    room = max(_FEWEST_TEXT_CELLS, cells - GUTTER - width(mark))
    starts = [mark] + [" " * width(mark)] * 99
    return [
        filled(((" " * GUTTER + begin + text[start:end].rstrip(), role),), cells)
        for begin, (start, end) in zip(starts, wrap(text, room), strict=False)
    ]


def text_room(cells: int, weight_cells: int) -> int:
    """How many of `cells` cells the text of an item may take."""
    return max(_FEWEST_TEXT_CELLS, cells - GUTTER - 1 - weight_cells)


def _rooms(item: Item | None, cells: int, weight_cells: int, look: Look) -> tuple[int, int]:
    """How many cells the text may take on a line, and on the first, where a sign of uncertainty may stand beside it."""
    room = text_room(cells, weight_cells)
    return room, max(_FEWEST_TEXT_CELLS, room - width_of(_uncertain(item, look)))


def _worded(item: Item, look: Look) -> tuple[str, tuple[tuple[int, str], ...]]:
    """The text with the words and signs around it, and until which index each role goes."""
    sign = look.strokes.of(item.status)
    before = f"{sign} " if sign else ""
    words = [] if item.kind == "other" else [terms.kind(item.kind)]
    words += [_("private")] if item.private else []
    words += [_("covered")] if item.covered else []
    after = "".join(" " + f"{look.strokes.dot} {word}".replace(" ", _UNBROKEN) for word in words)
    if item.status == "dropped" and item.dropped_reason:
        after += f" {look.strokes.dot} {clipped(safe(item.dropped_reason), _LONGEST_REASON)}"
    text = safe(item.text)
    role = "dropped" if item.status == "dropped" else "private" if item.private or item.covered else "text"
    at = len(before) + len(text)
    return before + text + after, ((len(before), "status"), (at, role), (at + len(after), "muted"))


def _right(item: Item, weight_cells: int, look: Look) -> Line:
    """What stands at the right of the first line: the sign of uncertainty and the weight."""
    weight = weight_run(item, look)
    blank = " " * (weight_cells - width(weight[0]))
    return (*_uncertain(item, look), (f" {blank}", "text"), weight)


def _uncertain(item: Item | None, look: Look) -> Line:
    return ((f" {look.signs.uncertain}", "uncertain"),) if item and item.certainty == "uncertain" else ()


def _role_of(item: Item) -> str:
    return item.direction


def _hits(item: Item, cells: int, number: int, weight_cells: int, look: Look) -> tuple[Hit, ...]:
    text = Hit(0, cells, "item", item.partner, item.direction, item.id, number)
    if number or not look.most_points:
        return (text,)
    return (replace(text, end=cells - weight_cells), replace(text, start=cells - weight_cells, weight=1))


def _cropped(line: Line, cells: int) -> Line:
    """The first `cells` cells of `line`."""
    runs = []
    left = cells
    for text, role in line:
        piece = text if width(text) <= left else padded(clipped(text, left, ""), left)
        runs.append((piece, role))
        left -= width(piece)
    return filled(runs, cells)
