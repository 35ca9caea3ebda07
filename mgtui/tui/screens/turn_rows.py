"""The turns as rows: how it stands in one line, then each partner with what it has left and has spoken in all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from mgtui.domain import turns as timing
from mgtui.domain.session import Partner, Session
from mgtui.domain.turns import Tone, Turns
from mgtui.locale import _, ngettext
from mgtui.locale.safe_text import safe
from mgtui.locale.wording import naming, speaking
from mgtui.tui.editing.cells import clipped, padded, width
from mgtui.tui.editing.short_names import short_names
from mgtui.tui.screens.sheet_lines import wrapped
from mgtui.tui.widgets.board.look import ASCII, Strokes
from mgtui.tui.widgets.row_list import Line, ListRow

_LONGEST_NAME: Final = 28
_TIME: Final = 9
_BAR: Final = 24
_LEAST_BAR: Final = 6
_GAP: Final = 2
_ROLES: Final[dict[Tone, str]] = {"calm": "ink", "soon": "warning bold", "last": "warning bold", "over": "warning bold"}


def rows(
    session: Session, turns: Turns, now: datetime, cells: int, strokes: Strokes, *, may_turn: bool
) -> list[ListRow]:
    """How it stands, everyone's time, and how long a share is."""
    partners = session.partners_in_order
    if not partners:
        return [ListRow("", wrapped(_("There are no partners at the table yet."), cells, "muted"))]
    columns = _Columns(partners, cells)
    return [
        ListRow("", _standing(session, turns, now, cells, may_turn)),
        ListRow("", ((), columns.heading())),
        *(ListRow(each.id, (columns.line(each, session, turns, now, strokes),)) for each in partners),
        ListRow("", ((), *wrapped(_share(turns, session), cells, "muted"))),
    ]


class _Columns:
    """How wide each column is: names as they need, the bar in what is left."""

    def __init__(self, partners: list[Partner], cells: int) -> None:
        self._word = max(width(speaking.urgency(each)) for each in ("soon", "last", "over"))
        fixed = 4 + 2 * (_TIME + _GAP) + self._word + _GAP
        longest = max(width(naming.partner(each)) for each in partners)
        self._name = max(8, min(longest, _LONGEST_NAME, cells - fixed))
        names = short_names([naming.partner(each) for each in partners], self._name, end="…")
        self._names = dict(zip((each.id for each in partners), names, strict=True))
        room = cells - fixed - self._name - 2 * _GAP
        self._bar = min(_BAR, room) if room >= _LEAST_BAR else 0

    def heading(self) -> Line:
        """What each column holds."""
        before = padded("", 4 + self._name + _GAP)
        titles = [padded(clipped(title, _TIME + 1), _TIME + _GAP) for title in (_("still left"), _("spoken"))]
        return ((before + "".join(titles), "muted"),)

    def line(self, partner: Partner, session: Session, turns: Turns, now: datetime, strokes: Strokes) -> Line:
        """One partner."""
        is_current = partner.id == turns.partner
        tone = timing.tone(turns, partner.id, now)
        role = _ROLES[tone] if is_current else "ink"
        sign = (strokes.clock if turns.is_running else strokes.paused) if is_current else ""
        name = padded(self._names[partner.id], self._name)
        left = speaking.left(timing.left(turns, partner.id, now))
        word = padded(speaking.urgency(tone), self._word)
        spoken = speaking.spoken(timing.spoken_at(timing.keeper_of_times(session), turns, partner.id, now))
        bar = f"{self._drawn(turns, partner, now, strokes)}  " if self._bar else ""
        return (
            (f"{padded(sign, 4)}{name}  ", "heading bold" if is_current else "ink"),
            (f"{padded(left, _TIME)}  ", role),
            (f"{padded(spoken, _TIME)}  ", "ink"),
            (bar, "take" if role == "ink" else "warning"),
            (word, role),
        )

    def _drawn(self, turns: Turns, partner: Partner, now: datetime, strokes: Strokes) -> str:
        """What is left of the share, as a bar."""
        part = timing.left(turns, partner.id, now) / timing.share_of(turns, partner.id)
        full = min(self._bar, max(0, -int(-part * self._bar // 1)))
        sure, gone = ("#", ".") if strokes is ASCII else ("█", "░")
        return sure * full + gone * (self._bar - full)


def _standing(session: Session, turns: Turns, now: datetime, cells: int, may_turn: bool) -> tuple[Line, ...]:
    partner = session.partners.get(turns.partner)
    if partner is None:
        begin = _("Nobody has the floor yet. n gives it to the first.")
        return wrapped(begin if may_turn else _("Nobody has the floor yet."), cells, "heading bold")
    return wrapped(" · ".join(_told(partner, turns, now)), cells, "heading bold")


def _told(partner: Partner, turns: Turns, now: datetime) -> Iterator[str]:
    yield _("{partner} has the floor").format(partner=clipped(safe(partner.name), _LONGEST_NAME))
    if not turns.is_running:
        yield _("paused")
    word = speaking.urgency(timing.tone(turns, partner.id, now))
    if word:
        yield word


def _share(turns: Turns, session: Session) -> str:
    whole = timedelta(seconds=turns.share * len(session.partners))
    minutes, seconds = divmod(turns.share, 60)
    share = (
        ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)
        if not seconds
        else speaking.left(timedelta(seconds=turns.share))
    )
    return _("Each partner has {share} in a round; the whole round takes {whole}.").format(
        share=share, whole=speaking.left(whole)
    )
