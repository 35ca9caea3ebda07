"""Moving over the board, and narrowing it to what one looks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mgtui.locale import N_
from mgtui.tui.intents.intent import AnyIntent, Intent
from mgtui.tui.widgets.board.editor import Target

if TYPE_CHECKING:
    from mgtui.tui.screens.board import BoardScreen
    from mgtui.tui.widgets.board.board import Board

_PAGE = 10


def _is_beside(board: Board) -> bool:
    return board.picture is not None and board.picture.is_beside


class Up(Intent["BoardScreen"]):
    """To the item above."""

    id = "move.up"
    keys = ("up",)
    vim_keys = ("k",)
    label = N_("up")
    help = N_("To the item above, and on to the partner's name.")
    group = "move"
    screens = ("board",)

    def perform(self, screen: BoardScreen) -> None:
        """Move."""
        screen.board.cursor.up_or_down(-1, _is_beside(screen.board))
        screen.board.repaint()


class Down(Intent["BoardScreen"]):
    """To the item below."""

    id = "move.down"
    keys = ("down",)
    vim_keys = ("j",)
    label = N_("down")
    help = N_("To the item below.")
    group = "move"
    screens = ("board",)

    def perform(self, screen: BoardScreen) -> None:
        """Move."""
        screen.board.cursor.up_or_down(1, _is_beside(screen.board))
        screen.board.repaint()


class Left(Intent["BoardScreen"]):
    """To the column or partner at the left."""

    id = "move.left"
    keys = ("left",)
    vim_keys = ("h",)
    label = N_("left")
    help = N_("To the column or the partner at the left.")
    group = "move"
    screens = ("board",)

    def perform(self, screen: BoardScreen) -> None:
        """Move."""
        screen.board.cursor.left_or_right(-1, _is_beside(screen.board))
        screen.board.repaint()


class Right(Intent["BoardScreen"]):
    """To the column or partner at the right."""

    id = "move.right"
    keys = ("right",)
    vim_keys = ("l",)
    label = N_("right")
    help = N_("To the column or the partner at the right.")
    group = "move"
    screens = ("board",)

    def perform(self, screen: BoardScreen) -> None:
        """Move."""
        screen.board.cursor.left_or_right(1, _is_beside(screen.board))
        screen.board.repaint()


class NextPartner(Intent["BoardScreen"]):
    """To the next partner, and from the last to the first."""

    id = "move.next_partner"
    keys = ("tab",)
    label = N_("next partner")
    help = N_("To the next partner; after the last comes the first.")
    group = "move"
    screens = ("board",)

    def perform(self, screen: BoardScreen) -> None:
        """Move."""
        screen.board.cursor.to_partner(1)
        screen.board.repaint()


class PreviousPartner(Intent["BoardScreen"]):
    """To the partner before this one."""

    id = "move.previous_partner"
    keys = ("shift+tab",)
    label = N_("previous partner")
    help = N_("To the partner before this one.")
    group = "move"
    screens = ("board",)

    def perform(self, screen: BoardScreen) -> None:
        """Move."""
        screen.board.cursor.to_partner(-1)
        screen.board.repaint()


class First(Intent["BoardScreen"]):
    """To the first item of the column."""

    id = "move.first"
    keys = ("home",)
    label = N_("first")
    help = N_("To the first item of the column.")
    group = "move"
    screens = ("board",)

    def perform(self, screen: BoardScreen) -> None:
        """Move."""
        screen.board.cursor.to_end_of_column(is_first=True)
        screen.board.repaint()


class Last(Intent["BoardScreen"]):
    """To the last item of the column."""

    id = "move.last"
    keys = ("end",)
    label = N_("last")
    help = N_("To the last item of the column.")
    group = "move"
    screens = ("board",)

    def perform(self, screen: BoardScreen) -> None:
        """Move."""
        screen.board.cursor.to_end_of_column(is_first=False)
        screen.board.repaint()


class PageUp(Intent["BoardScreen"]):
    """Ten items up."""

    id = "move.page_up"
    keys = ("pageup",)
    label = N_("ten up")
    help = N_("Ten items up in the column.")
    group = "move"
    screens = ("board",)

    def perform(self, screen: BoardScreen) -> None:
        """Move."""
        screen.board.cursor.by_page(-_PAGE)
        screen.board.repaint()


class PageDown(Intent["BoardScreen"]):
    """Ten items down."""

    id = "move.page_down"
    keys = ("pagedown",)
    label = N_("ten down")
    help = N_("Ten items down in the column.")
    group = "move"
    screens = ("board",)

    def perform(self, screen: BoardScreen) -> None:
        """Move."""
        screen.board.cursor.by_page(_PAGE)
        screen.board.repaint()


class Filter(Intent["BoardScreen"]):
    """Show only items with certain words."""

    id = "filter"
    keys = ("slash",)
    label = N_("filter")
    help = N_("Shows only the items, of every partner, that hold the words you type; enter keeps the filter.")
    group = "view"
    screens = ("board",)

    def perform(self, screen: BoardScreen) -> None:
        """Begin to type."""
        screen.board.desk.begin(Target("filter"), screen.board.cursor.wanted)


class ShowAll(Intent["BoardScreen"]):
    """Show every item again."""

    id = "filter.clear"
    keys = ("escape",)
    label = N_("show all items")
    help = N_(
        "Ends the filter and shows every item again; when it is asked, says that this is more of the last meeting."
    )
    group = "view"
    screens = ("board",)

    def is_possible(self, screen: BoardScreen) -> bool:
        """While a filter is on, or the question about the meeting."""
        return bool(screen.board.cursor.wanted) or screen.is_asking

    def perform(self, screen: BoardScreen) -> None:
        """End the filter, or else the question."""
        if not screen.board.cursor.wanted:
            screen.put_question_away()
            return
        screen.board.cursor.wanted = ""
        screen.board.look_again()


INTENTS: tuple[AnyIntent, ...] = (
    Up(),
    Down(),
    Left(),
    Right(),
    NextPartner(),
    PreviousPartner(),
    First(),
    Last(),
    PageUp(),
    PageDown(),
    Filter(),
    ShowAll(),
)
