"""One sheet of a workbook: a heading row, then rows; every text is written as text, whatever it looks like."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from mgtui.documents.formula_guard import guarded
from mgtui.locale.safe_text import safe

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

BLUE: Final = {"bg_color": "#d6e6f8", "font_color": "#003f8c", "bold": True}
BROWN: Final = {"bg_color": "#fbe3d0", "font_color": "#7a2f00", "bold": True}
GREY: Final = {"bg_color": "#ebece8", "font_color": "#3d464f"}

_DAYS: Final = "yyyy-mm-dd"
_NUMBERS: Final = "General"


class Formula(Struct, frozen=True):
    """A cell that calculates, and what it comes to as things stand, for programs that don't calculate."""

    says: str
    value: Decimal | int | str


Cell = str | Decimal | int | date | Formula | None


class Sheet:
    """A sheet that is filled from the top.

    Args:
        book: whose sheet it is.
        name: on its tab; at most 31 characters.
        columns: the heading and the width of each.

    Attributes:
        name: on its tab. next: the number of the next row, from 1, as formulas count them.
    """

    def __init__(self, book: Workbook, name: str, columns: Sequence[tuple[str, int]]) -> None:
        self.name = name
        self.next = 2
        self._book = book
        self._sheet = book.add_worksheet(name)
        self._formats: dict[tuple[bool, str], Any] = {}
        heading = book.add_format({"bold": True, "bottom": 2, "text_wrap": True, "valign": "top"})
        for at, (title, width) in enumerate(columns):
            self._sheet.set_column(at, at, width)
            self._sheet.write_string(0, at, title, heading)
        self._sheet.freeze_panes(1, 1)
        self._sheet.set_landscape()
        self._sheet.set_paper(9)
        self._sheet.fit_to_pages(1, 0)
        self._sheet.repeat_rows(0)

    def add(self, cells: Sequence[Cell], *, bold: bool = False) -> int:
        """Write a row and return its number."""
        row = self.next
        for at, cell in enumerate(cells):
            self._write(row - 1, at, cell, bold=bold)
        self.next += 1
        return row

    def skip(self) -> None:
        """Leave a row empty."""
        self.next += 1

    def highlight(self, cells: str, formula: str, look: dict[str, Any]) -> None:
        """Show `cells` ("G2:G9") with `look` as long as `formula`, written for the first of them, is true."""
        rule = {"type": "formula", "criteria": formula, "format": self._book.add_format(look)}
        self._sheet.conditional_format(cells, rule)

    def bars(self, cells: str) -> None:
        """Draw a bar in each of `cells`, as long as its number."""
        self._sheet.conditional_format(cells, {"type": "data_bar", "bar_color": "#9cc8ff", "bar_solid": True})

    def choose(self, cells: str, choices: Sequence[str]) -> None:
        """Offer `choices` in `cells`, and refuse anything else."""
        self._sheet.data_validation(cells, {"validate": "list", "source": list(choices)})

    def filterable(self, cells: str) -> None:
        """Let a person filter the rows of `cells`."""
        self._sheet.autofilter(cells)

    def _write(self, row: int, column: int, cell: Cell, *, bold: bool) -> None:
        match cell:
            case None | "":
                return
            case Formula(says=says, value=value):
                shown = value if isinstance(value, str) else float(value)
                self._sheet.write_formula(row, column, f"={says}", self._look(bold=bold), shown)
            case str():
                self._text(row, column, cell, bold=bold)
            case date():
                self._sheet.write_datetime(row, column, cell, self._look(bold=bold, number=_DAYS))
            case _:
                self._sheet.write_number(row, column, float(cell), self._look(bold=bold))

    def _text(self, row: int, column: int, text: str, *, bold: bool) -> None:
        """A text cell; one that looks like a formula keeps being text when a person edits it."""
        shown = safe(text, newline="\n")
        look = self._look(bold=bold, number="quoted" if guarded(shown) != shown else _NUMBERS)
        self._sheet.write_string(row, column, shown, look)

    def _look(self, *, bold: bool, number: str = _NUMBERS) -> Any:
        key = (bold, number)
        if key not in self._formats:
            look: dict[str, Any] = {"bold": bold, "text_wrap": True, "valign": "top"}
            look |= {"quote_prefix": True} if number == "quoted" else {"num_format": number}
            self._formats[key] = self._book.add_format(look)
        return self._formats[key]


def quoted(text: str) -> str:
    """`text` as a text in a formula."""
    return '"' + text.replace('"', '""') + '"'


def cell_of(sheet: Sheet, cell: str) -> str:
    """`cell` ("H5") of another sheet, in a formula."""
    name = sheet.name.replace("'", "''")
    return f"'{name}'!{cell}"
