"""What can be done about saving: at once, and at another place when this one can't be written."""

from __future__ import annotations

from typing import Any

from mgtui.locale import N_, _
from mgtui.tui.intents.intent import AnyIntent, Intent
from mgtui.tui.screens.frame import MgtuiScreen

Anywhere = MgtuiScreen[Any]


class SaveAgain(Intent[Anywhere]):
    """Try to save at once."""

    id = "save.again"
    keys = ("ctrl+s",)
    label = N_("save now")
    help = N_("Tries at once to save what could not be saved. Otherwise everything is saved by itself.")
    group = "session"

    def is_possible(self, screen: Anywhere) -> bool:
        """In a session."""
        return screen.mgtui.seat is not None

    def perform(self, screen: Anywhere) -> None:
        """Save, or say that there is nothing to save."""
        app = screen.mgtui
        if app.saving.state == "not_saved":
            app.doors.save_again()
        else:
            app.say(_("Everything is saved by itself, in {path}").format(path=app.doors.session_path()), "good")


class SaveElsewhere(Intent[Anywhere]):
    """Keep the session in another file from now on."""

    id = "save.elsewhere"
    keys = ("f12",)
    label = N_("save elsewhere")
    help = N_("Keeps the session in another file from now on, for when its own place can't be written.")
    group = "session"

    def is_possible(self, screen: Anywhere) -> bool:
        """In a session."""
        return screen.mgtui.seat is not None

    def perform(self, screen: Anywhere) -> None:
        """Ask where."""
        screen.mgtui.lay_over("save_elsewhere")


class OtherVersion(Intent[Anywhere]):
    """See what another program wrote in the session's file, and choose."""

    id = "save.other_version"
    keys = ("f11",)
    label = N_("the other version")
    help = N_("When another program has changed the file: shows what differs, to keep yours or to take theirs.")
    group = "session"

    def is_possible(self, screen: Anywhere) -> bool:
        """While the file is not as it was left."""
        return screen.mgtui.saving.reason == "changed_underneath"

    def perform(self, screen: Anywhere) -> None:
        """Show both."""
        screen.mgtui.lay_over("other_version")


INTENTS: tuple[AnyIntent, ...] = (SaveAgain(), SaveElsewhere(), OtherVersion())
