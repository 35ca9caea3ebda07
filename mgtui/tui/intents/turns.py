"""What can be done with the turns to speak: see them, pass the floor on, stop the clock, give time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from mgtui.domain.turns import Turning
from mgtui.locale import N_
from mgtui.tui.intents.intent import AnyIntent, Group, Intent
from mgtui.tui.intents.overlays import Close
from mgtui.tui.screens.frame import MgtuiScreen

if TYPE_CHECKING:
    from mgtui.tui.screens.turns import TurnsScreen


class ShowTurns(Intent[MgtuiScreen[Any]]):
    """The timer."""

    id = "turns"
    keys = ("T",)
    label = N_("turns and timer")
    help = N_("Shows whose turn it is to speak, what each partner has left of an equal share, and who spoke how long.")
    group = "room"

    def is_possible(self, screen: MgtuiScreen[Any]) -> bool:
        """In a session."""
        return screen.mgtui.seat is not None

    def perform(self, screen: MgtuiScreen[Any]) -> None:
        """Lay them over `screen`."""
        screen.mgtui.lay_over("turns")


class PassOn(Intent[MgtuiScreen[Any]]):
    """On to the next, from anywhere."""

    id = "turns.pass_on"
    keys = ("ctrl+t",)
    label = N_("next turn")
    help = N_("Passes the floor on to the next partner, whichever screen you are on.")
    group = "room"

    def is_possible(self, screen: MgtuiScreen[Any]) -> bool:
        """While somebody has the floor, for whoever does not only look."""
        seat = screen.mgtui.seat
        return seat is not None and bool(seat.turns.partner) and seat.person.role != "viewer"

    def perform(self, screen: MgtuiScreen[Any]) -> None:
        """Pass it on."""
        seat = screen.mgtui.seat
        if seat is not None:
            seat.time(Turning(do="next", partner=seat.turns.partner))


class _OfTurns(Intent["TurnsScreen"]):
    group: ClassVar[Group] = "room"
    screens: ClassVar[tuple[str, ...]] = ("turns",)
    in_footer = True

    def is_possible(self, screen: TurnsScreen) -> bool:
        """For whoever does not only look."""
        return screen.may_turn


class Next(_OfTurns):
    """On to the next."""

    id = "turns.next"
    keys = ("n",)
    label = N_("next")
    help = N_("Passes the floor on to the next partner; after the last, another round begins with a whole share each.")

    def perform(self, screen: TurnsScreen) -> None:
        """Pass it on."""
        screen.pass_on_the_floor()


class Pause(_OfTurns):
    """Stop and go on."""

    id = "turns.pause"
    keys = ("space", "p")
    label = N_("pause/go on")
    help = N_("Stops the clock, or has it run on.")

    def perform(self, screen: TurnsScreen) -> None:
        """Stop it or have it run."""
        screen.pause_or_go_on()


class Extend(_OfTurns):
    """More time."""

    id = "turns.extend"
    keys = ("e",)
    label = N_("minute more")
    help = N_("Gives who has the floor a minute more, in this round.")

    def is_possible(self, screen: TurnsScreen) -> bool:
        """While somebody has the floor."""
        return screen.may_turn and bool(screen.turns.partner)

    def perform(self, screen: TurnsScreen) -> None:
        """Give it."""
        screen.extend()


class LongerShare(_OfTurns):
    """Longer shares."""

    id = "turns.longer"
    keys = ("plus", "equals_sign")
    label = N_("longer")
    help = N_("Gives every partner a minute more in each round.")

    def perform(self, screen: TurnsScreen) -> None:
        """Make them longer."""
        screen.change_share(1)


class ShorterShare(_OfTurns):
    """Shorter shares."""

    id = "turns.shorter"
    keys = ("minus",)
    label = N_("shorter")
    help = N_("Gives every partner a minute less in each round.")

    def perform(self, screen: TurnsScreen) -> None:
        """Make them shorter."""
        screen.change_share(-1)


class Give(_OfTurns):
    """The floor for who is under the cursor."""

    id = "turns.give"
    keys = ("enter",)
    label = N_("give floor")
    help = N_("Gives the floor to the partner under the cursor, out of turn.")

    def perform(self, screen: TurnsScreen) -> None:
        """Give it."""
        screen.query_one("#turns").press("enter")  # type: ignore[attr-defined]


class EndRound(_OfTurns):
    """The round is over."""

    id = "turns.end"
    keys = ("r",)
    label = N_("end the round")
    help = N_("Ends the round: nobody has the floor, and everyone a whole share again. Who spoke how long stays.")

    def perform(self, screen: TurnsScreen) -> None:
        """End it."""
        screen.end_round()


class CloseTurns(Close):
    """Back by the key that led here."""

    id = "turns.close"
    keys: ClassVar[tuple[str, ...]] = ("escape", "T")
    screens: ClassVar[tuple[str, ...]] = ("turns",)


INTENTS: tuple[AnyIntent, ...] = (
    Next(),
    Pause(),
    CloseTurns(),
    Extend(),
    Give(),
    LongerShare(),
    ShorterShare(),
    EndRound(),
    PassOn(),
    ShowTurns(),
)
