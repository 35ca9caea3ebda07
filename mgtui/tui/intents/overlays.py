"""What can be done on what lies over a screen: help, the list of actions, settings, a question about a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from mgtui.locale import N_
from mgtui.tui.intents.intent import AnyIntent, Intent
from mgtui.tui.screens.frame import MgtuiScreen

if TYPE_CHECKING:
    from mgtui.tui.screens.palette import PaletteScreen


class Close(Intent[MgtuiScreen[Any]]):
    """Back to what lies under it."""

    id = "overlay.close"
    keys: ClassVar[tuple[str, ...]] = ("escape",)
    label = N_("back")
    help = N_("Goes back to the screen under this one.")
    group = "always"
    in_footer = True
    screens: ClassVar[tuple[str, ...]] = (
        "help",
        "palette",
        "settings",
        "door",
        "save_elsewhere",
        "other_version",
        "taking_along",
        "taking_in",
    )

    def perform(self, screen: MgtuiScreen[Any]) -> None:
        """Put the overlay away."""
        screen.dismiss(None)


class CloseHelp(Close):
    """Back by the key that led here."""

    id = "help.close"
    keys: ClassVar[tuple[str, ...]] = ("f1", "question_mark", "q")
    screens: ClassVar[tuple[str, ...]] = ("help",)
    in_footer = False


class _InPalette(Intent["PaletteScreen"]):
    group = "move"
    screens = ("palette",)


class NextAction(_InPalette):
    """To the next action that fits."""

    id = "palette.down"
    keys = ("down", "ctrl+n")
    label = N_("down")
    help = N_("Goes to the row below.")

    def perform(self, screen: PaletteScreen) -> None:
        """Move the cursor down."""
        screen.actions.move(1)


class PreviousAction(_InPalette):
    """To the previous action that fits."""

    id = "palette.up"
    keys = ("up", "ctrl+p")
    label = N_("up")
    help = N_("Goes to the row above.")

    def perform(self, screen: PaletteScreen) -> None:
        """Move the cursor up."""
        screen.actions.move(-1)


class DoAction(_InPalette):
    """Do the action under the cursor."""

    id = "palette.choose"
    keys = ("enter",)
    label = N_("do it")
    help = N_("Does the action under the cursor.")
    in_footer = True

    def perform(self, screen: PaletteScreen) -> None:
        """Do it."""
        screen.do_current()


INTENTS: tuple[AnyIntent, ...] = (DoAction(), NextAction(), PreviousAction(), Close(), CloseHelp())
