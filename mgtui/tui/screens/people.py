"""Who is in the room, over the screen: in which role, where, since when; and what a facilitator can do about it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical

from mgtui.domain.people import Person
from mgtui.domain.powers import Deciding, is_guest
from mgtui.domain.session import Session
from mgtui.locale import _
from mgtui.tui.screens import people_rows
from mgtui.tui.screens.frame import Overlay
from mgtui.tui.widgets.row_list import ListRow, RowList


class PeopleScreen(Overlay[None]):
    """A row for everyone who is here, and for those who were removed."""

    NAME = "people"
    AUTO_FOCUS = "RowList"

    DEFAULT_CSS = """
    PeopleScreen { align: center middle; }
    PeopleScreen > Vertical {
        width: 96%; max-width: 100; height: auto; max-height: 94%; border: $edge $line; border-title-color: $heading;
        background: $ground; padding: 0 1;
    }
    PeopleScreen RowList { height: auto; max-height: 100%; }
    """

    @property
    def may_decide(self) -> bool:
        """Whether this person is a facilitator."""
        seat = self.mgtui.seat
        return seat is not None and seat.person.role == "facilitator"

    @property
    def other(self) -> Person | None:
        """Who is under the cursor, unless that is this person themselves."""
        seat, (kind, identity) = self.mgtui.seat, self._chosen
        if seat is None or kind != "here" or identity == seat.person.client:
            return None
        return next((each for each in self.mgtui.present.people if each.client == identity), None)

    @property
    def removed(self) -> str:
        """The name of who was removed and is under the cursor."""
        kind, name = self._chosen
        return name if kind == "removed" else ""

    @property
    def can_hand_over(self) -> bool:
        """Whether who is under the cursor could lead."""
        return self.may_decide and self.other is not None and self.other.role != "viewer"

    @property
    def can_remove(self) -> bool:
        """Whether who is under the cursor is a guest here."""
        return self.may_decide and self.other is not None and is_guest(self.other)

    def compose_body(self) -> ComposeResult:
        """The list."""
        frame = Vertical(RowList(self._rows, id="people"))
        frame.border_title = _("In the room")
        yield frame

    def on_mount(self) -> None:
        """Follow who is here, and who may what."""
        self.watch(self.app, "present", self._show, init=False)
        self.watch(self.app, "powers", self._show, init=False)

    def show_session(self, session: Session | None, before: Session | None) -> None:
        """Show what the places are called now."""
        if before is not None:
            self._show()

    def on_row_list_moved(self) -> None:
        """Something else may be possible here."""
        self.refresh_bindings()

    def on_row_list_chosen(self) -> None:
        """Let in again who was removed."""
        self.let_in()

    def hand_over(self) -> None:
        """Who is under the cursor leads from now on."""
        if self.other is not None and self.can_hand_over:
            self._decide(Deciding(do="hand_over", client=self.other.client))

    def remove_chosen(self) -> None:
        """Who is under the cursor has to go."""
        if self.other is not None and self.can_remove:
            self._decide(Deciding(do="remove", client=self.other.client))

    def let_in(self) -> None:
        """Who was removed may come back."""
        if self.removed and self.may_decide:
            self._decide(Deciding(do="let_in", client=self.removed))

    def relabel(self) -> None:
        """Put every text in the language in use."""
        self.query_one(Vertical).border_title = _("In the room")
        self.query_one(RowList).rebuild()
        self.refresh()

    @property
    def _chosen(self) -> tuple[str, str]:
        """What kind of row the cursor is on, and of whom."""
        found = self.query(RowList)
        kind, _space, identity = found.first(RowList).cursor.partition(" ") if found else ("", "", "")
        return kind, identity

    def _decide(self, deciding: Deciding) -> None:
        if self.mgtui.seat is not None:
            self.mgtui.seat.decide(deciding)

    def _show(self) -> None:
        for each in self.query(RowList):
            each.rebuild()
        self.refresh_bindings()

    def _rows(self, cells: int) -> list[ListRow]:
        seat = self.mgtui.seat
        if seat is None:
            return []
        session = self.mgtui.session or Session(id="none")
        return people_rows.rows(session, self.mgtui.present, seat.powers, seat.person, cells)
