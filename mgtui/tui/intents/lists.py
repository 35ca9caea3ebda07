"""What can be done in a list to choose from, on every screen that has one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mgtui.locale import N_
from mgtui.tui.intents.intent import AnyIntent, Intent
from mgtui.tui.screens.frame import MgtuiScreen

if TYPE_CHECKING:
    from mgtui.tui.widgets.row_list import RowList

SCREENS = ("welcome", "settings")


def _list_of(screen: MgtuiScreen[Any]) -> RowList:
    from mgtui.tui.widgets.row_list import RowList

    return screen.query_one(RowList)


class _InList(Intent[MgtuiScreen[Any]]):
    screens = SCREENS
    group = "move"

    def is_possible(self, screen: MgtuiScreen[Any]) -> bool:
        """While the list is in use."""
        from mgtui.tui.widgets.row_list import RowList

        return any(each.has_focus for each in screen.query(RowList))


class Up(_InList):
    """To the row above."""

    id = "list.up"
    keys = ("up",)
    vim_keys = ("k",)
    label = N_("up")
    help = N_("Goes to the row above.")

    def perform(self, screen: MgtuiScreen[Any]) -> None:
        """Move the cursor up."""
        _list_of(screen).move(-1)


class Down(_InList):
    """To the row below."""

    id = "list.down"
    keys = ("down",)
    vim_keys = ("j",)
    label = N_("down")
    help = N_("Goes to the row below.")

    def perform(self, screen: MgtuiScreen[Any]) -> None:
        """Move the cursor down."""
        _list_of(screen).move(1)


class Choose(_InList):
    """Take the row under the cursor."""

    id = "list.choose"
    keys = ("enter", "space")
    label = N_("choose")
    help = N_("Takes the row under the cursor.")
    in_footer = True

    def perform(self, screen: MgtuiScreen[Any]) -> None:
        """Choose it."""
        _list_of(screen).press("enter")


INTENTS: tuple[AnyIntent, ...] = (Choose(), Up(), Down())
