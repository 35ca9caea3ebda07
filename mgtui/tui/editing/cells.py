"""How wide text is on a terminal and where it wraps: lines cover every character, and no cluster is ever split.

A cluster is what a person takes for one character: a letter with its accents, an emoji of several parts.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from rich.cells import cell_len, split_graphemes

Span = tuple[int, int]
Clusters = tuple[tuple[int, int, int], ...]


LONG: Final = 1000
"""Characters; of longer texts only the latest few are kept in mind, else one that grows key by key fills the memory."""


def clusters(text: str) -> Clusters:
    """Every cluster of `text` as (start, end, width in cells), in order and without gaps."""
    if len(text) > LONG:
        return _of_a_long_one(text)
    return _one_each(len(text)) if text.isascii() else _measured(text)


@lru_cache(maxsize=8)
def _of_a_long_one(text: str) -> Clusters:
    return _each_of_one_cell(len(text)) if text.isascii() else _measure(text)


@lru_cache(maxsize=256)
def _one_each(length: int) -> Clusters:
    """The clusters of any text in which each character is one of one cell, which most texts share."""
    return _each_of_one_cell(length)


@lru_cache(maxsize=4096)
def _measured(text: str) -> Clusters:
    found = _measure(text)
    # Kept by the thousands, at some 70 bytes a character, they would outweigh the program.
    plain = _one_each(len(text))
    return plain if found == plain else found


def _each_of_one_cell(length: int) -> Clusters:
    return tuple((at, at + 1, 1) for at in range(length))


def _measure(text: str) -> Clusters:
    # Measured piece by piece, as a line of pieces is: Rich counts some joined characters differently as a whole.
    return tuple((start, end, cell_len(text[start:end])) for start, end, _size in split_graphemes(text)[0])


def width(text: str) -> int:
    """How many cells `text` takes."""
    if text.isascii():
        return len(text)
    return _added_up(text) if len(text) <= LONG else _added_up_anew(text)


@lru_cache(maxsize=4096)
def _added_up(text: str) -> int:
    return _added_up_anew(text)


def _added_up_anew(text: str) -> int:
    return sum(size for _start, _end, size in clusters(text))


def wrap(text: str, cells: int, first: int | None = None) -> tuple[Span, ...]:
    """Where the lines of `text` begin and end when none may be wider than `cells`.

    Breaks after spaces and hyphens; a word that is wider than a line is broken between clusters. The spaces at a break
    stay on the line before it and may stick out.

    Args:
        text: one paragraph.
        cells: the width of a line, at least 2.
        first: the width of the first line, where it is narrower.

    Returns:
        At least one (start, end); together they cover the text.
    """
    return (_wrap_a_long_one if len(text) > LONG else _wrap)(text, cells, first)


@lru_cache(maxsize=8)
def _wrap_a_long_one(text: str, cells: int, first: int | None) -> tuple[Span, ...]:
    return _wrap_anew(text, cells, first)


@lru_cache(maxsize=8192)
def _wrap(text: str, cells: int, first: int | None) -> tuple[Span, ...]:
    return _wrap_anew(text, cells, first)


def _wrap_anew(text: str, cells: int, first: int | None) -> tuple[Span, ...]:
    room = cells if first is None else first
    if width(text) <= room:
        return ((0, len(text)),)
    lines: list[Span] = []
    start = 0
    used = 0
    breakable = 0  # just after the last space or hyphen of this line
    since = 0  # cells used since `breakable`
    for at, end, size in clusters(text):
        is_space = text[at:end] == " "
        if used + size > room and not is_space:
            if breakable > start:
                lines.append((start, breakable))
                start, used = breakable, since
            elif at > start:
                lines.append((start, at))
                start, used = at, 0
            room, since = cells, used
            if used + size > room and at > start:
                lines.append((start, at))
                start, used, since = at, 0, 0
        used += size
        since += size
        if is_space or (text[at] == "-" and used > 1):
            breakable, since = end, 0
    lines.append((start, len(text)))
    return tuple(lines)


def clipped(text: str, cells: int, mark: str = "…") -> str:
    """`text` in at most `cells` cells, with `mark` at the end when something is missing."""
    if width(text) <= cells:
        return text
    room = cells - width(mark)
    kept = used = 0
    for _start, end, size in clusters(text):
        if used + size > room:
            break
        kept, used = end, used + size
    return text[:kept].rstrip() + mark if room >= 0 else text[:0]


def padded(text: str, cells: int) -> str:
    """`text` with spaces up to `cells` cells."""
    return text + " " * (cells - width(text))
