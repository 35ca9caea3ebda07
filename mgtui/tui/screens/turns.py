"""The turns to speak, over the screen: who has the floor, what each has left of its share, who has spoken how long."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical

from mgtui.domain.session import Session
from mgtui.domain.turns import Turning, Turns
from mgtui.locale import _
from mgtui.tui.screens import turn_rows
from mgtui.tui.screens.frame import Overlay
from mgtui.tui.signs import is_ascii
from mgtui.tui.widgets.board.look import strokes_of
from mgtui.tui.widgets.row_list import ListRow, RowList

MINUTE = 60


class TurnsScreen(Overlay[None]):
    """A row for each partner; the one under the cursor can be given the floor."""

    NAME = "turns"
    AUTO_FOCUS = "Table"

    DEFAULT_CSS = """
    TurnsScreen { align: center middle; }
    TurnsScreen > Vertical {
        width: 96%; max-width: 100; height: auto; max-height: 94%; border: $edge $line; border-title-color: $heading;
        background: $ground; padding: 0 1;
    }
    TurnsScreen Table { height: auto; max-height: 100%; }
    """

    @property
    def turns(self) -> Turns:
        """The turns as they stand."""
        seat = self.mgtui.seat
        return seat.turns if seat else Turns()

    @property
    def may_turn(self) -> bool:
        """Whether this person may do more than look."""
        seat = self.mgtui.seat
        return seat is not None and seat.person.role != "viewer"

    def compose_body(self) -> ComposeResult:
        """The list."""
        frame = Vertical(Table(self._rows, id="turns"))
        frame.border_title = _("Turns to speak")
        yield frame

    def on_mount(self) -> None:
        """Follow the clock, and what is decided about it."""
        self.watch(self.app, "clock", self._tick, init=False)
        self.watch(self.app, "turns", self.show_turns, init=False)

    def show_turns(self) -> None:
        """Show how it stands now."""
        self._tick()
        self.refresh_bindings()

    def show_session(self, session: Session | None, before: Session | None) -> None:
        """Show who is at the table now."""
        if before is not None:
            self.show_turns()

    def on_row_list_chosen(self, chosen: RowList.Chosen) -> None:
        """Give the floor to who was chosen, or go on when they have it."""
        if chosen.key == self.turns.partner:
            self._turn(Turning(do="go_on"))
        else:
            self._turn(Turning(do="give", partner=chosen.key))

    def pass_on_the_floor(self) -> None:
        """Give the floor to who comes next."""
        self._turn(Turning(do="next", partner=self.turns.partner))

    def pause_or_go_on(self) -> None:
        """Stop the clock, or have it run; with nobody on the floor, begin."""
        if not self.turns.partner:
            self.pass_on_the_floor()
        else:
            self._turn(Turning(do="pause" if self.turns.is_running else "go_on"))

    def extend(self) -> None:
        """A minute more for who has the floor."""
        if self.turns.partner:
            self._turn(Turning(do="extend", partner=self.turns.partner, seconds=MINUTE))

    def change_share(self, minutes: int) -> None:
        """Everyone's share is that many minutes longer or shorter."""
        self._turn(Turning(do="share", seconds=minutes * MINUTE))

    def end_round(self) -> None:
        """Nobody has the floor any more, and everyone a whole share again."""
        self._turn(Turning(do="end"))

    def relabel(self) -> None:
        """Put every text in the language in use."""
        self.query_one(Vertical).border_title = _("Turns to speak")
        self.query_one(Table).rebuild()
        self.refresh()

    def _tick(self) -> None:
        for table in self.query(Table):
            table.rebuild()

    def _turn(self, turning: Turning) -> None:
        if self.mgtui.seat and self.may_turn:
            self.mgtui.seat.time(turning)

    def _rows(self, cells: int) -> list[ListRow]:
        session = self.mgtui.session or Session(id="none")
        strokes = strokes_of(is_ascii=is_ascii(self.app))
        return turn_rows.rows(session, self.turns, self.mgtui.doors.now(), cells, strokes, may_turn=self.may_turn)


class Table(RowList):
    """The partners; the space bar is for the clock."""

    def press(self, key: str) -> bool:
        """Do what `key` means in a list, but for the space bar."""
        return key != "space" and super().press(key)
