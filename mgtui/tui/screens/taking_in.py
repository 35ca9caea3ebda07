"""Asks which list to take in, shows what it would add, and takes it over as one change that one undo takes back."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from mgtui.domain.changes import Add, parts
from mgtui.domain.session import Session
from mgtui.locale import _
from mgtui.locale.safe_text import safe
from mgtui.locale.wording import direction
from mgtui.tui.doors import Stuck
from mgtui.tui.editing.field import Field
from mgtui.tui.papers import Found
from mgtui.tui.screens.frame import Overlay
from mgtui.tui.screens.sheet_lines import wrapped
from mgtui.tui.widgets.labelled import LabelledField
from mgtui.tui.widgets.row_list import ListRow, RowList


class TakingInScreen(Overlay[None]):
    """A field for a path, and what is in the list there."""

    NAME = "taking_in"
    AUTO_FOCUS = "Field"

    DEFAULT_CSS = """
    TakingInScreen { align: center middle; }
    TakingInScreen > Vertical {
        width: 94%; max-width: 110; height: 80%; padding: 0 1; background: $ground; border: $edge $line;
        border-title-color: $heading;
    }
    TakingInScreen #told { height: auto; color: $muted; margin-bottom: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._found: tuple[str, Found] | None = None

    def compose_body(self) -> ComposeResult:
        """The field, what the list comes to, and each thing it would add."""
        frame = Vertical(
            LabelledField(_("Which list? A file that ends in .csv, .md or .json"), field_id="list"),
            Static(_("Enter looks what is in it; nothing is changed yet."), id="told", markup=False),
            RowList(self._rows, id="additions"),
        )
        frame.border_title = _("Take in a list")
        yield frame

    def scroll_additions(self, steps: int) -> None:
        """Read on, or back."""
        self.query_one(RowList).scroll_relative(y=steps, animate=False)

    def on_field_changed(self) -> None:
        """Another list is to be looked at first."""
        self._show(None)

    def on_field_submitted(self, submitted: Field.Submitted) -> None:
        """Look, and the second time take it over."""
        path = submitted.value.strip()
        session, seat = self.mgtui.session, self.mgtui.seat
        if not path or session is None or seat is None:
            return
        is_sure = self._found is not None and self._found[0] == path
        try:
            found = self.mgtui.doors.papers.take_in(path, session)
        except Stuck as stuck:
            self._show(None)
            self.query_one(LabelledField).remark(stuck.sentence)
            return
        if not is_sure:
            self._show((path, found))
            return
        seat.submit(found.change)
        self.dismiss(None)
        self.mgtui.say(_("Taken in: {what}. One undo takes it all back.").format(what=found.told), "good")

    def _show(self, found: tuple[str, Found] | None) -> None:
        self._found = found
        self.query_one(LabelledField).remark("")
        told = self.query_one("#told", Static)
        if found:
            told.update(_("This adds {what}. Enter again takes it in, esc leaves it.").format(what=found[1].told))
        else:
            told.update(_("Enter looks what is in it; nothing is changed yet."))
        self.query_one(RowList).rebuild()

    def _rows(self, cells: int) -> list[ListRow]:
        if self._found is None:
            return []
        session = self.mgtui.session or Session(id="none")
        names = {partner.id: partner.name for partner in session.partners.values()}
        rows = []
        for part in parts(self._found[1].change):
            if isinstance(part, Add) and part.table == "partners":
                names[part.id] = str(part.record.get("name", ""))
                rows.append(wrapped(f"+ {safe(names[part.id])}", cells, "heading bold"))
            elif isinstance(part, Add) and part.table == "items":
                rows.append(wrapped(_item(part, names), cells, "ink"))
        return [ListRow(f"row {at}", lines) for at, lines in enumerate(rows)]


def _item(part: Add, names: dict[str, str]) -> str:
    name = names.get(str(part.record["partner"]), "")
    column = direction("take" if part.record["direction"] == "take" else "bring")
    return safe(f"+ {name}, {column}: {part.record['text']}")
