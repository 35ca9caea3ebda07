"""What the matrix and the picture of flows have in common: lines that are painted where they differ, and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from rich.segment import Segment
from textual import events
from textual.strip import Strip

from mgtui.tui.themes import inks_of
from mgtui.tui.widgets.board.drawing import Line
from mgtui.tui.widgets.own_lines import OwnLines, spans_between

if TYPE_CHECKING:
    from mgtui.tui.screens.frame import MgtuiScreen


class Painted(OwnLines, can_focus=True):
    """A widget that has the focus and draws itself whole; keys are its screen's intents."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[Line] = []

    def drawn(self) -> list[Line]:
        """All its lines as they should be now."""
        raise NotImplementedError

    def repaint(self) -> None:
        """Paint what differs from what stands there."""
        if not self.size.width or not self.size.height:
            return
        before, self._lines = self._lines, self.drawn()
        if len(before) != len(self._lines):
            self.refresh()
        elif spans := spans_between(before, self._lines):
            self.refresh(*spans)

    def render_line(self, y: int) -> Strip:
        """One line."""
        inks = inks_of(self.app)
        if y >= len(self._lines):
            return Strip.blank(self.size.width, inks.pen())
        return Strip([Segment(text, inks.role(role)) for text, role in self._lines[y]])

    def on_resize(self) -> None:
        """Draw everything anew."""
        self._lines = []
        self.repaint()

    async def _on_key(self, event: events.Key) -> None:
        screen = cast("MgtuiScreen[Any]", self.screen)
        if not screen.pass_on(event, self):
            screen.press_intent(event)
