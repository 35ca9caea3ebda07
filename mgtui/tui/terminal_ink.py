"""Writes runs of text for a terminal, saying of each style only what differs from the one before.

Rich writes every style whole and ends it again: two colours of nineteen bytes around every dot of a weight.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from msgspec import Struct
from msgspec.structs import replace
from rich.color import Color, ColorSystem
from rich.console import Console
from rich.segment import Segment
from rich.style import Style

from mgtui.tui.editing.cells import clusters

_ON: Final = {
    "bold": "1",
    "dim": "2",
    "italic": "3",
    "underline": "4",
    "blink": "5",
    "blink2": "6",
    "reverse": "7",
    "conceal": "8",
    "strike": "9",
    "underline2": "21",
    "overline": "53",
}
_OFF: Final = {
    "bold": "22",
    "dim": "22",
    "italic": "23",
    "underline": "24",
    "blink": "25",
    "blink2": "25",
    "reverse": "27",
    "conceal": "28",
    "strike": "29",
    "underline2": "24",
    "overline": "55",
}
_JOINERS: Final = ("\u200d", "\ufe0f")
_KEEP_PLACE: Final = "\x1b7"
_BACK: Final = "\x1b8"
_ON_A_BLANK: Final = frozenset({"underline", "underline2", "reverse", "strike", "overline"})
"""What shows where there is nothing but blanks."""


class Ink(Struct, frozen=True):
    """How text looks: what is on of `_ON`, and the codes of its colour and its ground; empty for the terminal's own."""

    on: frozenset[str] = frozenset()
    colour: str = ""
    ground: str = ""

    @property
    def shows_on_a_blank(self) -> bool:
        """Whether more than its ground shows where there is no text."""
        return not self.on.isdisjoint(_ON_A_BLANK)


PLAIN: Final = Ink()


class Writer:
    """Collects what a terminal is to get; it begins and ends with the terminal's own colours.

    Args:
        console: whose colours the terminal has.
    """

    def __init__(self, console: Console) -> None:
        self._system = console._color_system or ColorSystem.TRUECOLOR
        self._ink = PLAIN
        self._pieces: list[str] = []

    def move_to(self, x: int, y: int) -> None:
        """Go on at column `x` of row `y`, from 0."""
        self._pieces.append(f"\x1b[{y + 1};{x + 1}H")

    def write(self, segments: Iterable[Segment]) -> None:
        """Write `segments`, one behind the other."""
        for text, style, _control in segments:
            ink = PLAIN if style is None else _ink_of(style, self._system)
            if not text.strip(" ") and not ink.shows_on_a_blank and not self._ink.shows_on_a_blank:
                ink = replace(self._ink, ground=ink.ground)
            if ink != self._ink:
                self._pieces.append(_turn(self._ink, ink))
                self._ink = ink
            text = in_place(text)
            link = style and style.link
            self._pieces.append(f"\x1b]8;;{link}\x1b\\{text}\x1b]8;;\x1b\\" if link else text)

    def ended(self) -> str:
        """All that was written."""
        end = _turn(self._ink, PLAIN)
        self._ink = PLAIN
        return "".join((*self._pieces, end))


@lru_cache(maxsize=1024)
def in_place(text: str) -> str:
    """`text`, with the cursor put where it belongs behind every cluster that not all terminals give the same width.

    Some draw an emoji of several parts in two cells, others each part; what follows stands in the same place on both.
    """
    if text.isascii() or not any(joiner in text for joiner in _JOINERS):
        return text
    return "".join(
        f"{_KEEP_PLACE}{piece}{_BACK}\x1b[{cells}C" if any(joiner in piece for joiner in _JOINERS) else piece
        for start, end, cells in clusters(text)
        if (piece := text[start:end])
    )


@lru_cache(maxsize=1024)
def _ink_of(style: Style, system: ColorSystem) -> Ink:
    on = frozenset(name for name in _ON if getattr(style, name))
    return Ink(on, _codes(style.color, system), _codes(style.bgcolor, system, foreground=False))


def _codes(colour: Color | None, system: ColorSystem, *, foreground: bool = True) -> str:
    if colour is None or colour.is_default:
        return ""
    return ";".join(colour.downgrade(system).get_ansi_codes(foreground=foreground))


@lru_cache(maxsize=4096)
def _turn(before: Ink, after: Ink) -> str:
    """The shortest that makes a terminal go on in `after` when it wrote in `before`."""
    if before == after:
        return ""
    anew = _codes_for(PLAIN, after)
    short = min(_codes_for(before, after), ["0", *anew] if anew else [""], key=lambda codes: len(";".join(codes)))
    return f"\x1b[{';'.join(short)}m"


def _codes_for(before: Ink, after: Ink) -> list[str]:
    off = {_OFF[name] for name in before.on - after.on}
    on = {_ON[name] for name in after.on if name not in before.on or _OFF[name] in off}
    codes = [*sorted(off), *sorted(on)]
    if before.colour != after.colour:
        codes.append(after.colour or "39")
    if before.ground != after.ground:
        codes.append(after.ground or "49")
    return codes
