"""The flows between partners as a picture: givers left, takers right, each stream as thick as its worth.

Pure. A cell holds two pixels, one over the other; a stream is a ribbon that bends from giver to taker, and those of
the chosen partner lie on top, filled where the others are only hatched.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Final, Literal, NamedTuple

from mgtui.domain.exchange import Cell
from mgtui.tui.widgets.board.drawing import Line, Run

Pixel = Literal["", "other", "out", "in"]

_LEAST: Final = 2
"""The pixels that a partner takes even when nothing flows, so that its name has a line of its own."""

_ROLES: Final[Mapping[Pixel, str]] = {"out": "bring", "in": "take", "other": "muted", "": "ink"}
_FILL: Final[Mapping[Pixel, str]] = {"out": "█", "in": "▓", "other": "░", "": " "}
_ASCII_FILL: Final[Mapping[Pixel, str]] = {"out": "#", "in": "=", "other": ".", "": " "}
_HALF: Final[Mapping[bool, str]] = {True: "▀", False: "▄"}


class Side(NamedTuple):
    """Where the partners stand on one side: by id, the first pixel and how many."""

    starts: dict[str, float]
    sizes: dict[str, float]

    def row(self, partner: str) -> int:
        """The line on which the partner's name stands."""
        return int((self.starts[partner] + self.sizes[partner] / 2) / 2)


class Ribbon(NamedTuple):
    """One stream: whose, and its edges at both ends, in pixels from the top."""

    giver: str
    taker: str
    left: tuple[float, float]
    right: tuple[float, float]


def worths(cells: Mapping[tuple[str, str], Cell]) -> dict[tuple[str, str], float]:
    """How thick each stream is: the most that it can be worth, or what is sure where there is no bound."""
    found = {}
    for place, cell in cells.items():
        sure, most = cell.worth.low or 0, cell.worth.high
        found[place] = float(sure if most is None else most)
    least = max(found.values(), default=0.0) / 20 or 1.0
    return {place: max(least, worth) for place, worth in found.items()}


def sides(partners: Iterable[str], flows: Mapping[tuple[str, str], float], rows: int) -> tuple[Side, Side]:
    """Where the partners stand at the left and at the right, both on the same measure."""
    ids = list(partners)
    total = sum(flows.values())
    free = rows * 2 - len(ids) * (_LEAST + 1) + 1
    unit = max(0.0, free) / total if total else 0.0
    given = {each: sum(worth for (giver, _t), worth in flows.items() if giver == each) for each in ids}
    taken = {each: sum(worth for (_g, taker), worth in flows.items() if taker == each) for each in ids}
    return _side(ids, given, unit), _side(ids, taken, unit)


def ribbons(flows: Mapping[tuple[str, str], float], left: Side, right: Side) -> list[Ribbon]:
    """Every stream with its place at both ends, in the order of the partners."""
    order = {each: at for at, each in enumerate(left.starts)}
    outs, ins = _shares(flows, 0, left, order), _shares(flows, 1, right, order)
    return [Ribbon(*place, outs[place], ins[place]) for place in flows]


def painted(drawn: Iterable[Ribbon], chosen: str, cells: int, rows: int) -> list[list[Pixel]]:
    """The pixels, from top to bottom, two for each line of the picture."""
    canvas: list[list[Pixel]] = [[""] * cells for _ in range(rows * 2)]
    kinds: list[tuple[Pixel, Ribbon]] = [(_kind(each, chosen), each) for each in drawn]
    for kind, ribbon in sorted(kinds, key=lambda each: ("other", "in", "out").index(each[0])):
        for x in range(cells):
            share = _eased(x / max(1, cells - 1))
            top = ribbon.left[0] + (ribbon.right[0] - ribbon.left[0]) * share
            bottom = ribbon.left[1] + (ribbon.right[1] - ribbon.left[1]) * share
            first = max(0, min(rows * 2 - 1, round(top)))
            for y in range(first, min(rows * 2, max(first + 1, round(bottom)))):
                canvas[y][x] = kind
    return canvas


def in_cells(canvas: list[list[Pixel]], *, is_ascii: bool) -> list[Line]:
    """The picture as lines of a terminal."""
    pairs = zip(canvas[::2], canvas[1::2], strict=True)
    return [_joined(_cell(top, bottom, is_ascii) for top, bottom in zip(*pair, strict=True)) for pair in pairs]


def _cell(top: Pixel, bottom: Pixel, is_ascii: bool) -> Run:
    """Two pixels in one cell: a fill where they are alike, else half a block."""
    strong = {"out": 3, "in": 2, "other": 1, "": 0}
    upper = strong[top] >= strong[bottom]
    front, back = (top, bottom) if upper else (bottom, top)
    if is_ascii:
        return _ASCII_FILL[front], f"{_ROLES[front]} on ground"
    if front == back or front == "other":
        return _FILL[front], f"{_ROLES[front]} on ground"
    ground = _ROLES[back] if back == "in" else "ground"
    return _HALF[upper], f"{_ROLES[front]} on {ground}"


def _joined(runs: Iterable[Run]) -> Line:
    return tuple(("".join(text for text, _ in group), role) for role, group in groupby(runs, key=lambda run: run[1]))


def _kind(ribbon: Ribbon, chosen: str) -> Pixel:
    return "out" if ribbon.giver == chosen else "in" if ribbon.taker == chosen else "other"


def _side(ids: list[str], amounts: Mapping[str, float], unit: float) -> Side:
    starts, sizes, at = {}, {}, 0.0
    for each in ids:
        starts[each], sizes[each] = at, _LEAST + amounts[each] * unit
        at += sizes[each] + 1
    return Side(starts, sizes)


def _shares(
    flows: Mapping[tuple[str, str], float], end: int, side: Side, order: Mapping[str, int]
) -> dict[tuple[str, str], tuple[float, float]]:
    """Where each stream begins (`end` 0) or ends (1), one under the other in the order of who is at its other end."""
    found: dict[tuple[str, str], tuple[float, float]] = {}
    for partner, start in side.starts.items():
        own = sorted((each for each in flows if each[end] == partner), key=lambda each: order[each[1 - end]])
        total = sum(flows[each] for each in own)
        at = start
        for each in own:
            size = side.sizes[partner] * flows[each] / total
            found[each] = (at, at + size)
            at += size
    return found


def _eased(share: float) -> float:
    return share * share * (3 - 2 * share)
