"""What people do with a writing round: ask everyone to write for themselves, say to be ready, reveal all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mgtui.domain.session import Session
from mgtui.domain.verbs import rounds
from mgtui.locale import N_
from mgtui.tui import standing, trying
from mgtui.tui.intents.intent import AnyIntent, Intent
from mgtui.tui.screens.frame import MgtuiScreen

if TYPE_CHECKING:
    from mgtui.tui.screens.board import BoardScreen

Anywhere = MgtuiScreen[Any]


def _session_of(screen: Anywhere) -> Session | None:
    """The session in which this person may write for all to see: no trial, and not while only looking on."""
    app = screen.mgtui
    if app.seat is None or app.seat.person.role == "viewer" or trying.trial_of(app) is not None:
        return None
    return app.session


def _is_there_to_reveal(session: Session | None) -> bool:
    if session is None:
        return False
    return session.current_round is not None or any(item.covered for item in session.items.values())


class Ready(Intent["BoardScreen"]):
    """I have written what I had to write."""

    id = "round.ready"
    keys = ("space",)
    label = N_("ready")
    help = N_("In a writing round: says that you have written what you had to write, or that you have not after all.")
    group = "conversation"
    screens = ("board",)

    def is_possible(self, screen: BoardScreen) -> bool:
        """In a round."""
        session = _session_of(screen)
        return session is not None and session.current_round is not None

    def perform(self, screen: BoardScreen) -> None:
        """Say so."""
        app, session = screen.mgtui, _session_of(screen)
        of = session.current_round if session else None
        if session and of and app.seat:
            screen.keep_typing()
            app.seat.submit(rounds.turn_ready(session, of.id, app.seat.person, app.doors.now()))


class Reveal(Intent[Anywhere]):
    """Show everyone all that is covered, at once."""

    id = "round.reveal"
    keys = ("V",)
    label = N_("reveal")
    help = N_("Shows everyone at once what all have covered, and ends the writing round; only the facilitator can.")
    group = "conversation"

    def is_possible(self, screen: Anywhere) -> bool:
        """For a facilitator, with something to reveal or a round to end."""
        return _is_there_to_reveal(_session_of(screen)) and not standing.is_led_by_others(screen.mgtui)

    def why_not(self, screen: Anywhere) -> str:
        """Who can."""
        app = screen.mgtui
        is_for_others = _is_there_to_reveal(app.session) and standing.is_led_by_others(app)
        return standing.who_can(app) if is_for_others else ""

    def perform(self, screen: Anywhere) -> None:
        """Reveal it."""
        app, session = screen.mgtui, _session_of(screen)
        if session and app.seat:
            screen.keep_typing()
            app.seat.submit(rounds.reveal(app.seat.session, app.doors.now()))


class Ask(Intent[Anywhere]):
    """Begin a writing round."""

    id = "round.open"
    keys = ("C",)
    label = N_("writing round")
    help = N_(
        "Asks everyone to write for themselves: what each adds stays covered for the others, and out of the meters, "
        "until the facilitator reveals all of it at once."
    )
    group = "conversation"

    def is_possible(self, screen: Anywhere) -> bool:
        """With partners at the table, and no round that goes on."""
        session = _session_of(screen)
        return session is not None and bool(session.partners) and session.current_round is None

    def perform(self, screen: Anywhere) -> None:
        """Ask what the question is, of whom may ask it now."""
        if standing.may_edit(screen.mgtui):
            screen.keep_typing()
            screen.mgtui.lay_over("round")


INTENTS: tuple[AnyIntent, ...] = (Ready(), Reveal(), Ask())
