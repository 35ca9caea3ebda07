"""The picture of who brings to whom: givers left, takers right, streams between them, one partner's on top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from mgtui.domain.exchange import Cell, matrix
from mgtui.domain.session import Session
from mgtui.locale import _
from mgtui.locale.safe_text import safe
from mgtui.locale.wording import amounts
from mgtui.tui.editing.cells import clipped, padded, width
from mgtui.tui.editing.short_names import short_names
from mgtui.tui.signs import is_ascii, plain, signs_of
from mgtui.tui.widgets.board.drawing import Line, filled
from mgtui.tui.widgets.exchange import streams
from mgtui.tui.widgets.exchange.painted import Painted

if TYPE_CHECKING:
    pass

MOST_NAME = 36
HEAD = 2


class Flow(Painted):
    """The picture.

    Attributes:
        partner: the one whose streams lie on top.
    """

    DEFAULT_CSS = """
    Flow { width: 1fr; height: 1fr; background: $ground; margin: 1 0 0 0; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.partner = ""
        self._session = Session(id="none")
        self._cells: dict[tuple[str, str], Cell] = {}
        self._rows: dict[int, str] = {}

    def show_session(self, session: Session) -> None:
        """Show `session` from now on."""
        self._session = session
        self._cells = matrix(session)
        ids = [each.id for each in session.partners_in_order]
        if self.partner not in ids:
            self.partner = ids[0] if ids else ""
        self.repaint()

    def move(self, steps: int) -> None:
        """Put the streams of another partner on top."""
        ids = [each.id for each in self._session.partners_in_order]
        if ids:
            self.partner = ids[(ids.index(self.partner) + steps) % len(ids)]
            self.repaint()

    async def _on_click(self, event: events.Click) -> None:
        if event.y in self._rows:
            self.partner = self._rows[event.y]
            self.repaint()

    def drawn(self) -> list[Line]:
        """The heading, and under it names, streams and names."""
        columns, rows = self.size
        ids = [each.id for each in self._session.partners_in_order]
        flows = streams.worths(self._cells)
        if not ids or not flows:
            text = _("Nothing is linked yet. The matrix shows what could be (f), and l on the board makes a link.")
            return [filled(((f" {clipped(text, columns - 2)}", "muted on ground"),), columns, "ink on ground")]
        height = max(1, rows - HEAD)
        left, right = streams.sides(ids, flows, height)
        names = {each.id: safe(each.name) for each in self._session.partners.values()}
        side = min(MOST_NAME, max(map(width, names.values())) + 4, columns // 4)
        middle = max(4, columns - 2 * side)
        ribbons = streams.ribbons(flows, left, right)
        pixels = streams.painted(ribbons, self.partner, middle, height)
        picture = streams.in_cells(pixels, is_ascii=is_ascii(self.app))
        short = dict(zip(names, short_names(list(names.values()), side - 4, end="…"), strict=True))
        labels = [{place.row(each): each for each in ids} for place in (left, right)]
        self._rows = {row + HEAD: each for row, each in labels[0].items()}
        lines = [self._heading(names[self.partner], columns), filled((), columns, "ink on ground")]
        for row, streamed in enumerate(picture):
            before = self._label(labels[0].get(row, ""), short, side, is_left=True)
            after = self._label(labels[1].get(row, ""), short, side, is_left=False)
            lines.append((before, *streamed, after))
        return [filled(line, columns, "ink on ground") for line in lines]

    def _heading(self, name: str, columns: int) -> Line:
        given = [cell.worth for (giver, _taker), cell in self._cells.items() if giver == self.partner]
        taken = [cell.worth for (_giver, taker), cell in self._cells.items() if taker == self.partner]
        totals = [
            amounts.total(sum(found[1:], found[0]), self._session.scale) if found else "0" for found in (given, taken)
        ]
        fills = ("#", "=") if is_ascii(self.app) else ("█", "▓")
        text = _("who brings to whom; the thicker, the more it is worth")
        bring = _("brings what is worth {amount} to others").format(amount=totals[0])
        take = _("takes {amount}").format(amount=totals[1])
        line: Line = (
            (f" {name}: ", "heading bold on ground"),
            (f"{fills[0]}{fills[0]} {plain(self.app, bring)}   ", "bring on ground"),
            (f"{fills[1]}{fills[1]} {plain(self.app, take)}   ", "take on ground"),
            (text, "muted on ground"),
        )
        return filled(line, columns, "ink on ground")

    def _label(self, partner: str, names: dict[str, str], cells: int, *, is_left: bool) -> tuple[str, str]:
        if not partner:
            return " " * cells, "ink on ground"
        name = names[partner]
        is_chosen = partner == self.partner
        mark = signs_of(self.app).bring if is_chosen else " "
        role = "heading bold on ground" if is_chosen else "ink on ground"
        text = f"{mark} {name} " if is_left else f" {name} {signs_of(self.app).take if is_chosen else ' '}"
        return (" " * (cells - width(text)) + text if is_left else padded(text, cells)), role
