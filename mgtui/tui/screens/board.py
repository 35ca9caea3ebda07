"""The board's screen: the board with the line of keys under it; a new session gets a new board."""

from __future__ import annotations

from textual.app import ComposeResult

from mgtui.domain.changes import Change
from mgtui.domain.session import Session
from mgtui.tui.screens.frame import MgtuiScreen
from mgtui.tui.widgets.board.bands import Status
from mgtui.tui.widgets.board.board import Board
from mgtui.tui.widgets.board.company import company
from mgtui.tui.widgets.meeting_banner import MeetingBanner


class BoardScreen(MgtuiScreen[None]):
    """What each partner takes and brings."""

    NAME = "board"
    HAS_HEADING = False
    AUTO_FOCUS = "Board"

    def __init__(self) -> None:
        super().__init__()
        self._board: Board | None = None

    @property
    def board(self) -> Board:
        """The board; asked for at every key, so it is not looked up.

        Raises:
            LookupError: when no session is open.
        """
        if self._board is None:
            raise LookupError("no session is open")
        return self._board

    @property
    def is_asking(self) -> bool:
        """Whether it asks if this is a new meeting."""
        return any(each.display for each in self.query(MeetingBanner))

    def put_question_away(self) -> None:
        """Ask no more whether this is a new meeting."""
        for each in self.query(MeetingBanner):
            each.put_away()
        self.refresh_bindings()

    def compose_body(self) -> ComposeResult:
        """The board of the session that is open."""
        seat = self.mgtui.seat
        if seat:
            yield MeetingBanner()
            self._board = Board(seat)
            yield self._board

    def on_mount(self) -> None:
        """Follow how safe the session is and who is here."""
        self.watch(self.app, "saving", self._show_status, init=True)
        self.watch(self.app, "clock", self._show_status, init=False)
        self.watch(self.app, "waiting", self._show_status, init=False)
        self.watch(self.app, "present", self._show_company, init=True)
        self.watch(self.app, "has_door_open", self._show_status, init=False)

    def on_screen_resume(self) -> None:
        """One is on the board again."""
        if self.board.picture:
            self.board.tell_place_again()

    def show_session(self, session: Session | None, before: Session | None) -> None:
        """Show the session; another one on a board of its own."""
        board = self._board
        if session is None or board is None:
            return
        if board.session.id == session.id and self.mgtui.seat is not None:
            board.seat = self.mgtui.seat
            board.show_session(session, self.mgtui.latest)
        else:
            self.refresh(recompose=True)

    def show_ahead(self, change: Change) -> bool:
        """Show on the board what `change` does to its columns, if there is no more to it."""
        return self._board is not None and self._board.show_ahead(change)

    def relabel(self) -> None:
        """Draw the board in the language in use, with the cursor where it is."""
        if self._board:
            self._board.relabel()

    def keep_typing(self) -> None:
        """Keep what is being edited on the board."""
        if self._board:
            self._board.desk.keep()

    def _show_status(self) -> None:
        app = self.mgtui
        people, saving = max(1, len(app.present.people)), app.saving.beside(app.waiting)
        board = self._board
        if board:
            is_viewer = board.seat.person.role == "viewer"
            board.status = Status(people, saving.state, saving.at, is_viewer, app.clock, app.has_door_open)

    def _show_company(self) -> None:
        self._show_status()
        if self._board:
            self._board.company = company(self.mgtui.present, self._board.seat.person.client)
