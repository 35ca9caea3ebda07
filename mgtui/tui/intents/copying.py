"""Copying from the board: what the cursor is on or all of it, as text or as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mgtui.locale import N_, _
from mgtui.locale.safe_text import clipped
from mgtui.tui import clipboard
from mgtui.tui.intents.intent import AnyIntent, Intent

if TYPE_CHECKING:
    from mgtui.tui.screens.board import BoardScreen
    from mgtui.tui.widgets.board.board import Board

_LONGEST_NAMED = 40


class Copy(Intent["BoardScreen"]):
    """Copy what is focused."""

    id = "copy"
    keys = ("y",)
    label = N_("copy")
    help = N_("Copies the item, or on a partner's name all of that partner, as text.")
    group = "view"
    screens = ("board",)

    def perform(self, screen: BoardScreen) -> None:
        """Copy the item, the partner, or with nothing of either the board."""
        _copy(screen.board, *_focused(screen.board))


class CopyAll(Intent["BoardScreen"]):
    """Copy the whole board."""

    id = "copy.all"
    keys = ("Y",)
    label = N_("copy the whole board")
    help = N_("Copies the whole board as text.")
    group = "view"
    screens = ("board",)

    def perform(self, screen: BoardScreen) -> None:
        """Copy it."""
        _copy(screen.board, *_whole(screen.board))


class CopyMarkdown(Intent["BoardScreen"]):
    """Copy what is focused as Markdown."""

    id = "copy.markdown"
    label = N_("copy as Markdown")
    help = N_("Copies the item, or on a partner's name all of that partner, as Markdown.")
    group = "view"
    screens = ("board",)

    def perform(self, screen: BoardScreen) -> None:
        """Copy it."""
        _copy(screen.board, *_focused(screen.board), as_markdown=True)


class CopyAllMarkdown(Intent["BoardScreen"]):
    """Copy the whole board as Markdown."""

    id = "copy.all.markdown"
    label = N_("copy the whole board as Markdown")
    help = N_("Copies the whole board as Markdown, in a form that a list can be taken in from.")
    group = "view"
    screens = ("board",)

    def perform(self, screen: BoardScreen) -> None:
        """Copy it."""
        _copy(screen.board, *_whole(screen.board), as_markdown=True)


def _focused(board: Board) -> tuple[str, str, str]:
    """The table and id of what the cursor is on, and what to call it: the item, else the partner, else the board."""
    spot = board.cursor.spot
    if spot.item:
        return "items", spot.item, board.session.items[spot.item].text
    if spot.partner:
        return "partners", spot.partner, board.session.partners[spot.partner].name
    return _whole(board)


def _whole(board: Board) -> tuple[str, str, str]:
    return "session", board.session.id, _("the whole board")


def _copy(board: Board, table: str, identity: str, what: str, *, as_markdown: bool = False) -> None:
    doors = board.mgtui.doors
    text = (doors.as_markdown if as_markdown else doors.as_text)(board.session, table, identity)
    clipboard.copy(board.mgtui, text, clipped(what, _LONGEST_NAMED))


INTENTS: tuple[AnyIntent, ...] = (Copy(), CopyAll(), CopyMarkdown(), CopyAllMarkdown())
