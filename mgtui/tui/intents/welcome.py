"""What can be done on the welcome screen besides choosing from its list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mgtui.locale import N_
from mgtui.tui.intents.intent import AnyIntent, Intent

if TYPE_CHECKING:
    from mgtui.tui.screens.welcome import WelcomeScreen


class _OnWelcome(Intent["WelcomeScreen"]):
    screens = ("welcome",)
    group = "session"
    in_footer = True


class _FromList(_OnWelcome):
    def is_possible(self, screen: WelcomeScreen) -> bool:
        """While no form is in use."""
        return not screen.is_form_shown


class NewSession(_FromList):
    """Begin a session."""

    id = "welcome.new"
    keys = ("n",)
    label = N_("new session")
    help = N_("Begins a new session: a title, the partners, and what you want together.")

    def is_possible(self, screen: WelcomeScreen) -> bool:
        """For someone with files on this machine."""
        return screen.mgtui.doors.has_files

    def perform(self, screen: WelcomeScreen) -> None:
        """Show the form."""
        screen.show_new_session()


class OpenFile(_FromList):
    """Open a session by its path."""

    id = "welcome.open"
    keys = ("o",)
    label = N_("open a file")
    help = N_("Opens a session file by its path.")

    def is_possible(self, screen: WelcomeScreen) -> bool:
        """For someone with files on this machine."""
        return screen.mgtui.doors.has_files

    def perform(self, screen: WelcomeScreen) -> None:
        """Ask for the path."""
        screen.show_open_file()


class BackToList(_OnWelcome):
    """Put a form away."""

    id = "welcome.back"
    keys = ("escape",)
    label = N_("back")
    help = N_("Puts the form away, back to the list.")

    def is_possible(self, screen: WelcomeScreen) -> bool:
        """While a form is shown."""
        return screen.is_form_shown

    def perform(self, screen: WelcomeScreen) -> None:
        """Show the list again."""
        screen.show_list()


INTENTS: tuple[AnyIntent, ...] = (NewSession(), OpenFile(), BackToList())
