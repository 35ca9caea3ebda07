"""What can be done in the history: choose which changes to see, look closer at one, and go back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from mgtui.locale import N_
from mgtui.tui.intents.intent import AnyIntent, Group, Intent
from mgtui.tui.screens.board import BoardScreen
from mgtui.tui.screens.frame import MgtuiScreen

if TYPE_CHECKING:
    from mgtui.tui.screens.history import About, HistoryScreen

_TABLES: Final = {
    "interest": "interests",
    "means": "means",
    "agreement": "agreements",
    "delivery": "items",
    "worth": "items",
}
"""By what a row of a list is, the table of its record."""


class _OfHistory(Intent["HistoryScreen"]):
    screens = ("history",)
    group: ClassVar[Group] = "followup"
    in_footer = True


class BackTo(_OfHistory):
    """Back to how it was."""

    id = "history.back_to"
    keys = ("B",)
    label = N_("back to here")
    help = N_("Makes it what it was after the change under the cursor, as a new change; undo takes that back.")

    def is_possible(self, screen: HistoryScreen) -> bool:
        """On a change, for who may."""
        return bool(screen.revision) and not screen.is_viewer

    def perform(self, screen: HistoryScreen) -> None:
        """Go back."""
        screen.go_back()


class Unfold(_OfHistory):
    """Look closer at a change."""

    id = "history.unfold"
    keys = ("enter", "space")
    label = N_("look closer")
    help = N_("Shows what the change is made of, and what going back to it would change.")

    def perform(self, screen: HistoryScreen) -> None:
        """Unfold it, or fold it up again."""
        screen.edit()


class NextChapter(_OfHistory):
    """Other changes."""

    id = "history.chapter"
    keys = ("tab", "shift+tab", "right", "left")
    vim_keys = ("l", "h")
    keys_text = "tab"
    label = N_("which changes")
    help = N_("Shows the changes of everything, of one meeting, or of what you came from.")

    def perform(self, screen: HistoryScreen) -> None:
        """The next ones."""
        screen.to_chapter(1)

    def press(self, screen: HistoryScreen, key: str) -> None:
        """The next or the previous ones."""
        screen.to_chapter(-1 if key in ("shift+tab", "left", "h") else 1)


class Leave(_OfHistory):
    """Back to where one came from."""

    id = "history.leave"
    keys = ("escape",)
    label = N_("back")
    help = N_("Goes back to the screen that you came from.")

    def perform(self, screen: HistoryScreen) -> None:
        """Go there."""
        screen.mgtui.go(screen.came_from)


class GoToHistory(Intent[MgtuiScreen[Any]]):
    """To the history."""

    id = "go.history"
    keys = ("H",)
    label = N_("history")
    help = N_("Shows every change with who, when and what: of what the cursor is on, or of the whole session.")
    group = "go"

    def is_possible(self, screen: MgtuiScreen[Any]) -> bool:
        """In a session, from another screen."""
        return screen.mgtui.seat is not None and screen.NAME not in ("history", "welcome")

    def perform(self, screen: MgtuiScreen[Any]) -> None:
        """Show it."""
        from mgtui.tui.screens.history import HistoryScreen

        app = screen.mgtui
        to = app.get_screen("history")
        if app.seat is not None and isinstance(to, HistoryScreen):
            screen.keep_typing()
            to.show(_record_on(screen), screen.NAME)
            app.go("history")


def _record_on(screen: MgtuiScreen[Any]) -> About | None:
    """The record under the cursor, if any."""
    from mgtui.tui.screens.history import About

    if isinstance(screen, BoardScreen):
        spot = screen.board.cursor.spot
        return About("items", spot.item) if spot.item else None
    from mgtui.tui.screens.checklist import ChecklistScreen
    from mgtui.tui.screens.sheet_screen import SheetScreen

    if isinstance(screen, ChecklistScreen):
        stakeholder = screen.checklist.stakeholder
        return About("stakeholders", stakeholder.id) if stakeholder else None
    if isinstance(screen, SheetScreen):
        what, identity = screen.chosen
        if what == "confirmation":
            return About("agreements", identity.partition("/")[0])
        return About(_TABLES[what], identity) if what in _TABLES else None
    return None


INTENTS: tuple[AnyIntent, ...] = (BackTo(), Unfold(), NextChapter(), Leave(), GoToHistory())
