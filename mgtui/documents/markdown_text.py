r"""Any text as Markdown that shows it letter for letter, and back.

Invariant: `unescaped(escaped(text)) == text` for a text that is safe and has no spaces at its ends or before a line
break. A line break is written as `<br>`, since a list, heading or table has one line.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from mgtui.locale.safe_text import safe

BREAK = "<br>"
BOARD_BEGINS = "<!-- mgtui: board -->"
BOARD_ENDS = "<!-- mgtui: end of board -->"

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~$]|&(?=#?\w+;)|^#|#(?=\s*$)")
_LIST_MARK = re.compile(r"^(?:([-+])(?=\s|$)|(\d{1,9})([.)])(?=\s|$))")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_CODE = re.compile(r"&#([0-9]{1,7});")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_AT_ENDS = "*_: #"


def escaped(text: str) -> str:
    """`text` on one line of Markdown, harmless and unformatted."""
    return BREAK.join(_line(line) for line in safe(text, newline="\n").split("\n"))


def heading(text: str, reserved: Collection[str] = ()) -> str:
    """`text` as a heading whose ends stay what they are, also where a heading says more than its text.

    Args:
        text: what it says.
        reserved: words that mean something as a heading; a text that is one of them gets its first letter as a code.
    """
    first, middle, last = text[:1], text[1:-1], text[1:][-1:]
    means_more = text.strip(_AT_ENDS).casefold() in reserved
    begins = _coded(first) if means_more or first in _AT_ENDS else escaped(first)
    return begins + escaped(middle) + (_coded(last) if last in _AT_ENDS else escaped(last))


def unescaped(text: str) -> str:
    """The text that a line of Markdown shows, with line breaks for `<br>`; emphasis and links stay as written."""
    pieces = _ESCAPED.split(_BREAK.sub("\n", text))
    # Every second piece stood behind a backslash and means itself.
    return "".join(_decoded(piece) if at % 2 == 0 else piece for at, piece in enumerate(pieces))


def _line(text: str) -> str:
    bare = text.strip()
    if not bare:
        return _coded(text)
    before, _, after = text.partition(bare)
    line = _SPECIAL.sub(lambda found: f"\\{found[0]}", bare)
    line = _LIST_MARK.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", line)
    return _coded(before) + line + _coded(after)


def _coded(text: str) -> str:
    return "".join(f"&#{ord(character)};" for character in text)


def _decoded(text: str) -> str:
    return _CODE.sub(lambda found: chr(int(found[1])) if 0 < int(found[1]) < 0x110000 else found[0], text)
