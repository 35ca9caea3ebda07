"""The screen of the stakeholder-communication checklist; a new session gets a new one."""

from __future__ import annotations

from textual.app import ComposeResult

from mgtui.domain.session import Session
from mgtui.tui.screens.frame import MgtuiScreen
from mgtui.tui.widgets.checklist.checklist import Checklist


class ChecklistScreen(MgtuiScreen[None]):
    """Who has been told what, and whether they still value it."""

    NAME = "stakeholders"
    AUTO_FOCUS = "Checklist"

    @property
    def checklist(self) -> Checklist:
        """The checklist."""
        return self.query_one(Checklist)

    def compose_body(self) -> ComposeResult:
        """The checklist of the session that is open."""
        if self.mgtui.seat:
            yield Checklist(self.mgtui.seat)

    def show_session(self, session: Session | None, before: Session | None) -> None:
        """Show the session; another one from its beginning."""
        if session is None or not self.query(Checklist):
            return
        if self.checklist.session.id == session.id and self.mgtui.seat is not None:
            self.checklist.seat = self.mgtui.seat
            self.checklist.show_session(session)
        else:
            self.refresh(recompose=True)

    def relabel(self) -> None:
        """Put every text in the language in use, with the cursor where it is."""
        for each in self.query(Checklist):
            each.repaint()
        self.refresh()

    def keep_typing(self) -> None:
        """Keep what is being typed."""
        for each in self.query(Checklist):
            each.keep()
