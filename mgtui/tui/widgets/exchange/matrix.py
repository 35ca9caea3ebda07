"""The give-and-take matrix: one focusable widget with a cursor of its own, painted where it differs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events
from textual.geometry import Size
from textual.message import Message

from mgtui import locale
from mgtui.domain.balance import balance
from mgtui.domain.exchange import matrix
from mgtui.domain.interests import unmet
from mgtui.domain.session import Session
from mgtui.locale.safe_text import safe
from mgtui.locale.wording.signs import Signs
from mgtui.tui.signs import plain, signs_of
from mgtui.tui.widgets.board.drawing import Line
from mgtui.tui.widgets.exchange.grid import Grid, Place, Seat, Texts, grid_lines, place_of, texts_of
from mgtui.tui.widgets.exchange.painted import Painted

if TYPE_CHECKING:
    pass

_ROWS_FOR_MANY_DETAILS = 30
_MANY_DETAILS, _FEW_DETAILS = 6, 4
_MOST_OF_SCREEN = 5, 6


class Matrix(Painted):
    """Who brings what to whom.

    Attributes:
        giver, taker: the ids of the row and the column that the cursor is on.
    """

    DEFAULT_CSS = """
    Matrix { width: 1fr; height: auto; background: $ground; margin: 1 0 0 0; }
    """

    @dataclass
    class Chosen(Message):
        """The cell under the cursor was chosen."""

        matrix: Matrix

        @property
        def control(self) -> Matrix:
            """The matrix."""
            return self.matrix

    def __init__(self) -> None:
        super().__init__()
        self.giver = self.taker = ""
        self._seats: tuple[Seat, ...] = ()
        self._session = Session(id="none")
        self._cells = matrix(self._session)
        self._texts: tuple[object, Texts] | None = None
        self._known: dict[tuple[object, ...], Line] = {}
        self._place: Place | None = None

    def show_session(self, session: Session) -> None:
        """Show `session` from now on; the cursor stays with its partners."""
        before = len(self._seats)
        self._session = session
        self._cells = matrix(session)
        without = unmet(session)
        self._seats = tuple(
            Seat(
                each.partner.id,
                safe(each.partner.name),
                each.verdict,
                tuple(session.interests_of(each.partner.id)),
                sum(interest.partner == each.partner.id for interest in without),
            )
            for each in balance(session).partners
        )
        self._settle()
        if len(self._seats) != before:
            self.refresh(layout=True)
        self.repaint()

    def move(self, down: int, right: int) -> None:
        """Move the cursor that many rows and columns."""
        ids = [seat.id for seat in self._seats]
        if not ids:
            return
        last = len(ids) - 1
        self.giver = ids[max(0, min(last, ids.index(self.giver) + down))]
        self.taker = ids[max(0, min(last, ids.index(self.taker) + right))]
        self.repaint()

    def drawn(self) -> list[Line]:
        """The names, the cells, and what is under the cursor."""
        grid = self._grid()
        self._place = place_of(grid)
        return grid_lines(grid, self._place)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the partners and the details take, and never the whole screen."""
        part, whole = _MOST_OF_SCREEN
        return max(4, min(len(self._seats) + 1 + self._details, (viewport.height - 2) * part // whole))

    async def _on_click(self, event: events.Click) -> None:
        place = self._place
        if place is None:
            return
        row, column = place.first_row + event.y - 1, place.column_at(event.x)
        if column < 0 or not place.first_row <= row < place.last_row:
            return
        was_there = (self.giver, self.taker) == (self._seats[row].id, self._seats[column].id)
        self.giver, self.taker = self._seats[row].id, self._seats[column].id
        self.repaint()
        if was_there or event.chain == 2:
            self.post_message(self.Chosen(self))

    @property
    def _details(self) -> int:
        return _MANY_DETAILS if self.screen.size.height >= _ROWS_FOR_MANY_DETAILS else _FEW_DETAILS

    def _grid(self) -> Grid:
        signs = signs_of(self.app)
        return Grid(
            self._seats,
            self._cells,
            self._texts_in(signs),
            self._known,
            self.giver,
            self.taker,
            self._session.scale,
            signs,
            lambda text: plain(self.app, text),
            self.size.width,
            self.size.height,
            self._details,
        )

    def _texts_in(self, signs: Signs) -> Texts:
        """What is in the cells, put into words once for every session and language."""
        made_from = (self._seats, self._cells, signs, locale.language())
        if self._texts is None or self._texts[0] != made_from:
            texts = texts_of(self._seats, self._cells, signs, lambda text: plain(self.app, text))
            self._texts = (made_from, texts)
            self._known.clear()
        return self._texts[1]

    def _settle(self) -> None:
        ids = [seat.id for seat in self._seats]
        if self.giver not in ids:
            self.giver = ids[0] if ids else ""
        if self.taker not in ids:
            self.taker = ids[min(1, len(ids) - 1)] if ids else ""
