"""How a turn to speak is told: what is left, and by a word or a mark, never by colour alone, how urgent that is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from mgtui.domain.session import Meeting, Session
from mgtui.domain.turns import Tone, whole_seconds
from mgtui.locale import N_, _, dates
from mgtui.locale.wording import naming


def left(of: timedelta) -> str:
    """What is left as a clock that counts down: "04:10"; "−00:05" when overdrawn."""
    return dates.stopwatch(whole_seconds(of))


def spoken(of: timedelta) -> str:
    """How long someone has spoken: "04:10", by whole seconds that have passed."""
    return dates.stopwatch(of - of % timedelta(seconds=1))


def spoken_in_all(of: Meeting, session: Session) -> str:
    """Who has spoken how long at a meeting, in the order of the table: "De Linde 04:10, Het Kompas 02:00"."""
    return ", ".join(
        f"{naming.partner(each)} {dates.stopwatch(timedelta(seconds=of.spoken[each.id]))}"
        for each in session.partners_in_order
        if each.id in of.spoken
    )


def urgency(of: Tone) -> str:
    """A word for how urgent it is; none as long as there is time enough."""
    return _(_URGENCY[of]) if of in _URGENCY else ""


def mark(of: Tone) -> str:
    """The same in at most two cells, where a word has no room."""
    return _MARKS[of]


_URGENCY: Final[Mapping[Tone, str]] = {
    "soon": N_("round off"),
    "last": N_("last words"),
    "over": N_("time is up"),
}
_MARKS: Final[Mapping[Tone, str]] = {"calm": "", "soon": "!", "last": "!!", "over": "!!"}
