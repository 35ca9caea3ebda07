"""Where the conversation leads beyond the board: why partners are here, what they want together, what they exchange."""

from __future__ import annotations

from typing import Any

from mgtui.locale import N_
from mgtui.tui import trying
from mgtui.tui.intents.intent import AnyIntent, Intent
from mgtui.tui.screens.board import BoardScreen
from mgtui.tui.screens.frame import MgtuiScreen

Anywhere = MgtuiScreen[Any]


class _GoTo(Intent[Anywhere]):
    group = "go"
    in_footer = True
    destination: str

    def is_possible(self, screen: Anywhere) -> bool:
        """In a session, from another screen."""
        return screen.mgtui.seat is not None and self.destination != screen.NAME

    def perform(self, screen: Anywhere) -> None:
        """Go there, to the partner that the cursor is on."""
        from mgtui.tui.screens.sheet_screen import SheetScreen

        app = screen.mgtui
        if app.seat is None:
            return
        to = app.get_screen(self.destination)
        if isinstance(to, SheetScreen) and to.IS_PER_PARTNER:
            to.partner = _partner_on(screen) or to.partner
        app.go(self.destination)


class GoToInterests(_GoTo):
    """To the interests."""

    id = "go.interests"
    keys = ("i",)
    label = N_("interests")
    help = N_("Goes to the interests: why each partner is at the table, and what serves that.")
    destination = "interests"


class GoToAmbition(_GoTo):
    """To the ambition."""

    id = "go.ambition"
    keys = ("a",)
    label = N_("ambition")
    help = N_("Goes to the ambition: what it takes, who brings that, and whether each partner is willing.")
    destination = "ambition"


class GoToExchange(_GoTo):
    """To the give-and-take matrix."""

    id = "go.exchange"
    keys = ("m",)
    label = N_("matrix")
    help = N_("Goes to the exchange: who brings what to whom, what nobody brings, and what could help.")
    destination = "exchange"


class WhatIf(Intent[Anywhere]):
    """Try things out, and keep or drop that."""

    id = "trial"
    keys = ("f4",)
    label = N_("what if?")
    help = N_(
        "Begins a trial: changes beside the session, with every verdict now and then; the same key shows it to "
        "everyone, keeps it or drops it. While someone shows you theirs, it tells what they try."
    )
    group = "conversation"

    def is_possible(self, screen: Anywhere) -> bool:
        """In a session, for who may change it; to look at one that is shown, for everyone."""
        seat = screen.mgtui.seat
        return seat is not None and (seat.person.role != "viewer" or trying.trial_shown_to(screen.mgtui) is not None)

    def perform(self, screen: Anywhere) -> None:
        """Begin, or ask what to do with the trial that goes on."""
        if trying.trial_of(screen.mgtui) is None and trying.trial_shown_to(screen.mgtui) is None:
            trying.begin(screen.mgtui)
        else:
            screen.keep_typing()
            screen.mgtui.lay_over("trial")


class Guide(Intent[Anywhere]):
    """The steps of the conversation."""

    id = "guide"
    keys = ("f3",)
    label = N_("guide")
    help = N_("Shows the steps of the conversation, the questions to ask in each, and what is done and still open.")
    group = "conversation"
    in_footer = True

    def is_possible(self, screen: Anywhere) -> bool:
        """In a session."""
        return screen.mgtui.seat is not None

    def perform(self, screen: Anywhere) -> None:
        """Open the guide over `screen`."""
        screen.keep_typing()
        screen.mgtui.lay_over("guide")


def _partner_on(screen: Anywhere) -> str:
    if isinstance(screen, BoardScreen):
        return screen.board.cursor.spot.partner
    from mgtui.tui.screens.sheet_screen import SheetScreen

    return screen.partner if isinstance(screen, SheetScreen) else ""


INTENTS: tuple[AnyIntent, ...] = (GoToExchange(), GoToInterests(), GoToAmbition(), WhatIf(), Guide())
