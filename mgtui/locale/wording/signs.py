"""The signs that say with a shape what colour may not carry alone, and their plain ASCII counterparts."""

from __future__ import annotations

from typing import Final

import msgspec
from msgspec import Struct

from mgtui.domain.balance import SessionVerdict, Verdict


class Signs(Struct, frozen=True, kw_only=True):
    """One set of signs; each is one cell wide unless it says otherwise.

    Attributes:
        gains, loses, open, empty: a partner's verdict.
        point, no_point: one point of a weight, and one it does not have.
        uncertain: not sure to come about. private: for no other eyes. objection: a stakeholder objects.
        told, untold, stale: a check that holds, does not, or told a story that has changed; up to three cells in
            ASCII.
        valued, doubt, ask_again: answers that came back, beside `objection`.
        sure, unsure, unbounded: parts of a meter; the last ends a bar that has no known end.
        take, bring: beside a column's heading.
    """

    gains: str = "▲"
    loses: str = "▼"
    open: str = "◆"
    empty: str = "·"
    point: str = "●"
    no_point: str = "○"
    uncertain: str = "?"
    private: str = "⊘"
    objection: str = "!"
    told: str = "☑"
    untold: str = "☐"
    stale: str = "↻"
    valued: str = "+"
    doubt: str = "~"
    ask_again: str = "?"
    sure: str = "█"
    unsure: str = "▒"
    unbounded: str = "→"
    take: str = "◀"
    bring: str = "▶"

    def of(self, verdict: Verdict) -> str:
        """The sign of a partner's verdict."""
        return {"gains": self.gains, "loses": self.loses, "open": self.open, "empty": self.empty}[verdict]

    def of_session(self, verdict: SessionVerdict) -> str:
        """The sign of the session's verdict."""
        return {"sustainable": self.gains, "unsustainable": self.loses, "open": self.open}[verdict]

    def points(self, weight: int, most: int) -> str:
        """A weight in points: "●●●○○" for 3 of 5."""
        return self.point * weight + self.no_point * (most - weight)


UNICODE: Final = Signs()
ASCII: Final = Signs(
    gains="^",
    loses="v",
    open="~",
    empty=".",
    point="*",
    no_point="-",
    private="x",
    told="[x]",
    untold="[ ]",
    stale="[~]",
    sure="#",
    unsure=":",
    unbounded=">",
    take="<",
    bring=">",
)

_IN_ASCII: Final = str.maketrans(
    {
        "−": "-",
        "–": "-",
        "…": "...",
        "≥": ">=",
        "≤": "<=",
        "∞": "inf",
        "·": "-",
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "→": "->",
        "←": "<-",
        "↑": "^",
        "↓": "v",
        "×": "x",
        "\N{NO-BREAK SPACE}": " ",
    }
)

_IN_ONE_CELL: Final = str.maketrans(
    {sign: ascii_text[0] for sign, ascii_text in ((chr(code), plain) for code, plain in _IN_ASCII.items())}
    | {
        sign: plain
        for sign, plain in zip(msgspec.structs.astuple(UNICODE), msgspec.structs.astuple(ASCII), strict=True)
        if len(plain) == 1
    }
    | dict.fromkeys("─━╭╮╰╯├┤┬┴┼", "-")
    | dict.fromkeys("│┃▏▎▍▌▋▊▉▕▐", "|")
    | dict.fromkeys("▁▂▃▄▅▆▇▀▔", "#")
)


def in_ascii(text: str) -> str:
    """The wording's own signs in `text` ("+3…+5", "≥ 4") as ASCII; letters with accents stay."""
    return text.translate(_IN_ASCII)


def in_one_cell(text: str) -> str:
    """`text` with each sign that is not a letter as one of ASCII: it stays as wide as it is."""
    return text if text.isascii() else text.translate(_IN_ONE_CELL)
