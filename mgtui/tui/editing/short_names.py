"""Partners' names in few cells, still told apart: “Partne…10” and “Partne…11”, never twice “Partner 1”."""

from __future__ import annotations

from collections import Counter
from itertools import takewhile

from mgtui.tui.editing.cells import clipped, width


def short_names(names: list[str], cells: int, mark: str = "…", end: str = "") -> list[str]:
    """`names` in at most `cells` cells each.

    One that does not fit is cut at its end, and gets `end` there. Where that makes it the same as another, it shows
    the word by which they differ instead, behind `mark`, as far as the cells allow.
    """
    short = [clipped(name, cells, end) for name in names]
    for _round in names:
        times = Counter(short)
        told = [
            _by_its_difference(
                name, [other for other, cut in zip(names, short, strict=True) if cut == mine], cells, mark
            )
            if times[mine] > 1 and width(name) > cells
            else mine
            for name, mine in zip(names, short, strict=True)
        ]
        if told == short:
            break
        short = told
    return short


def _by_its_difference(name: str, alike: list[str], cells: int, mark: str) -> str:
    """`name` as its first letters and the word by which it differs from all that are `alike`."""
    shared = sum(1 for _ in takewhile(lambda here: len(set(here)) == 1, zip(*alike, strict=False)))
    word = name.rfind(" ", 0, shared) + 1
    room = cells - 1 - width(mark)
    if shared >= word + len(clipped(name[word:], room, "")):
        word = shared
    ending = clipped(name[word:], room, "")
    if not word:
        return clipped(name, cells, "")
    return clipped(name, cells - width(mark) - width(ending), "").rstrip() + mark + ending
