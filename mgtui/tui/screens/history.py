"""What happened to a session, or to one record of it, change by change; and the way back to any of it.

Going back is a new change like any other: the history grows by it, and ctrl+z takes it back.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from msgspec.structs import replace

from mgtui.domain.changes import Batch, apply, parts
from mgtui.domain.comparison import compare
from mgtui.domain.going_back import back_to, record_back_to
from mgtui.domain.grounding import ground
from mgtui.domain.history import Entry, concerns
from mgtui.domain.refusal import Refused
from mgtui.domain.session import Record
from mgtui.domain.visibility import for_documents
from mgtui.locale import _
from mgtui.locale.safe_text import clipped, safe
from mgtui.locale.wording import differences, history, naming, refusals
from mgtui.locale.wording.history import Told
from mgtui.tui.intents.key_names import key_of
from mgtui.tui.screens import history_rows
from mgtui.tui.screens.sheet_screen import SheetScreen
from mgtui.tui.widgets.row_list import Line, ListRow

MOST: Final = 200
"""As many changes are shown at first, and as many again whenever one walks on to older ones."""

_LONGEST_NAME: Final = 40


class About(NamedTuple):
    """The record whose history is shown."""

    table: str
    id: str


class Chapter(NamedTuple):
    """Some of the changes.

    Attributes:
        name: what it is called.
        after, until: the revisions that it lies between; None for as far as it goes.
        about: the record that it is about; None for all of them.
    """

    name: str
    after: int = 0
    until: int | None = None
    about: About | None = None

    def has(self, entry: Entry) -> bool:
        """Whether a change is one of them."""
        if self.about is not None and not concerns(entry, *self.about):
            return False
        return entry.revision > self.after and (self.until is None or entry.revision <= self.until)


class HistoryScreen(SheetScreen):
    """The changes of the session, of one meeting, or of one record.

    Attributes:
        came_from: the screen to go back to.
    """

    NAME = "history"

    def __init__(self) -> None:
        super().__init__()
        self.came_from = "board"
        self._about: About | None = None
        self._chosen = 0
        self._most = MOST
        self._unfolded = 0

    @property
    def revision(self) -> int:
        """The change under the cursor; 0 where there is none."""
        what, identity = self.chosen
        return int(identity) if what == "entry" else 0

    def show(self, about: About | None, came_from: str) -> None:
        """Show the history of one record, or of the session when there is none, from now on."""
        self.came_from, self._about = came_from, about
        self._chosen, self._most, self._unfolded = 0, MOST, 0
        if self.is_mounted:
            self.sheet.cursor = ""
            self.sheet.scroll_home(animate=False)
            self.sheet.rebuild()

    def rows(self, cells: int) -> list[ListRow]:
        """The changes of the chapter that was chosen, the latest first."""
        chapters = self._chapters
        chapter = chapters[min(self._chosen, len(chapters) - 1)]
        found = [each for each in self._history if chapter.has(each)]
        shown = found[-self._most :]
        told = list(history.told(self._history, self.session, revisions={each.revision for each in shown}))
        names = [each.name for each in chapters]
        rows = [
            *history_rows.heading(len(found), names, chapters.index(chapter), cells, may_go_back=not self.is_viewer),
            *history_rows.entries(told[::-1], len(found) - len(shown), cells),
        ]
        return [self._with_more(row, told, chapter, cells) for row in rows]

    def to_chapter(self, steps: int) -> None:
        """Show the changes of the next chapter; after the last comes the first."""
        self._chosen = (self._chosen + steps) % len(self._chapters)
        self._most, self._unfolded, self.sheet.cursor = MOST, 0, ""
        self.sheet.scroll_home(animate=False)
        self.sheet.rebuild()
        self.refresh_bindings()

    def unfold(self) -> None:
        """Tell more about the change under the cursor, or no longer."""
        self._unfolded = 0 if self._unfolded == self.revision else self.revision
        self.sheet.rebuild()
        self.sheet.show_cursor()

    def go_back(self) -> None:
        """Make the session, or the record at hand, what it was after the change under the cursor."""
        if not self.revision or not self.may_edit():
            return
        about = self._chapters[self._chosen].about
        change = self._way_back(self.revision, about)
        if isinstance(change, str):
            self.mgtui.say(change, "warning")
            return
        if about is None:
            # Going back happens now, so among the changes of an earlier meeting it would not be seen.
            self.to_chapter(self._everything - self._chosen)
        self._unfolded = 0
        before = self.session
        self.submit(change)
        if self.session is before:
            return  # The room has said why not.
        told = _("Gone back to revision {n}. {undo} takes that back.")
        self.mgtui.say(told.format(n=change.back_to, undo=key_of(self.mgtui, "undo")), "good")

    def edit(self) -> None:
        """A click on the change under the cursor unfolds it."""
        if self.sheet.cursor == history_rows.OLDER:
            self._show_older()
        else:
            self.unfold()

    def add(self) -> None:
        """Nothing is added to a history but by what people do."""

    def remove_chosen(self) -> None:
        """Nothing is ever removed from a history."""

    def on_row_list_moved(self) -> None:
        """Walking on to older changes shows them."""
        super().on_row_list_moved()
        if self.sheet.cursor == history_rows.OLDER:
            self._show_older()

    def _show_older(self) -> None:
        keys = [row.key for row in self.sheet.rows if row.key]
        last = keys[-2] if len(keys) > 1 else ""
        self._most += MOST
        self.sheet.rebuild()
        keys = [row.key for row in self.sheet.rows if row.key]
        if last in keys:
            self.sheet.move_to(keys[min(keys.index(last) + 1, len(keys) - 1)])

    def _with_more(self, row: ListRow, told: Sequence[Told], chapter: Chapter, cells: int) -> ListRow:
        """A row with what is unfolded under it."""
        of = next((each for each in told if history_rows.key_of(each.entry.revision) == row.key), None)
        if of is None or of.entry.revision != self._unfolded:
            return row
        return replace(row, lines=(*row.lines, *self._more(of, chapter, cells)))

    def _more(self, of: Told, chapter: Chapter, cells: int) -> Sequence[Line]:
        now = then = self.session
        change = self._way_back(of.entry.revision, chapter.about)
        if not isinstance(change, str):
            then = apply(now, change)
        before, after = (for_documents(each) for each in (now, then))
        back = compare(before, after)
        return tuple(history_rows.unfolded(of, back, before, after, cells, may_go_back=not self.is_viewer))

    def _way_back(self, revision: int, about: About | None) -> Batch | str:
        """The change that goes back; or why there is none, in a sentence."""
        session = self.session
        try:
            change = (
                back_to(session, self._history, revision)
                if about is None
                else record_back_to(session, self._history, revision, *about)
            )
            grounded = ground(session, change)
        except Refused as refusal:
            return refusals.refusal(refusal)
        if not parts(grounded) or not isinstance(grounded, Batch):
            return _("This is how it still is: there is nothing to go back to.")
        return grounded

    @property
    def _history(self) -> Sequence[Entry]:
        return self.mgtui.seat.history if self.mgtui.seat else ()

    @property
    def _everything(self) -> int:
        """Which of the chapters has all changes."""
        return 1 if self._about else 0

    @property
    def _chapters(self) -> list[Chapter]:
        """The record at hand, everything, and the meetings, the latest first."""
        session = self.session
        found = [Chapter(self._name_of(self._about), about=self._about)] if self._about else []
        found.append(Chapter(_("everything")))
        until: int | None = None
        for meeting in reversed(session.meetings_in_order):
            after = max(0, meeting.opened_revision - 1)
            found.append(Chapter(safe(meeting.name) or naming.meeting(meeting), after, until))
            until = after
        return found

    def _name_of(self, about: About) -> str:
        session = for_documents(self.session)
        record: Record | None = getattr(session, about.table).get(about.id)
        return clipped(differences.record(record, session), _LONGEST_NAME) if record else _("what was here")
