"""The banner that stands above every screen while editing is frozen: by whom, and what the one who reads it can do."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from mgtui.domain.refusal import Refused
from mgtui.locale import _
from mgtui.locale.wording import refusals
from mgtui.tui import themes
from mgtui.tui.editing.cells import wrap
from mgtui.tui.signs import is_ascii
from mgtui.tui.widgets.board.look import strokes_of

if TYPE_CHECKING:
    from mgtui.tui.app import MgtuiApp


class FreezeBanner(Widget):
    """Shown to everyone while editing is frozen."""

    DEFAULT_CSS = """
    FreezeBanner { width: 1fr; height: auto; display: none; background: $ground-raised; }
    """

    ALLOW_SELECT = False

    def on_mount(self) -> None:
        """Follow who may what."""
        self.watch(self.app, "powers", self._show_powers, init=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as it takes."""
        return len(self._lines(width))

    def render_line(self, y: int) -> Strip:
        """One line."""
        style = themes.inks_of(self.app).pen("heading", "ground_raised", bold=True)
        lines = self._lines(self.size.width)
        text = lines[y] if y < len(lines) else ""
        return Strip([Segment(f" {text}", style)]).adjust_cell_length(self.size.width, style)

    @property
    def _mgtui(self) -> MgtuiApp:
        return cast("MgtuiApp", self.app)

    def _show_powers(self) -> None:
        self.display = bool(self._mgtui.powers.frozen_by)
        self.refresh(layout=True)

    def _lines(self, cells: int) -> list[str]:
        sign = strokes_of(is_ascii=is_ascii(self.app)).frozen
        text = f"{sign} {self._told()}"
        return [text[start:end] for start, end in wrap(text, max(10, cells - 2))]

    def _told(self) -> str:
        seat, powers = self._mgtui.seat, self._mgtui.powers
        told = refusals.refusal(Refused("frozen", name=powers.frozen_by))
        if seat is not None and seat.person.role == "facilitator":
            also = _("You can; F lets everyone edit again.")
            return f"{told} {also}"
        return told
