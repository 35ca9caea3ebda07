"""Text that others wrote, made safe to show: no control character, escape or reordering of what is read gets through.

Each unsafe character becomes one visible stand-in, so that a text keeps its length and nothing in it is hidden. Text
is kept as typed and made safe only where it is shown; doing it twice does nothing more.
"""

from __future__ import annotations

import re
from typing import Final

_LINE_BREAK: Final = "\r\n|[\n\r\v\f\x85\u2028\u2029]"
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
_REORDERING = "\u202a-\u202e\u2066-\u2069"
_UNPRINTABLE = "\ud800-\udfff\ufff9-\ufffb\ufffe\uffff"
_UNSAFE: Final = f"[{_CONTROLS}{_REORDERING}{_UNPRINTABLE}\t\n\v\f\r\x85\u2028\u2029]"

_UNSAFE_IN_JSON: Final = "[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
"""What JSON lets pass as it is, though a terminal or a reader of the text would not; it has escaped the rest itself."""

_STAND_IN: Final = "\N{REPLACEMENT CHARACTER}"
_PICTURES_OF_CONTROLS: Final = 0x2400
_PICTURE_OF_DELETE: Final = "\N{SYMBOL FOR DELETE}"


def safe(text: str, newline: str = " ") -> str:
    """`text` as it may be written to a terminal or a document.

    Args:
        text: anything at all.
        newline: what a line break, of whatever kind, becomes; a break after a break too.

    Returns:
        The text with controls as their pictures (an escape is "␛"), a tab as a space, and what reorders text (bidi
        embeddings, overrides and isolates) or is no character (half a surrogate pair) as "\N{REPLACEMENT CHARACTER}".
    """
    # Nearly every text is all printable, which is known sooner than the patterns are compiled.
    if text.isprintable():
        return text
    return newline.join(re.sub(_UNSAFE, _stand_in, line) for line in re.split(_LINE_BREAK, text))


def safe_json(written: str) -> str:
    """JSON that says the same as `written`, with what a terminal obeys or shows in another order as its number."""
    return re.sub(_UNSAFE_IN_JSON, lambda found: f"\\u{ord(found[0]):04x}", written)


def clipped(text: str, longest: int) -> str:
    """`text` made safe, on one line of at most `longest` characters, ending in an ellipsis where some are missing."""
    line = " ".join(safe(text).split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def _stand_in(found: re.Match[str]) -> str:
    character = found[0]
    if character == "\t":
        return " "
    if character == "\x7f":
        return _PICTURE_OF_DELETE
    return chr(_PICTURES_OF_CONTROLS + ord(character)) if character < " " else _STAND_IN
