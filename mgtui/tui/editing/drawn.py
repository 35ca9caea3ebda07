"""A text under a person's hands as lines to draw: wrapped like the text at rest, cursor and selection marked."""

from __future__ import annotations

from itertools import pairwise

from msgspec import Struct

from mgtui.tui.editing.buffer import Buffer
from mgtui.tui.editing.cells import Span, clusters, width, wrap

TEXT = "edit"
CURSOR = "edit-cursor"
SELECTED = "edit-selected"


class Drawn(Struct, frozen=True):
    """Lines of (text, role) runs, and the line that holds the cursor."""

    lines: tuple[tuple[tuple[str, str], ...], ...]
    cursor_line: int


def drawn(buffer: Buffer, cells: int, first: int | None = None) -> Drawn:
    """`buffer` in lines of at most `cells` cells, one more where the cursor stands behind; the first in `first`.

    Spaces that stick out at a break are not shown; a cursor on one of those shows where the next line begins.
    """
    rooms = [cells if first is None else first]
    spans = _with_room_behind(buffer, list(wrap(buffer.shown, cells, first)), rooms[0], cells)
    rooms += [cells] * (len(spans) - 1)
    seen = [_seen(buffer.shown, span, room) for span, room in zip(spans, rooms, strict=True)]
    cursor = buffer.cursor
    for (_start, end), (_begin, shown_until) in zip(spans, seen, strict=True):
        if shown_until <= cursor < end:
            cursor = end
    at = max(line for line, (start, _end) in enumerate(spans) if start <= cursor or line == 0)
    lines = tuple(_runs(buffer, span, cursor if line == at else None) for line, span in enumerate(seen))
    return Drawn(lines, at)


def index_at(buffer: Buffer, spans: tuple[Span, ...], line: int, cell: int) -> int:
    """The index in the text of `buffer` under cell `cell` of line `line`, for a click."""
    start, end = spans[max(0, min(line, len(spans) - 1))]
    used = 0
    for first, _last, size in clusters(buffer.shown[start:end]):
        if used + size > cell:
            return start + first
        used += size
    return end


def _with_room_behind(buffer: Buffer, spans: list[Span], first: int, cells: int) -> list[Span]:
    """A cursor behind a line that is full to the brim stands on the next, and so do spaces behind it."""
    while True:
        start, end = spans[-1]
        room = first if len(spans) == 1 else cells
        fitting = _seen(buffer.shown, (start, end), room)[1]
        is_full = width(buffer.shown[start:fitting]) >= room
        if fitting == end and not (is_full and end > start and buffer.cursor == len(buffer.text)):
            return spans
        spans[-1:] = [(start, fitting), (fitting, end)]


def _seen(text: str, span: Span, room: int) -> Span:
    """The part of a line that fits in `room` cells: without the spaces at its end that stick out."""
    start, end = span
    excess = width(text[start:end]) - room
    while excess > 0 and end > start and text[end - 1] == " ":
        end -= 1
        excess -= 1
    return start, end


def _runs(buffer: Buffer, span: Span, cursor: int | None) -> tuple[tuple[str, str], ...]:
    """A line as runs; `cursor` is where it shows when it is on this line."""
    start, end = span
    low, high = buffer.selection
    marks = [low, high]
    if cursor is not None:
        marks += [cursor, next((e for s, e, _w in clusters(buffer.text) if s == cursor), cursor)]
    cuts = sorted({start, end, *(mark for mark in marks if start < mark < end)})
    runs: list[tuple[str, str]] = []
    for left, right in pairwise(cuts):
        role = CURSOR if left == cursor else SELECTED if low <= left < high else TEXT
        runs.append((buffer.shown[left:right], role))
    if cursor is not None and cursor >= end:
        runs.append((" ", CURSOR))
    return tuple(runs)
