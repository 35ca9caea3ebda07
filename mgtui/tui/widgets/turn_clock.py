"""The clock of the turn in a heading: a sign, what is left, and a mark that says how urgent it is."""

from __future__ import annotations

from typing import Final

from mgtui.domain.session import Session
from mgtui.domain.turns import Tone
from mgtui.locale.safe_text import safe
from mgtui.locale.wording import speaking
from mgtui.tui.editing.cells import clipped
from mgtui.tui.ticking import Clock
from mgtui.tui.widgets.board.look import Strokes

WIDE: Final = 100
"""The cells of a heading that has room for a name as well."""

_LONGEST_NAME: Final = 16


def turn_clock(clock: Clock | None, session: Session, cells: int, strokes: Strokes) -> str:
    """The clock for a heading of `cells`; empty while nobody has the floor."""
    if clock is None or clock.partner not in session.partners:
        return ""
    sign = strokes.clock if clock.is_running else strokes.paused
    name = clipped(safe(session.partners[clock.partner].name), _LONGEST_NAME) if cells >= WIDE else ""
    shown = " ".join(filter(None, (sign, name, speaking.left(clock.left))))
    return f"{shown}{speaking.mark(clock.tone)}"


def role_of(tone: Tone) -> str:
    """The board's role for a clock with that tone."""
    return {"calm": "heading", "soon": "warning", "last": "alarm", "over": "alarm"}[tone]
