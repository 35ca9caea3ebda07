"""Asks where to keep the session from now on, when its own place can't be written."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from mgtui.locale import _
from mgtui.tui.doors import Stuck
from mgtui.tui.editing.field import Field
from mgtui.tui.screens.frame import Overlay
from mgtui.tui.widgets.labelled import LabelledField


class SaveElsewhereScreen(Overlay[None]):
    """One field, for a path."""

    NAME = "save_elsewhere"
    AUTO_FOCUS = "Field"

    DEFAULT_CSS = """
    SaveElsewhereScreen { align: center middle; }
    SaveElsewhereScreen > Vertical {
        width: 90; max-width: 94%; height: auto; padding: 1 2; background: $ground; border: $edge $line;
    }
    SaveElsewhereScreen .explained { color: $muted; height: auto; margin-bottom: 1; }
    """

    def compose_body(self) -> ComposeResult:
        """The explanation and the field, with a place that is likely to do."""
        session = self.mgtui.session
        likely = self.mgtui.doors.path_for(session.title if session else "")
        with Vertical():
            yield Static(
                _("Everything from now on goes to the file you name here; the old one stays as it is."),
                classes="explained",
                markup=False,
            )
            yield LabelledField(_("Save where?"), field_id="path", value=likely)

    def on_field_submitted(self, submitted: Field.Submitted) -> None:
        """Move there, or say why it can't be."""
        path = submitted.value.strip()
        if not path:
            return
        try:
            self.mgtui.doors.save_elsewhere(path)
        except Stuck as stuck:
            self.query_one(LabelledField).remark(stuck.sentence)
            return
        self.mgtui.say(_("Saved in {path} from now on").format(path=path), "good")
        self.dismiss(None)
