"""The banner that stands under the heading as long as something could not be saved: why, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from mgtui.locale import _
from mgtui.tui import themes
from mgtui.tui.editing.cells import wrap
from mgtui.tui.intents.keymap import shown

if TYPE_CHECKING:
    from mgtui.tui.app import MgtuiApp, Saving
    from mgtui.tui.screens.frame import MgtuiScreen

WAYS_OUT = ("save.other_version", "save.again", "save.elsewhere")


class NotSavedBanner(Widget):
    """Shown while saving fails; a click on a way out takes it."""

    DEFAULT_CSS = """
    NotSavedBanner { width: 1fr; height: auto; display: none; background: $warning; }
    """

    ALLOW_SELECT = False

    def on_mount(self) -> None:
        """Follow the saving."""
        self.watch(self.app, "saving", self._show_saving, init=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as it takes."""
        return len(self._lines(width))

    def render_line(self, y: int) -> Strip:
        """One line, dark on the colour of a warning."""
        style = themes.inks_of(self.app).pen("ground", "warning", bold=True)
        lines = self._lines(self.size.width)
        text = lines[y] if y < len(lines) else ""
        return Strip([Segment(f" {text}", style)]).adjust_cell_length(self.size.width, style)

    def on_click(self, event: events.Click) -> None:
        """Take the way out under the mouse."""
        line = self.render_line(event.y).text
        for intent in WAYS_OUT:
            label = self._way_out(intent)
            at = line.find(label)
            if label and at <= event.x < at + len(label):
                self._frame.action_intend(intent)

    @property
    def _frame(self) -> MgtuiScreen[Any]:
        return cast("MgtuiScreen[Any]", self.screen)

    def _show_saving(self, saving: Saving) -> None:
        self.display = saving.state == "not_saved"
        self.refresh(layout=self.display)

    def _lines(self, cells: int) -> list[str]:
        why = cast("MgtuiApp", self.app).saving.why
        text = _("! NOT SAVED. {why} Everything is kept here meanwhile, and tried again.").format(why=why)
        room = max(10, cells - 2)
        lines = [text[start:end] for start, end in wrap(text, room)]
        return [*lines, "   ".join(filter(None, map(self._way_out, WAYS_OUT)))]

    def _way_out(self, intent: str) -> str:
        frame = self._frame
        found = next((each for each in frame.keymap.intents if each.id == intent and each.is_possible(frame)), None)
        keys = frame.keymap.keys_of(found) if found else ()
        return f"{shown(keys[0])} {found.shown_label}" if found and keys else ""
