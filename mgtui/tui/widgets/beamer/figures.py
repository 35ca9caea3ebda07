"""Figures and verdict signs so large that they are read from the back of the room: each a small drawing, blown up.

Invariant: all lines of a figure are equally wide, also in plain ASCII.
"""

from __future__ import annotations

from typing import Final, Literal

Size = Literal[1, 2, 3]
"""1 is as small as it can be drawn, 2 and 3 are five and ten lines high."""

_HIGH: Final = 5
_GAP: Final = 1

_GLYPHS: Final[dict[str, tuple[str, ...]]] = {
    "0": ("###", "# #", "# #", "# #", "###"),
    "1": ("## ", " # ", " # ", " # ", "###"),
    "2": ("###", "  #", "###", "#  ", "###"),
    "3": ("###", "  #", "###", "  #", "###"),
    "4": ("# #", "# #", "###", "  #", "  #"),
    "5": ("###", "#  ", "###", "  #", "###"),
    "6": ("###", "#  ", "###", "# #", "###"),
    "7": ("###", "  #", "  #", "  #", "  #"),
    "8": ("###", "# #", "###", "# #", "###"),
    "9": ("###", "# #", "###", "  #", "###"),
    "+": ("   ", " # ", "###", " # ", "   "),
    "−": ("   ", "   ", "###", "   ", "   "),
    "–": ("  ", "  ", "##", "  ", "  "),
    "…": ("     ", "     ", "     ", "     ", "# # #"),
    "≥": ("#  ", " # ", "#  ", "   ", "###"),
    "≤": ("  #", " # ", "  #", "   ", "###"),
    "?": ("###", "  #", " ##", "   ", " # "),
    "∞": ("       ", " ## ## ", "#  #  #", " ## ## ", "       "),
    ".": (" ", " ", " ", " ", "#"),
    ",": ("  ", "  ", "  ", " #", "# "),
    ":": (" ", "#", " ", "#", " "),
    "/": ("  #", "  #", " # ", "#  ", "#  "),
    "×": ("   ", "# #", " # ", "# #", "   "),
    " ": ("  ", "  ", "  ", "  ", "  "),
    "▲": ("   #   ", "  ###  ", "  ###  ", " ##### ", "#######"),
    "▼": ("#######", " ##### ", "  ###  ", "  ###  ", "   #   "),
    "◆": ("   #   ", " ##### ", "#######", " ##### ", "   #   "),
    "·": ("   ", "   ", " # ", "   ", "   "),
}
_HALVES: Final = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


def figure(text: str, size: Size, *, is_ascii: bool = False) -> tuple[str, ...]:
    """`text` in large, in 3, 5 or 10 lines by its size; nothing when there is something in it that has no drawing.

    In ASCII the smallest has 5 lines too.
    """
    if not text or not all(letter in _GLYPHS for letter in text):
        return ()
    rows = ["".join(_GLYPHS[letter][y].ljust(len(_GLYPHS[letter][y]) + _GAP) for letter in text) for y in range(_HIGH)]
    rows = [row[:-_GAP] for row in rows]
    if size == 1:
        return tuple(rows) if is_ascii else _halved(rows)
    ink = "#" if is_ascii else "█"
    wide, high = (2, 1) if size == 2 else (4, 2)
    return tuple("".join((ink if dot == "#" else " ") * wide for dot in row) for row in rows for _ in range(high))


def fitting(text: str, most: Size, cells: int, *, is_ascii: bool = False) -> tuple[str, ...]:
    """`text` as large as it can be, up to `most`, in `cells` cells; as plain text when no figure fits."""
    sizes: tuple[Size, ...] = (3, 2, 1)
    for size in sizes:
        drawn = figure(text, size, is_ascii=is_ascii) if size <= most else ()
        if drawn and len(drawn[0]) <= cells:
            return drawn
    return (text,)


def _halved(rows: list[str]) -> tuple[str, ...]:
    """Two dots in each cell, one over the other."""
    below = [*rows[1:], " " * len(rows[0])]
    pairs = list(zip(rows, below, strict=True))[::2]
    return tuple(
        "".join(_HALVES[upper == "#", lower == "#"] for upper, lower in zip(*pair, strict=True)) for pair in pairs
    )
