"""What can be done with the beamer: show something on it from anywhere, and walk from view to view on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final

from mgtui.domain.people import View
from mgtui.locale import N_
from mgtui.tui.intents.intent import AnyIntent, Group, Intent
from mgtui.tui.screens.board import BoardScreen
from mgtui.tui.screens.frame import MgtuiScreen

if TYPE_CHECKING:
    from mgtui.tui.screens.present import PresentScreen

Anywhere = MgtuiScreen[Any]


class Present(Intent[Anywhere]):
    """To the beamer screen."""

    id = "present"
    keys = ("f5",)
    label = N_("beamer")
    help = N_(
        "Fills the screen with one large view for the room; what the facilitator shows, those who follow see too."
    )
    group = "room"
    in_footer = True

    def is_possible(self, screen: Anywhere) -> bool:
        """In a session."""
        return screen.mgtui.seat is not None

    def perform(self, screen: Anywhere) -> None:
        """Show it over the screen."""
        screen.keep_typing()
        screen.mgtui.push_screen("present")


class Spotlight(Intent[BoardScreen]):
    """This partner on the beamer screen."""

    id = "present.spotlight"
    keys = ("o",)
    label = N_("spotlight")
    help = N_("Fills the screen with this partner alone: what it takes and brings, and whether that is worth it.")
    group = "room"
    screens = ("board",)

    def is_possible(self, screen: BoardScreen) -> bool:
        """On a partner."""
        return bool(screen.board.cursor.spot.partner)

    def perform(self, screen: BoardScreen) -> None:
        """Show it."""
        beamer: Any = screen.mgtui.get_screen("present")
        screen.mgtui.push_screen(beamer)
        beamer.choose(View(screen="partner", partner=screen.board.cursor.spot.partner))


class ShowElsewhere(Intent[BoardScreen]):
    """This partner on the beamer of those who follow, while one stays on the board."""

    id = "present.elsewhere"
    keys = ("O",)
    label = N_("spotlight elsewhere")
    help = N_("Puts this partner in the spotlight for those who follow, while you stay on the board.")
    group = "room"
    screens = ("board",)

    def is_possible(self, screen: BoardScreen) -> bool:
        """For a facilitator on a partner."""
        seat = screen.mgtui.seat
        return seat is not None and seat.person.role == "facilitator" and bool(screen.board.cursor.spot.partner)

    def perform(self, screen: BoardScreen) -> None:
        """Show it to them."""
        seat = screen.mgtui.seat
        if seat is not None:
            partner = screen.board.cursor.spot.partner
            seat.show(View(screen="partner", partner=partner, step=seat.view.step))


class _OnBeamer(Intent["PresentScreen"]):
    screens = ("present",)
    group: ClassVar[Group] = "room"


class Walk(_OnBeamer):
    """On to the next page or view, or back."""

    id = "present.walk"
    keys = ("right", "left", "space", "backspace", "pagedown", "pageup", "enter", "down", "up")
    vim_keys = ("l", "h", "j", "k")
    keys_text = "← →"
    label = N_("walk through")
    help = N_("To the next page or view, and back.")
    group: ClassVar[Group] = "move"

    _BACK: Final = ("left", "backspace", "pageup", "up", "h", "k")

    def perform(self, screen: PresentScreen) -> None:
        """One on."""
        screen.walk(1)

    def press(self, screen: PresentScreen, key: str) -> None:
        """Where the key points."""
        screen.walk(-1 if key in self._BACK else 1)


class Ends(_OnBeamer):
    """To the first view or the last."""

    id = "present.ends"
    keys = ("home", "end")
    label = N_("first or last view")
    help = N_("To the first view or the last.")
    group: ClassVar[Group] = "move"

    def perform(self, screen: PresentScreen) -> None:
        """To the first."""
        screen.to_end(is_first=True)

    def press(self, screen: PresentScreen, key: str) -> None:
        """Where the key points."""
        screen.to_end(is_first=key == "home")


class Jump(_OnBeamer):
    """Straight to a view."""

    id = "present.jump"
    keys = ("b", "m", "a", "s", "w", "T", "e")
    keys_text = "b m a s w T e"
    label = N_("to a view")
    help = N_("b all meters, m matrix, a ambition, s stakeholders, w agreements, T the timer, e how it opens.")

    _VIEWS: Final[Mapping[str, str]] = {
        "b": "meters", "m": "exchange", "a": "ambition", "s": "stakeholders", "w": "agreements", "T": "timer",
        "e": "opening",
    }  # fmt: skip

    def perform(self, screen: PresentScreen) -> None:
        """To all meters."""
        screen.jump("meters")

    def press(self, screen: PresentScreen, key: str) -> None:
        """To the view of the key."""
        screen.jump(self._VIEWS.get(key, "meters"))


class NextInSpotlight(_OnBeamer):
    """One partner in the spotlight."""

    id = "present.partner"
    keys = ("o", "tab")
    label = N_("spotlight")
    help = N_("Puts a partner in the spotlight, and then the next.")

    def perform(self, screen: PresentScreen) -> None:
        """To the next."""
        screen.spotlight(1)


class PreviousInSpotlight(_OnBeamer):
    """The partner before this one."""

    id = "present.previous_partner"
    keys = ("O", "shift+tab")
    label = N_("previous in the spotlight")
    help = N_("Puts the partner before this one in the spotlight.")

    def perform(self, screen: PresentScreen) -> None:
        """To the one before."""
        screen.spotlight(-1)


class _OfTimer(_OnBeamer):
    group: ClassVar[Group] = "room"

    def is_possible(self, screen: PresentScreen) -> bool:
        """While the timer is shown, for whoever does not only look."""
        seat = screen.mgtui.seat
        return screen.view.screen == "timer" and seat is not None and seat.person.role != "viewer"


class NextTurn(_OfTimer):
    """On to the next partner."""

    id = "present.next_turn"
    keys = ("n",)
    label = N_("next turn")
    help = N_("On the timer: passes the floor on to the next partner.")

    def perform(self, screen: PresentScreen) -> None:
        """Pass it on."""
        screen.turn("next")


class PauseTurn(_OfTimer):
    """Stop and go on."""

    id = "present.pause_turn"
    keys = ("p",)
    label = N_("pause/go on")
    help = N_("On the timer: stops the clock, or has it run on.")

    def perform(self, screen: PresentScreen) -> None:
        """Stop it or have it run."""
        screen.turn("pause")


class InStep(_OnBeamer):
    """In step with the others, or by oneself."""

    id = "present.step"
    keys = ("f",)
    label = N_("follow or not")
    help = N_("Follows what the facilitator shows, or not; for the facilitator: look at something that only you see.")

    def perform(self, screen: PresentScreen) -> None:
        """Turn it round."""
        screen.turn_step()


class OtherTheme(_OnBeamer):
    """Light or dark."""

    id = "present.theme"
    keys = ("t",)
    label = N_("light or dark")
    help = N_("Goes from the light theme to the dark one, and back; a light room asks for light.")

    def perform(self, screen: PresentScreen) -> None:
        """Turn it round."""
        screen.turn_theme()


class LeaveBeamer(_OnBeamer):
    """Back to the work."""

    id = "present.leave"
    keys = ("escape", "f5", "q")
    label = N_("back")
    help = N_("Goes back to the screen before; those who follow go on seeing what you showed last.")
    group: ClassVar[Group] = "always"

    def perform(self, screen: PresentScreen) -> None:
        """Leave it."""
        screen.leave()


INTENTS: tuple[AnyIntent, ...] = (
    Present(),
    Spotlight(),
    ShowElsewhere(),
    Walk(),
    Jump(),
    NextInSpotlight(),
    PreviousInSpotlight(),
    NextTurn(),
    PauseTurn(),
    InStep(),
    OtherTheme(),
    Ends(),
    LeaveBeamer(),
)
