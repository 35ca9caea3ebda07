"""The welcome screen: go on with a session, begin one, or learn from a sample, by arrows and enter alone."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Vertical

from mgtui.locale import _
from mgtui.tui.doors import Stuck
from mgtui.tui.editing.field import Field
from mgtui.tui.screens.frame import MgtuiScreen
from mgtui.tui.screens.welcome_rows import BACK, NEW, OPEN, RECENT, SAMPLE, rows
from mgtui.tui.seat import Seat
from mgtui.tui.widgets.labelled import LabelledField
from mgtui.tui.widgets.new_session_form import NewSessionForm
from mgtui.tui.widgets.row_list import ListRow, RowList


class WelcomeScreen(MgtuiScreen[None]):
    """A list of ways to begin, and the two forms that some of them lead to."""

    NAME = "welcome"

    DEFAULT_CSS = """
    WelcomeScreen {
        & > RowList { margin: 1 0 0 0; }
        & > #open-file { padding: 1 2; max-width: 100; height: 1fr; }
    }
    """

    def compose_body(self) -> ComposeResult:
        """The list; the forms come when they are asked for."""
        yield RowList(self._rows, id="ways")

    def on_mount(self) -> None:
        """Start in the list."""
        self.set_focus(self.query_one(RowList))

    def on_screen_resume(self) -> None:
        """Look again at what was opened lately."""
        self.show_list()

    def relabel(self) -> None:
        """Put the texts in the language in use, with what is in a form where it is."""
        if not self.is_form_shown:
            self.query_one(RowList).rebuild()
        self.refresh()

    @property
    def is_form_shown(self) -> bool:
        """Whether one of the forms is in use."""
        return not self.query_one(RowList).display

    def show_list(self) -> None:
        """Put the forms away."""
        for form in self.query("#new-session, #open-file"):
            form.remove()
        ways = self.query_one(RowList)
        ways.display = True
        ways.rebuild()
        self.set_focus(ways)

    def show_new_session(self) -> None:
        """Ask what a new session needs."""
        form = NewSessionForm()
        self._show_form(form, form.fields[0])

    def show_open_file(self) -> None:
        """Ask for a path."""
        line = LabelledField(
            _("Which file?"), field_id="path", placeholder=_("type or paste the path of a session file")
        )
        form = Vertical(line, id="open-file")
        self._show_form(form, line.field)

    def on_row_list_chosen(self, chosen: RowList.Chosen) -> None:
        """Go where the row leads."""
        kind, _space, name = chosen.key.partition(" ")
        doors = self.mgtui.doors
        if kind == NEW:
            self.show_new_session()
        elif kind == OPEN:
            self.show_open_file()
        elif kind == BACK:
            self.mgtui.go("board")
        elif kind == RECENT:
            self._enter(lambda: doors.open(name))
        elif kind == SAMPLE:
            self._enter(lambda: doors.open_sample(name))

    def on_field_submitted(self, submitted: Field.Submitted) -> None:
        """Open the file."""
        path = submitted.value.strip().strip("'\"")
        if path:
            self._enter(lambda: self.mgtui.doors.open(path), self.query_one(LabelledField).remark)

    def on_press_line_pressed(self) -> None:
        """Begin the session."""
        self.query_one(NewSessionForm).finish()

    def on_new_session_form_filled(self, filled: NewSessionForm.Filled) -> None:
        """Begin the session that was described."""
        form = self.query_one(NewSessionForm)
        self._enter(lambda: self.mgtui.doors.create(filled.new), form.title_line.remark)

    def _enter(self, door: Callable[[], Seat], explain: Callable[[str], None] | None = None) -> None:
        try:
            seat = door()
        except Stuck as stuck:
            (explain or self._warn)(stuck.sentence)
            return
        self.mgtui.take_seat(seat)
        self.mgtui.go("board")

    def _warn(self, sentence: str) -> None:
        self.mgtui.say(sentence, "warning")

    def _show_form(self, form: Vertical | NewSessionForm, first: Field) -> None:
        self.query_one(RowList).display = False
        self.mount(form, before="Footer")
        # At once, so that what is typed right behind the key that led here ends up in the field.
        self.set_focus(first)

    def _rows(self, cells: int) -> list[ListRow]:
        session = self.mgtui.session if self.mgtui.seat else None
        return rows(self.mgtui.doors, session.title if session else None, self.app.size, cells)
