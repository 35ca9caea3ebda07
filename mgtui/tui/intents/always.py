"""What can be done on every screen: get help, undo, change screens and language, and leave."""

from __future__ import annotations

from typing import Any

from mgtui.locale import N_
from mgtui.tui import preferences
from mgtui.tui.intents.intent import EVERYWHERE, OVERLAYS_TOO, AnyIntent, Intent
from mgtui.tui.screens.frame import MgtuiScreen

Anywhere = MgtuiScreen[Any]
WITH_BEAMER = (*EVERYWHERE, "present")


class Help(Intent[Anywhere]):
    """Show what can be done here."""

    id = "help"
    keys = ("f1", "question_mark")
    label = N_("help")
    help = N_("Shows every key that works where you are.")
    group = "always"
    in_footer = True
    screens = WITH_BEAMER

    def perform(self, screen: Anywhere) -> None:
        """Open the help over `screen`."""
        screen.mgtui.lay_over("help")


class Palette(Intent[Anywhere]):
    """Choose any action by name."""

    id = "palette"
    keys = ("ctrl+p",)
    label = N_("actions")
    help = N_("Lists every action, to search and choose by name.")
    group = "always"
    screens = WITH_BEAMER

    def perform(self, screen: Anywhere) -> None:
        """Open the palette over `screen`."""
        screen.mgtui.lay_over("palette")


class OpenSettings(Intent[Anywhere]):
    """Change language, theme and keys."""

    id = "settings"
    keys = ("f8",)
    label = N_("settings")
    help = N_("Opens the settings: language, theme, keys, name.")
    group = "always"

    def perform(self, screen: Anywhere) -> None:
        """Open the settings over `screen`."""
        screen.mgtui.lay_over("settings")


class SwitchLanguage(Intent[Anywhere]):
    """Dutch to English and back."""

    id = "language"
    keys = ("f9",)
    label = N_("Nederlands / English")
    help = N_("Switches the interface between Dutch and English.")
    group = "view"
    screens = WITH_BEAMER

    def perform(self, screen: Anywhere) -> None:
        """Switch the whole interface."""
        app = screen.mgtui
        app.language = "en" if app.language == "nl" else "nl"
        preferences.keep(app, language=app.language)


class Undo(Intent[Anywhere]):
    """Take back one's own last change."""

    id = "undo"
    keys = ("ctrl+z",)
    label = N_("undo")
    help = N_("Takes back your own last change, and says which it was.")
    group = "session"

    def is_possible(self, screen: Anywhere) -> bool:
        """In a session."""
        return screen.mgtui.seat is not None

    def perform(self, screen: Anywhere) -> None:
        """Ask the room to undo."""
        if screen.mgtui.seat:
            screen.mgtui.seat.undo()


class Redo(Intent[Anywhere]):
    """Do again what the last undo took back."""

    id = "redo"
    keys = ("ctrl+y",)
    label = N_("redo")
    help = N_("Does again what you last took back.")
    group = "session"

    def is_possible(self, screen: Anywhere) -> bool:
        """In a session."""
        return screen.mgtui.seat is not None

    def perform(self, screen: Anywhere) -> None:
        """Ask the room to redo."""
        if screen.mgtui.seat:
            screen.mgtui.seat.redo()


class GoToBoard(Intent[Anywhere]):
    """To the board."""

    id = "go.board"
    keys = ("b",)
    label = N_("board")
    help = N_("Goes to the board: what each partner takes and brings.")
    group = "go"

    def is_possible(self, screen: Anywhere) -> bool:
        """In a session, from another screen."""
        return screen.mgtui.seat is not None and screen.NAME != "board"

    def perform(self, screen: Anywhere) -> None:
        """Show the board."""
        if screen.mgtui.seat:
            screen.mgtui.go("board")


class GoToStakeholders(Intent[Anywhere]):
    """To the stakeholder-communication checklist."""

    id = "go.stakeholders"
    keys = ("s",)
    label = N_("stakeholders")
    help = N_("Goes to the checklist: who behind each partner has been told what, and what they answered.")
    group = "go"
    in_footer = True

    def is_possible(self, screen: Anywhere) -> bool:
        """In a session, from another screen."""
        return screen.mgtui.seat is not None and screen.NAME != "stakeholders"

    def perform(self, screen: Anywhere) -> None:
        """Show the checklist."""
        if screen.mgtui.seat:
            screen.mgtui.go("stakeholders")


class GoToWelcome(Intent[Anywhere]):
    """To the welcome screen, for another session."""

    id = "go.welcome"
    keys = ("f10",)
    label = N_("other session")
    help = N_("Goes to the welcome screen, to open another session or start a new one.")
    group = "go"

    def is_possible(self, screen: Anywhere) -> bool:
        """From another screen."""
        return screen.NAME != "welcome"

    def perform(self, screen: Anywhere) -> None:
        """Show the welcome screen."""
        screen.mgtui.go("welcome")


class Quit(Intent[Anywhere]):
    """Leave the program."""

    id = "quit"
    keys = ("ctrl+q",)
    label = N_("quit")
    help = N_("Leaves the program; everything is kept.")
    group = "always"
    screens = (*EVERYWHERE, OVERLAYS_TOO)

    def perform(self, screen: Anywhere) -> None:
        """End the program."""
        screen.mgtui.leave()


INTENTS: tuple[AnyIntent, ...] = (
    Help(),
    Palette(),
    OpenSettings(),
    SwitchLanguage(),
    Undo(),
    Redo(),
    GoToBoard(),
    GoToStakeholders(),
    GoToWelcome(),
    Quit(),
)
