"""What can be done in the lists of the conversation, whichever they are: walk, add, edit, remove, put in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from mgtui.locale import N_
from mgtui.tui.intents.intent import AnyIntent, Group, Intent

if TYPE_CHECKING:
    from mgtui.tui.screens.sheet_screen import SheetScreen

SCREENS = ("interests", "ambition", "agreements", "meetings")
READ_THROUGH = ("review", "history")
"""The lists in which nothing is added or put in order; one walks through them."""


class _InSheet(Intent["SheetScreen"]):
    screens: ClassVar[tuple[str, ...]] = SCREENS
    group: ClassVar[Group] = "conversation"


class Edit(_InSheet):
    """Edit what is under the cursor."""

    id = "sheet.edit"
    edits = True
    keys = ("enter", "f2")
    label = N_("edit")
    help = N_("Edits what is under the cursor; enter keeps it, esc leaves it as it was.")
    in_footer = True

    def perform(self, screen: SheetScreen) -> None:
        """Begin to type."""
        screen.edit()


class Add(_InSheet):
    """A new one."""

    id = "sheet.add"
    edits = True
    keys = ("n",)
    label = N_("new")
    help = N_("A new one under this one; enter keeps it. Pasting several lines makes several.")
    in_footer = True

    def perform(self, screen: SheetScreen) -> None:
        """Begin to type."""
        screen.add()


class Remove(_InSheet):
    """Remove what is under the cursor."""

    id = "sheet.remove"
    edits = True
    keys = ("delete",)
    label = N_("remove")
    help = N_("Removes what is under the cursor; undo brings it back.")

    def perform(self, screen: SheetScreen) -> None:
        """Remove it."""
        screen.remove_chosen()


class Reorder(_InSheet):
    """Up or down in its list."""

    id = "sheet.reorder"
    edits = True
    keys = ("alt+up", "alt+down", "shift+up", "shift+down")
    keys_text = "alt+↑↓"
    label = N_("move in the list")
    help = N_("Moves what is under the cursor up or down in its list.")

    def perform(self, screen: SheetScreen) -> None:
        """One down."""
        screen.reorder(1)

    def press(self, screen: SheetScreen, key: str) -> None:
        """Where the key points."""
        screen.reorder(-1 if key.endswith("up") else 1)


class ToPartner(_InSheet):
    """To the next or the previous partner."""

    screens: ClassVar[tuple[str, ...]] = (*SCREENS, "review")
    id = "sheet.partner"
    keys = ("tab", "shift+tab", "right", "left")
    vim_keys = ("l", "h")
    keys_text = "tab"
    label = N_("next partner")
    help = N_("Goes on to the next partner; with shift, to the previous one.")
    group: ClassVar[Group] = "move"
    in_footer = True

    def is_possible(self, screen: SheetScreen) -> bool:
        """Where one partner is shown at a time."""
        return screen.IS_PER_PARTNER

    def perform(self, screen: SheetScreen) -> None:
        """To the next one."""
        screen.to_partner(1)

    def press(self, screen: SheetScreen, key: str) -> None:
        """To the next or the previous one."""
        screen.to_partner(-1 if key in ("shift+tab", "left", "h") else 1)


class Walk(_InSheet):
    """Up and down."""

    screens: ClassVar[tuple[str, ...]] = (*SCREENS, *READ_THROUGH)
    id = "sheet.walk"
    keys = ("up", "down", "pageup", "pagedown", "home", "end")
    vim_keys = ("k", "j")
    keys_text = "↑↓"
    label = N_("up and down")
    help = N_("Goes up and down in the list.")
    group: ClassVar[Group] = "move"

    def perform(self, screen: SheetScreen) -> None:
        """One down."""
        screen.sheet.move(1)

    def press(self, screen: SheetScreen, key: str) -> None:
        """Where the key points."""
        screen.sheet.press({"k": "up", "j": "down"}.get(key, key))


INTENTS: tuple[AnyIntent, ...] = (Edit(), Add(), Remove(), Reorder(), ToPartner(), Walk())
