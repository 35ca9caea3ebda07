"""On what a view is drawn: how many cells and rows there are, with what signs, and how large the terminal can write.

A line that the terminal is to write at double size stands as two lines of blanks whose role carries the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final, NamedTuple

from mgtui.domain.balance import Verdict
from mgtui.domain.scale import Scale
from mgtui.locale.wording import signs
from mgtui.locale.wording.signs import Signs
from mgtui.tui.editing.cells import clipped, width, wrap
from mgtui.tui.widgets.beamer import figures
from mgtui.tui.widgets.beamer.figures import Size
from mgtui.tui.widgets.board.drawing import Line, Run, filled

WIDEST: Final = 120
"""Longer lines are hard to follow from a distance."""

MANY_ROWS: Final = 30
VERY_MANY_ROWS: Final = 46
DOUBLE: Final = 2
_BESIDE_FIGURE: Final = 4
_LEAST_FOR_WORDS: Final = 28
_CARRIES: Final = "\0"


class Surface(NamedTuple):
    """What a view has to itself.

    Attributes:
        cells, rows: its size, margins left out.
        now: by which agreements are late and a turn runs out.
        sizes_text: whether the terminal can write text at double size.
    """

    cells: int
    rows: int
    scale: Scale
    now: datetime
    is_ascii: bool = False
    sizes_text: bool = False

    @property
    def signs(self) -> Signs:
        """The field's own signs."""
        return signs.ASCII if self.is_ascii else signs.UNICODE

    @property
    def most(self) -> Size:
        """The largest figure that the height allows."""
        return 3 if self.rows >= VERY_MANY_ROWS else 2 if self.rows >= MANY_ROWS else 1

    @property
    def bar_rows(self) -> int:
        """How thick a bar is, where there is one meter."""
        return 3 if self.rows >= VERY_MANY_ROWS else 2 if self.rows >= MANY_ROWS else 1

    def plain(self, text: str) -> str:
        """`text` of our own wording, in ASCII where that is asked for."""
        return signs.in_ascii(text) if self.is_ascii else text

    def figure(self, text: str, most: Size, cells: int) -> tuple[str, ...]:
        """`text` as large as it can be in `cells` cells; plain text when no figure fits."""
        drawn = figures.fitting(text, most, cells, is_ascii=self.is_ascii)
        return (self.plain(text),) if len(drawn) == 1 else drawn

    def sign(self, verdict: Verdict, most: Size) -> tuple[str, ...]:
        """The sign of a verdict in large; drawn the same with other ink in plain ASCII."""
        return figures.fitting(signs.UNICODE.of(verdict), most, self.cells, is_ascii=self.is_ascii)

    def headline(self, text: str, role: str, cells: int) -> list[Line]:
        """`text` on as many lines as it takes, twice as large where the terminal can."""
        if not self.sizes_text or cells < DOUBLE * 2:
            return wrapped(text, role, cells)
        lines: list[Line] = []
        for start, end in wrap(text, cells // DOUBLE):
            piece = clipped(text[start:end].rstrip(), cells // DOUBLE)
            blanks = " " * (DOUBLE * width(piece))
            carrying = f"{role}{_CARRIES}{piece}"
            lines += [((blanks, carrying),), ((blanks, role),)]
        return lines


def wrapped(text: str, role: str, cells: int, mark: str = "", mark_role: str = "") -> list[Line]:
    """`text` behind `mark`, its later lines under its first."""
    spans = wrap(text, max(8, cells - width(mark)))
    marks: list[Run] = [(mark, mark_role or role), (" " * width(mark), role)]
    return [
        tuple(run for run in (marks[min(at, 1)], (text[start:end].rstrip(), role)) if run[0])
        for at, (start, end) in enumerate(spans)
    ]


def beside(left: Sequence[Line], right: Sequence[Line], cells: int, gap: int = 2) -> list[Line]:
    """Two blocks next to each other: the left one `cells` wide, then `gap` blanks, then the right one."""
    height = max(len(left), len(right))
    lefts = [*left, *((),) * (height - len(left))]
    rights = [*right, *((),) * (height - len(right))]
    return [(*filled(one, cells, "ink"), (" " * gap, "ink"), *other) for one, other in zip(lefts, rights, strict=True)]


def proclaimed(
    sign: Sequence[str], large: Sequence[str], words: str, reasons: Sequence[str], role: str, surface: Surface
) -> list[Line]:
    """A verdict: its sign and its figure in large, and beside them, or else under them, words and reasons."""
    left: list[Line] = [((f"{one}  {other}".rstrip(), role),) for one, other in zip(sign, large, strict=True)]
    used = max(width(f"{one}  {other}") for one, other in zip(sign, large, strict=True))
    room = surface.cells - used - _BESIDE_FIGURE
    if room < _LEAST_FOR_WORDS:
        return [*left, *surface.headline(words, role, surface.cells), *told(reasons, surface.cells)]
    right = [*surface.headline(words, role, room), *told(reasons, room)]
    top = max(0, (len(left) - len(right)) // 2)
    return beside(left, [*[()] * top, *right], used, _BESIDE_FIGURE)


def told(reasons: Sequence[str], cells: int) -> Iterator[Line]:
    """What explains a verdict."""
    for text in reasons:
        yield from wrapped(text, "muted", cells)


def drawn_role(role: str) -> str:
    """The role to draw a run with."""
    return role.partition(_CARRIES)[0]


def large_in(lines: Sequence[Line]) -> Iterator[tuple[int, int, str, str]]:
    """What `lines` want written at double size: from which cell and line, the text, and its role."""
    for y, line in enumerate(lines):
        x = 0
        for text, role in line:
            shown, carries, large = role.partition(_CARRIES)
            if carries:
                yield x, y, large, shown
            x += width(text)
