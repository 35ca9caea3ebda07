"""What screens that are one list of things to edit have in common: the list, one's rights, and asking for changes.

A row's key is what it shows and its id ("interest i3"), so that the cursor stays on it when others type.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar

from textual.app import ComposeResult

from mgtui.domain.changes import Change
from mgtui.domain.grounding import ground
from mgtui.domain.refusal import Refused
from mgtui.domain.session import LONGEST_TEXT, Session
from mgtui.domain.visibility import for_viewers
from mgtui.locale.wording import refusals
from mgtui.tui import standing
from mgtui.tui.screens.frame import MgtuiScreen
from mgtui.tui.widgets.row_list import ListRow
from mgtui.tui.widgets.sheet import Draft, Sheet

WIDEST = 118
"""Lines longer than this are hard to read on a beamer."""


class SheetScreen(MgtuiScreen[None]):
    """A list that is edited in place.

    Attributes:
        IS_PER_PARTNER: whether it shows one partner at a time.
        partner: the partner that is shown; empty when nobody is at the table.
    """

    IS_PER_PARTNER: ClassVar[bool] = False
    AUTO_FOCUS = "Sheet"

    DEFAULT_CSS = """
    SheetScreen Sheet { margin: 1 0 0 0; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.partner = ""
        self._is_stale = False

    @property
    def sheet(self) -> Sheet:
        """The list."""
        return self.query_one(Sheet)

    @property
    def session(self) -> Session:
        """The session that is shown, without what a viewer may not see."""
        session = self.mgtui.session or Session(id="none")
        return for_viewers(session) if self.is_viewer else session

    @property
    def is_viewer(self) -> bool:
        """Whether this person may only look."""
        seat = self.mgtui.seat
        return seat is not None and seat.person.role == "viewer"

    @property
    def chosen(self) -> tuple[str, str]:
        """What is under the cursor: what it is, and its id."""
        what, _space, identity = self.sheet.cursor.partition(" ")
        return what, identity

    def compose_body(self) -> ComposeResult:
        """The list."""
        yield Sheet(self._rows, paste=self.paste)

    @abstractmethod
    def rows(self, cells: int) -> list[ListRow]:
        """What the list shows, in lines of `cells` cells."""

    @abstractmethod
    def add(self) -> None:
        """Begin to type a new one of what is under the cursor."""

    @abstractmethod
    def edit(self) -> None:
        """Begin to edit what is under the cursor."""

    @abstractmethod
    def remove_chosen(self) -> None:
        """Remove what is under the cursor."""

    def reorder(self, steps: int) -> None:
        """Move what is under the cursor `steps` places down."""

    def paste(self, lines: list[str]) -> None:
        """Take several lines at once."""

    def to_partner(self, steps: int) -> None:
        """Show the partner that many places further; after the last comes the first."""
        ids = [each.id for each in self.session.partners_in_order]
        if ids and self.sheet.keep():
            at = ids.index(self.partner) if self.partner in ids else 0
            self.partner = ids[(at + steps) % len(ids)]
            self.sheet.cursor = ""
            self.sheet.scroll_home(animate=False)
            self.sheet.rebuild()
            self.refresh_bindings()

    def may_edit(self) -> bool:
        """Whether this person may change anything; tells them when not."""
        return standing.may_edit(self.mgtui)

    def submit(self, change: Change | None) -> None:
        """Ask the room for a change, if this person may; the answer comes as a new session."""
        if change is not None and self.may_edit() and self.mgtui.seat is not None:
            self.mgtui.seat.submit(change)

    def ask(self, change: Change | None, then: str = "") -> str:
        """Ask the room for a change and go to the row `then`; returns why it can't be, or nothing."""
        if change is None:
            return ""
        why = standing.why_not(self.mgtui)
        if why:
            return why
        try:
            ground(self.session, change)
        except Refused as refusal:
            return refusals.refusal(refusal)
        self.submit(change)
        if then:
            self.sheet.rebuild()
            self.sheet.move_to(then)
        return ""

    def begin(self, draft: Draft) -> None:
        """Begin to type, if this person may."""
        if self.may_edit():
            self.sheet.begin(draft)

    def show_session(self, session: Session | None, before: Session | None) -> None:
        """Show the session; the cursor stays where it is. A list that nobody sees waits until someone does."""
        if session is None or not self.query(Sheet):
            return
        self._is_stale = True
        if self in self.app.screen_stack:
            self._show_what_is_new()

    def on_screen_resume(self) -> None:
        """Show what has changed while nobody saw it."""
        if self._is_stale and self.query(Sheet):
            self._show_what_is_new()

    def _show_what_is_new(self) -> None:
        self._is_stale = False
        self._settle()
        self.sheet.rebuild()
        self.refresh_bindings()

    def relabel(self) -> None:
        """Put every text in the language in use, with the cursor where it is."""
        self.sheet.rebuild()
        self.refresh()

    def keep_typing(self) -> None:
        """Keep what is being typed."""
        for sheet in self.query(Sheet):
            sheet.keep()

    def on_row_list_moved(self) -> None:
        """Something else may be possible here."""
        self.refresh_bindings()

    def on_row_list_chosen(self) -> None:
        """A click on the row under the cursor edits it."""
        self.edit()

    def _rows(self, cells: int) -> list[ListRow]:
        self._settle()
        return self.rows(min(cells, WIDEST))

    def _settle(self) -> None:
        ids = [each.id for each in self.session.partners_in_order]
        if self.partner not in ids:
            self.partner = ids[0] if ids else ""


def too_long(text: str, longest: int = LONGEST_TEXT) -> str:
    """Why `text` can't be kept when it is longer than `longest`; empty when it can."""
    if len(text) <= longest:
        return ""
    return refusals.refusal(Refused("too_long", limit=str(longest), length=str(len(text))))
