"""The board's screen: the board with the line of keys under it; a new session gets a new board."""

from __future__ import annotations

from textual.app import ComposeResult

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

    DEFAULT_CSS = """
    BoardScreen NotSavedBanner { margin-top: 0; }
    """

    @property
    def board(self) -> Board:
        """The board."""
        return self.query_one(Board)

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
            yield Board(seat)

    def on_mount(self) -> None:
        """Follow how safe the session is and who is here."""
        self.watch(self.app, "saving", self._show_status, init=True)
        self.watch(self.app, "clock", self._show_status, init=False)
        self.watch(self.app, "waiting", self._show_status, init=False)
        self.watch(self.app, "present", self._show_company, init=True)
        self.watch(self.app, "has_door_open", self._show_status, init=False)

    def show_session(self, session: Session | None, before: Session | None) -> None:
        """Show the session; another one on a board of its own."""
        if session is None or not self.query(Board):
            return
        if self.board.session.id == session.id and self.mgtui.seat is not None:
            self.board.seat = self.mgtui.seat
            self.board.show_session(session)
        else:
            self.refresh(recompose=True)

    def relabel(self) -> None:
        """Draw the board in the language in use, with the cursor where it is."""
        for board in self.query(Board):
            board.relabel()

    def keep_typing(self) -> None:
        """Keep what is being edited on the board."""
        for board in self.query(Board):
            board.desk.keep()

    def _show_status(self) -> None:
        app = self.mgtui
        people, saving = max(1, len(app.present.people)), app.saving.beside(app.waiting)
        for board in self.query(Board):
            is_viewer = board.seat.person.role == "viewer"
            board.status = Status(people, saving.state, saving.at, is_viewer, app.clock, app.has_door_open)

    def _show_company(self) -> None:
        self._show_status()
        for board in self.query(Board):
            board.company = company(self.mgtui.present, board.seat.person.client)
