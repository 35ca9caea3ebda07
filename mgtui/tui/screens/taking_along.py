"""Choose what to take along, read it before it is made, and say where it goes; what is typed is always the place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import Final, NamedTuple

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.message import Message
from textual.widgets import Static

from mgtui.domain.session import Session
from mgtui.locale import N_, _
from mgtui.locale.safe_text import safe
from mgtui.tui import clipboard
from mgtui.tui.doors import Stuck
from mgtui.tui.editing.cells import clipped
from mgtui.tui.editing.field import Field
from mgtui.tui.papers import Asked, InTheWay
from mgtui.tui.screens.frame import Overlay
from mgtui.tui.screens.sheet_lines import wrapped
from mgtui.tui.signs import signs_of
from mgtui.tui.widgets.labelled import LabelledField
from mgtui.tui.widgets.row_list import ListRow, RowList

MOST_LINES: Final = 400
"""How much of a document is shown; what one wants to know is above that."""

_LONGEST_NAME: Final = 40
_WHOLE: Final = (
    ("html", N_("Report as a page, for a browser or paper")),
    ("md", N_("Report as Markdown, to edit")),
    ("txt", N_("Report as plain text")),
    ("xlsx", N_("Workbook that calculates")),
    ("csv", N_("List for a spreadsheet")),
    ("svg", N_("Pictures: balance and exchange")),
    ("json", N_("All of it as data")),
)


class Choice(NamedTuple):
    """One row of the list."""

    asked: Asked
    text: str


class TakingAlongScreen(Overlay[None]):
    """A list of documents, a preview, and a place.

    A document is put together beside the screen, one at a time, so that the cursor never waits for a large one.
    """

    NAME = "taking_along"
    AUTO_FOCUS = "Field"

    DEFAULT_CSS = """
    TakingAlongScreen { align: center middle; }
    TakingAlongScreen > Vertical {
        width: 98%; max-width: 150; height: 94%; background: $ground; border: $edge $line; padding: 0 1;
        border-title-color: $heading;
    }
    TakingAlongScreen Horizontal { height: 1fr; margin-bottom: 1; }
    TakingAlongScreen RowList { width: 46; }
    TakingAlongScreen VerticalScroll { width: 1fr; border-left: $edge $line; padding: 0 1; scrollbar-size-vertical: 1; }
    TakingAlongScreen #preview { width: 1fr; height: auto; color: $ink; background: $ground; }
    TakingAlongScreen #private { height: auto; color: $private; }
    """

    @dataclass
    class Read(Message):
        """A document has been put together to be read."""

        asked: Asked
        text: str

    def __init__(self) -> None:
        super().__init__()
        self._is_reading = False
        self._with_private = False
        self._suggested = ""
        self._occupied = ""

    @property
    def session(self) -> Session:
        """The session to take along."""
        return self.mgtui.session or Session(id="none")

    @property
    def documents(self) -> RowList:
        """What there is to choose from."""
        return self.query_one(RowList)

    @property
    def asked(self) -> Asked:
        """The document under the cursor, in the form that the place's ending asks for where that can be."""
        choices = {f"{each.asked.form} {each.asked.partner}": each.asked for each in self._choices()}
        chosen = choices.get(self.documents.cursor, Asked("html", with_private=self._with_private))
        ending = PurePath(self.query_one(Field).value).suffix.lstrip(".").lower()
        fits = chosen.partner and ending in ("md", "html", "txt")
        return Asked(ending if fits else chosen.form, chosen.partner, chosen.with_private)

    def compose_body(self) -> ComposeResult:
        """The list beside the preview, the place under them."""
        frame = Vertical(
            Horizontal(
                RowList(self._rows, id="documents"),
                VerticalScroll(Static("", id="preview", markup=False), can_focus=False),
            ),
            Static("", id="private", markup=False),
            LabelledField(_("Put it where?"), field_id="place"),
        )
        frame.border_title = _("Take along")
        yield frame

    def on_mount(self) -> None:
        """Show the first."""
        self.call_after_refresh(self._show)

    def show_session(self, session: Session | None, before: Session | None) -> None:
        """Show what it has become."""
        if self.is_mounted and before is not None:
            self.documents.rebuild()
            self._show()

    def move(self, steps: int) -> None:
        """To another document."""
        if not self.documents.size.width:
            # A key that came with the one that led here: the list is not laid out yet.
            self.call_after_refresh(self.move, steps)
            return
        self.documents.move(steps)
        self._show()

    def scroll_preview(self, pages: int) -> None:
        """Read on, or back."""
        reading = self.query_one(VerticalScroll)
        reading.scroll_relative(y=pages * max(1, reading.size.height - 2), animate=False)

    def toggle_private(self) -> None:
        """What is private goes along, or not."""
        self._with_private = not self._with_private
        self._show()

    def copy_text(self) -> None:
        """Copy the document as text."""
        history = self.mgtui.seat.history if self.mgtui.seat else ()
        text = self.mgtui.doors.papers.preview(self.asked, self.session, history)
        clipboard.copy(self.mgtui, text, clipped(self._name_of(self.asked), _LONGEST_NAME))

    def on_row_list_chosen(self, _chosen: RowList.Chosen) -> None:
        """A click shows it."""
        self._show()
        self.query_one(Field).focus()

    def on_field_changed(self) -> None:
        """Another place is not in the way yet."""
        self._occupied = ""
        self.query_one(LabelledField).remark("")

    def on_field_submitted(self) -> None:
        """Put it there."""
        self.write()

    def write(self) -> None:
        """Put it where the field says, or say why it can't be."""
        path, asked = self.query_one(Field).value.strip(), self.asked
        seat = self.mgtui.seat
        if not path or seat is None:
            return
        try:
            place = self.mgtui.doors.papers.keep(
                asked, self.session, seat.history, path, replace=self._occupied == path
            )
        except InTheWay as stuck:
            self._occupied = path
            self.query_one(LabelledField).remark(stuck.sentence)
        except Stuck as stuck:
            self.query_one(LabelledField).remark(stuck.sentence)
        else:
            self.dismiss(None)
            self.mgtui.say(_("Written: {path} ({what})").format(what=self._name_of(asked), path=safe(place)), "good")

    def _choices(self) -> list[Choice]:
        found = [Choice(Asked(form, with_private=self._with_private), _(text)) for form, text in _WHOLE]
        for partner in self.session.partners_in_order:
            text = _("Story of {partner}, for its stakeholders").format(partner=safe(partner.name))
            found.append(Choice(Asked("md", partner.id), text))
        return found

    def _rows(self, cells: int) -> list[ListRow]:
        return [
            ListRow(f"{each.asked.form} {each.asked.partner}", wrapped(each.text, cells, "ink"))
            for each in self._choices()
        ]

    def _name_of(self, asked: Asked) -> str:
        """What the list calls a document; a story stays one in whichever form."""
        choices = self._choices()
        named = [each.text for each in choices if each.asked.partner == asked.partner != ""]
        return next(iter(named), "") or next(each.text for each in choices if each.asked.form == asked.form)

    def on_taking_along_screen_read(self, read: Read) -> None:
        """Show it, unless another one was chosen meanwhile."""
        self._is_reading = False
        if read.asked != self.asked:
            self._read()
            return
        lines = read.text.splitlines()
        more = ["…"] if len(lines) > MOST_LINES else []
        self.query_one("#preview", Static).update("\n".join([*lines[:MOST_LINES], *more]))
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def _read(self) -> None:
        """Put the document under the cursor together, after the one that is under way."""
        if self._is_reading:
            return
        self._is_reading = True
        asked, session, papers = self.asked, self.session, self.mgtui.doors.papers
        history = self.mgtui.seat.history if self.mgtui.seat else ()

        def work() -> None:
            self.post_message(self.Read(asked, papers.preview(asked, session, history)))

        self.run_worker(work, group="preview", thread=True)

    def _show(self) -> None:
        """The preview and a likely place for the document under the cursor; a place that was typed stays."""
        field = self.query_one(Field)
        if field.value in ("", self._suggested):
            field.value = ""
            self._suggested = self.mgtui.doors.papers.place_for(self.asked, self.session)
            field.value = self._suggested
        self._read()
        self.query_one("#private", Static).update(self._private_line())

    def _private_line(self) -> str:
        signs = signs_of(self.app)
        if self.asked.partner:
            return _("What is private is never in a story for stakeholders.")
        sign = signs.told if self._with_private else signs.untold
        return _("{sign} what is private too").format(sign=sign)
