"""Pieces of SVG: texts and attributes are made safe here, so that nothing that people wrote is ever markup."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from html import escape

from mgtui.locale.safe_text import safe

Attribute = str | float | int

_LETTER = 0.57
"""How wide a letter is, in sizes of the font, on the safe side for the fonts at hand."""


def element(name: str, *inside: str, **attributes: Attribute) -> str:
    """An element; an underscore in an attribute's name stands for a hyphen, a last one is left out ("class_")."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_number(value))}"' for key, value in attributes.items()
    )
    content = "".join(inside)
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def text(words: str) -> str:
    """`words` as text in an element."""
    return escape(safe(words), quote=False)


def words(x: float, y: float, says: str, size: float, class_: str = "", *, bold: bool = False) -> str:
    """A line of text with its baseline at `y`."""
    attributes: dict[str, Attribute] = {"font_weight": "bold"} if bold else {}
    classes = f"mg-word {class_}".strip()
    return element("text", text(says), x=x, y=y, font_size=size, class_=classes, **attributes)


def picture(width: float, height: float, title: str, description: str, inside: Sequence[str]) -> str:
    """A whole `svg` element that says in words what it shows.

    Args:
        width: of what is drawn; it scales to the room there is.
        height: of what is drawn.
        title: what it shows, briefly.
        description: what it shows, in full.
        inside: the drawing.
    """
    return element(
        "svg",
        element("title", text(title)),
        element("desc", text(description)),
        *inside,
        xmlns="http://www.w3.org/2000/svg",
        width=round(width),
        height=round(height),
        viewBox=f"0 0 {round(width)} {round(height)}",
        class_="mg-picture",
        role="img",
    )


def wrapped(says: str, size: float, width: float) -> list[str]:
    """`says` in lines that are about `width` wide at most; a longer word is cut into pieces."""
    lines, line = [], ""
    for word in safe(says).split():
        for piece in _pieces(word, size, width):
            longer = f"{line} {piece}" if line else piece
            if line and wide(longer, size) > width:
                lines.append(line)
                longer = piece
            line = longer
    return [*lines, line]


def wide(says: str, size: float) -> float:
    """About how wide `says` is."""
    if says.isascii():
        return len(says) * _LETTER * size
    letters = sum(
        0.0 if unicodedata.combining(each) else 1.05 if unicodedata.east_asian_width(each) in "WF" else _LETTER
        for each in says
    )
    return letters * size


def _pieces(word: str, size: float, width: float) -> list[str]:
    most = max(1, int(width / (1.05 * size)))
    if wide(word, size) <= width:
        return [word]
    return [word[at : at + most] for at in range(0, len(word), most)]


def _number(value: Attribute) -> str:
    return value if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")
