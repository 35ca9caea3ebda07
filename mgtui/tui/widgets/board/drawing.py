"""Lines as runs of text with a role, and where on them a click lands; pure, so that two frames can be compared.

Invariant: the runs of a line are exactly as wide as the place that it is drawn in.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import compress, count, takewhile
from operator import ne
from typing import Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from mgtui.domain.session import Direction
from mgtui.tui.editing.cells import clipped, clusters, padded, width

Run = tuple[str, str]
Line = tuple[Run, ...]

What = Literal[
    "item", "title", "column", "heading", "ambition", "alternative", "reserve", "strip", "saved", "hint", "none"
]


_NEAR: Final = 40
"""Two spans cost a terminal more than one that holds both when fewer equal cells than this lie between them."""


class Hit(Struct, frozen=True):
    """What is at some cells of a line.

    Attributes:
        start, end: the cells, relative to the line.
        what: which kind of thing.
        partner, direction, item: whose, which column and which item, as far as they apply.
        line: which line of that thing it is.
        weight: on the dots of a weight, the points at which it starts; -1 elsewhere.
    """

    start: int
    end: int
    what: What
    partner: str = ""
    direction: Direction = "take"
    item: str = ""
    line: int = 0
    weight: int = -1


class Drawn(Struct, frozen=True):
    """A line with what is on it.

    Attributes:
        shift: how many cells the line begins before what its hits count from.
    """

    line: Line
    hits: tuple[Hit, ...] = ()
    shift: int = 0


def filled(runs: Iterable[Run], cells: int, role: str = "text") -> Line:
    """`runs` with blanks up to `cells` cells; what is too wide is cut."""
    line: list[Run] = []
    used = 0
    for text, run_role in runs:
        size = width(text)
        if used + size > cells:
            text = padded(clipped(text, cells - used), cells - used)
            size = width(text)
        used += size
        _add(line, text, run_role)
    _add(line, " " * (cells - used), role)
    return tuple(line)


def _add(line: list[Run], text: str, role: str) -> None:
    """Put a run at the end of `line`; one of the same role goes on, because every change of role costs bytes."""
    if line and line[-1][1] == role:
        line[-1] = (line[-1][0] + text, role)
    elif text:
        line.append((text, role))


def apart(left: Line, right: Line, cells: int, role: str = "text") -> Line:
    """`left` at the left and `right` at the right of `cells` cells; the left one gives way."""
    room = cells - width_of(right)
    return (*filled(left, max(0, room), role), *(right if room >= 0 else filled(right, cells, role)))


def width_of(line: Iterable[Run]) -> int:
    """The cells that `line` takes."""
    return sum(width(text) for text, _role in line)


def moved(hits: Iterable[Hit], cells: int) -> tuple[Hit, ...]:
    """`hits` that many cells to the right."""
    return tuple(replace(hit, start=hit.start + cells, end=hit.end + cells) for hit in hits)


def differences(old: Line, new: Line) -> list[tuple[int, int]]:
    """The cells, as (start, end), in which two lines of the same width differ; what is near goes together."""
    if old == new:
        return []
    # What is the same at both ends is most of a line, and need not be taken apart.
    same = sum(1 for _run in takewhile(_is_same, zip(old, new, strict=False)))
    rest = min(len(old), len(new)) - same
    ending = sum(1 for _run in takewhile(_is_same, zip(old[::-1][:rest], new[::-1][:rest], strict=False)))
    before, after = _cells(old[same : len(old) - ending]), _cells(new[same : len(new) - ending])
    if len(before) != len(after):
        return [(0, max(width_of(old), width_of(new)))]
    first = width_of(new[:same])
    spans: list[tuple[int, int]] = []
    for at in compress(count(first), map(ne, before, after)):
        if spans and at - spans[-1][1] < _NEAR:
            spans[-1] = (spans[-1][0], at + 1)
        else:
            spans.append((at, at + 1))
    return spans


def _is_same(runs: tuple[Run, Run]) -> bool:
    return runs[0] == runs[1]


def _cells(line: Line) -> list[tuple[str, str]]:
    """What each cell of `line` shows."""
    shown: list[tuple[str, str]] = []
    for text, role in line:
        shown += _cells_of(text, role)
    return shown


@lru_cache(maxsize=512)
def _cells_of(text: str, role: str) -> tuple[tuple[str, str], ...]:
    """What each cell of a run shows: of a blank only its ground, of a wide cluster also which cell of it."""
    blank = (" ", _ground_of(role))
    if text.isascii():
        return tuple([blank if character == " " else (character, role) for character in text])
    shown: list[tuple[str, str]] = []
    for start, end, size in clusters(text):
        cluster = text[start:end]
        if size == 0 and shown:
            shown[-1] = (shown[-1][0] + cluster, shown[-1][1])
        shown += [blank if cluster == " " else (cluster, f"{role}/{part}" if part else role) for part in range(size)]
    return tuple(shown)


def _ground_of(role: str) -> str:
    """What tells the ground of a role from those of others."""
    base, _plus, overlay = role.partition("+")
    _ink, _on, ground = role.partition(" on ")
    return overlay or ground.removesuffix("ground") or (base if base.startswith(("edit", "alarm")) else "")


def cut_by_role(text: str, roles: Iterable[tuple[int, str]], start: int, end: int) -> Line:
    """`text[start:end]` as runs, where `roles` says until which index each role goes."""
    runs: list[Run] = []
    bounds = list(roles)
    starts = [0, *(until for until, _role in bounds)]
    for begin, (until, role) in zip(starts, bounds, strict=False):
        piece = text[max(begin, start) : min(until, end)]
        if piece and min(until, end) > max(begin, start):
            runs.append((piece, role))
    return tuple(runs)
