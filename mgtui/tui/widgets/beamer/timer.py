"""Whose turn it is to speak and what is left of it, as large as can be, over what everyone has left and has spoken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from mgtui.domain import turns as timing
from mgtui.domain.session import Partner, Session
from mgtui.domain.turns import Tone, Turns
from mgtui.locale import _
from mgtui.locale.wording import naming, speaking
from mgtui.tui.editing.cells import clipped, padded, width
from mgtui.tui.widgets.beamer.figures import Size
from mgtui.tui.widgets.beamer.slide import Block, Parts
from mgtui.tui.widgets.beamer.surface import Surface, wrapped
from mgtui.tui.widgets.board.drawing import Line, apart

_ROLES: Final[Mapping[Tone, str]] = {
    "calm": "ink bold",
    "soon": "warning bold",
    "last": "warning bold",
    "over": "warning bold",
}
_COLUMN: Final = 12


def ways(session: Session, turns: Turns, surface: Surface) -> list[Parts]:
    """The clock of who has the floor, over everyone's time; large, and else smaller."""
    partner = session.partners.get(turns.partner)
    rows = list(_everyone(session, turns, surface))
    sizes: tuple[Size, ...] = (3, 2, 1)
    return [Parts(_clock(partner, turns, surface, size), rows, gap=gap) for size in sizes for gap in (1, 0)]


def _clock(partner: Partner | None, turns: Turns, surface: Surface, size: Size) -> list[Line]:
    if partner is None:
        return surface.headline(_("Nobody has the floor yet."), "heading bold", surface.cells)
    tone = timing.tone(turns, partner.id, surface.now)
    role = _ROLES[tone]
    time = speaking.left(timing.left(turns, partner.id, surface.now))
    large = surface.figure(time, size, surface.cells)
    words = [naming.partner(partner), *([] if turns.is_running else [_("paused")]), speaking.urgency(tone)]
    told = surface.plain(" · ".join(word for word in words if word))
    return [*((((line, role)),) for line in large), (), *surface.headline(told, role, surface.cells)]


def _everyone(session: Session, turns: Turns, surface: Surface) -> Iterator[Block]:
    titles = "".join(padded(clipped(title, _COLUMN - 1), _COLUMN) for title in (_("still left"), _("spoken")))
    yield Block("", (apart((), ((titles, "muted"),), surface.cells, "ink"),))
    keeper = timing.keeper_of_times(session)
    for each in session.partners_in_order:
        has_floor = each.id == turns.partner
        left = speaking.left(timing.left(turns, each.id, surface.now))
        spoken = speaking.spoken(timing.spoken_at(keeper, turns, each.id, surface.now))
        times = "".join(padded(surface.plain(time), _COLUMN) for time in (left, spoken))
        role = "heading bold" if has_floor else "ink"
        mark = f"{surface.signs.bring if has_floor else ' '} "
        name = wrapped(naming.partner(each), role, surface.cells - width(times) - 2, mark)
        yield Block(each.id, (apart(name[0], ((times, role),), surface.cells, "ink"), *name[1:]))
