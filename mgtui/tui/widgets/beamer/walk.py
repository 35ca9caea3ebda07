"""The views in the order in which one walks through them, what each is called, and how each is drawn.

Invariant: what is drawn is the session as a viewer sees it, whoever looks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from msgspec.structs import replace

from mgtui.domain.people import View
from mgtui.domain.session import Session
from mgtui.domain.turns import Turns
from mgtui.domain.visibility import for_viewers
from mgtui.locale import N_, _
from mgtui.locale.safe_text import safe
from mgtui.locale.wording import naming
from mgtui.tui.widgets.beamer import agreements, ambition, checklist, exchange, meters, opening, spotlight, timer
from mgtui.tui.widgets.beamer.slide import Parts, Slide, laid_out
from mgtui.tui.widgets.beamer.surface import Surface

SPOTLIGHT: Final = "partner"
TIMER: Final = "timer"


class _Kind(NamedTuple):
    title: str
    ways: Callable[[Session, Surface], list[Parts]]


_KINDS: Final[Mapping[str, _Kind]] = {
    "opening": _Kind(N_("Welcome"), opening.ways),
    "meters": _Kind(N_("Does it hold for everyone?"), meters.ways),
    "exchange": _Kind(N_("Who brings what to whom?"), exchange.ways),
    "ambition": _Kind(N_("Our ambition"), ambition.ways),
    "stakeholders": _Kind(N_("What we tell our own people"), checklist.ways),
    "agreements": _Kind(N_("Who does what by when?"), agreements.ways),
    TIMER: _Kind(N_("Who has the floor?"), lambda session, surface: timer.ways(session, Turns(), surface)),
}
"""All views but the spotlight, which there is one of for each partner, after the meters."""


def views(session: Session) -> list[View]:
    """Every view there is, in order."""
    found: list[View] = []
    for name in _KINDS:
        found.append(View(screen=name))
        if name == "meters":
            found += [View(screen=SPOTLIGHT, partner=each.id) for each in session.partners_in_order]
    return found


def settled(view: View, session: Session) -> View:
    """`view`, or when it can't be shown the one to begin with: how it opens, or the meters once there are any."""
    if view.screen in _KINDS or (view.screen == SPOTLIGHT and view.partner in session.partners):
        return view
    return replace(view, screen="meters" if session.items else "opening", partner="", item="")


def stepped(view: View, session: Session, steps: int) -> View:
    """The view that many further in the order; the ends are ends."""
    order = views(session)
    bare = replace(settled(view, session), item="", step="")
    at = order.index(bare) if bare in order else 0
    return replace(order[max(0, min(len(order) - 1, at + steps))], step=view.step)


def seen(session: Session) -> Session:
    """The session as a viewer sees it."""
    return for_viewers(session)


def drawn(view: View, session: Session, surface: Surface, say: str = "", turns: Turns | None = None) -> Slide:
    """The page of `view` that is asked for.

    Args:
        view: what to show.
        session: as anyone knows it; only what a viewer may see is drawn.
        surface: what it is drawn on.
        say: what the last line has to say.
        turns: whose turn it is to speak; None for nobody's.
    """
    session = seen(session)
    view = settled(view, session)
    partner = session.partners.get(view.partner)
    title = safe(session.title)
    if view.screen == SPOTLIGHT and partner:
        return laid_out(
            naming.partner(partner), title, spotlight.ways(session, partner, surface), surface, view.item, say
        )
    kind = _KINDS[view.screen]
    ways = timer.ways(session, turns, surface) if view.screen == TIMER and turns else kind.ways(session, surface)
    return laid_out(_(kind.title), title, ways, surface, view.item, say)
