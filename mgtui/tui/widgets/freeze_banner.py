"""The banner that stands above every screen while editing is frozen: by whom, and what the one who reads it can do."""

from __future__ import annotations

from mgtui.domain.refusal import Refused
from mgtui.locale import _
from mgtui.locale.wording import refusals
from mgtui.tui.intents.key_names import key_of
from mgtui.tui.signs import is_ascii
from mgtui.tui.widgets.banner import Banner, wrapped
from mgtui.tui.widgets.board.look import strokes_of


class FreezeBanner(Banner):
    """Shown to everyone while editing is frozen."""

    DEFAULT_CSS = """
    FreezeBanner { background: $ground-raised; }
    """

    def on_mount(self) -> None:
        """Follow who may what."""
        self.watch(self.app, "powers", self._show_powers, init=True)

    def _show_powers(self) -> None:
        self.display = bool(self._mgtui.powers.frozen_by)
        self.refresh(layout=True)

    def lines(self, cells: int) -> list[str]:
        """Who froze it, and who can lift that."""
        sign = strokes_of(is_ascii=is_ascii(self.app)).frozen
        text = f"{sign} {self._told()}"
        return wrapped(text, cells)

    def _told(self) -> str:
        seat, powers = self._mgtui.seat, self._mgtui.powers
        told = refusals.refusal(Refused("frozen", name=powers.frozen_by))
        if seat is not None and seat.person.role == "facilitator":
            also = _("You can; {key} lets everyone edit again.").format(key=key_of(self._mgtui, "people.freeze"))
            return f"{told} {also}"
        return told
