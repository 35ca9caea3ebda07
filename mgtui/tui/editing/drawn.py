"""A text under a person's hands as lines to draw: wrapped like the text at rest, cursor and selection marked."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from mgtui.tui.editing.buffer import Buffer
from mgtui.tui.editing.cells import Span, clusters, wrap

TEXT = "edit"
CURSOR = "edit-cursor"
SELECTED = "edit-selected"


class Drawn(NamedTuple):
    """Lines of (text, role) runs, and the line that holds the cursor."""

    lines: tuple[tuple[tuple[str, str], ...], ...]
    cursor_line: int


def drawn(buffer: Buffer, cells: int, first: int | None = None) -> Drawn:
    """`buffer` in lines of at most `cells` cells; the first may be `first` cells wide."""
    spans = _with_room_for_cursor(
        buffer, list(wrap(buffer.text, cells, first)), cells if first is None else first, cells
    )
    at = _cursor_line(buffer.cursor, spans)
    lines = tuple(_runs(buffer, span, holds_cursor=line == at) for line, span in enumerate(spans))
    return Drawn(lines, at)


def index_at(buffer: Buffer, spans: tuple[Span, ...], line: int, cell: int) -> int:
    """The index in the text of `buffer` under cell `cell` of line `line`, for a click."""
    start, end = spans[max(0, min(line, len(spans) - 1))]
    used = 0
    for first, _last, size in clusters(buffer.text[start:end]):
        if used + size > cell:
            return start + first
        used += size
    return end


def _with_room_for_cursor(buffer: Buffer, spans: list[Span], first: int, cells: int) -> list[Span]:
    """A cursor behind a line that is full to the brim, or behind its trailing spaces, stands on the next."""
    start, end = spans[-1]
    room = first if len(spans) == 1 else cells
    used = sum(size for _s, _e, size in clusters(buffer.text[start:end]))
    is_behind = buffer.cursor == len(buffer.text)
    if used > room or (used == room and is_behind):
        at = end
        while used > room:
            at -= 1
            used -= 1
        spans[-1:] = [(start, at), (at, end)]
    return spans


def _cursor_line(cursor: int, spans: list[Span]) -> int:
    return max(line for line, (start, _end) in enumerate(spans) if start <= cursor or line == 0)


def _runs(buffer: Buffer, span: Span, *, holds_cursor: bool) -> tuple[tuple[str, str], ...]:
    start, end = span
    low, high = buffer.selection
    cursor_end = next((e for s, e, _w in clusters(buffer.text) if s == buffer.cursor), buffer.cursor)
    cuts = sorted({start, end, *(c for c in (low, high, buffer.cursor, cursor_end) if start < c < end)})
    runs: list[tuple[str, str]] = []
    for left, right in pairwise(cuts):
        role = CURSOR if holds_cursor and left == buffer.cursor else SELECTED if low <= left < high else TEXT
        runs.append((buffer.text[left:right], role))
    if holds_cursor and buffer.cursor >= end:
        runs.append((" ", CURSOR))
    return tuple(runs)
