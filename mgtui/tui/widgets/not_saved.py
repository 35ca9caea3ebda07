"""The banner that stands under the heading as long as something could not be saved: why, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from textual import events

from mgtui.locale import _
from mgtui.tui.intents.keymap import shown
from mgtui.tui.widgets.banner import Banner, wrapped

if TYPE_CHECKING:
    from mgtui.tui.saving import Saving
    from mgtui.tui.screens.frame import MgtuiScreen

WAYS_OUT = ("save.other_version", "save.again", "save.elsewhere")


class NotSavedBanner(Banner):
    """Shown while saving fails; a click on a way out takes it."""

    DEFAULT_CSS = """
    NotSavedBanner { background: $warning; }
    """

    INK = "ground"
    GROUND = "warning"

    def on_mount(self) -> None:
        """Follow the saving."""
        self.watch(self.app, "saving", self._show_saving, init=True)

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
        was_shown, self.display = self.display, saving.state == "not_saved"
        if was_shown or self.display:
            self.refresh(layout=self.display)

    def lines(self, cells: int) -> list[str]:
        """Why it is not saved, and under that the ways out."""
        saving = self._mgtui.saving
        why = self._mgtui.doors.why_not_saved(saving.reason, saving.details)
        text = _("! NOT SAVED. {why} Everything is kept here meanwhile, and tried again.").format(why=why)
        return [*wrapped(text, cells), "   ".join(filter(None, map(self._way_out, WAYS_OUT)))]

    def _way_out(self, intent: str) -> str:
        frame = self._frame
        found = next((each for each in frame.keymap.intents if each.id == intent and each.is_possible(frame)), None)
        keys = frame.keymap.keys_of(found) if found else ()
        return f"{shown(keys[0])} {found.shown_label}" if found and keys else ""
