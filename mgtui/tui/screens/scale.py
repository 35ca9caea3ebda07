"""The choice of what weights are measured in; weights that don't fit the other scale refuse it, in place."""

from __future__ import annotations

from typing import Final

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from mgtui.domain.grounding import ground
from mgtui.domain.refusal import Refused
from mgtui.domain.scale import POINTS, amounts
from mgtui.domain.verbs.common import set_field
from mgtui.locale import _
from mgtui.locale.wording import refusals
from mgtui.tui.editing.field import Field
from mgtui.tui.screens.frame import Overlay

LONGEST_UNIT: Final = 40


class ScaleScreen(Overlay[None]):
    """An empty unit means points, any other amounts in that unit."""

    NAME = "scale"
    AUTO_FOCUS = "Field"

    DEFAULT_CSS = """
    ScaleScreen { align: center middle; }
    ScaleScreen > Vertical {
        width: 70; max-width: 90%; height: auto; padding: 1 2; background: $ground-raised; border: $edge $line;
    }
    ScaleScreen Static { width: 1fr; height: auto; color: $ink; background: $ground-raised; margin-bottom: 1; }
    ScaleScreen .title { color: $heading; text-style: bold; }
    ScaleScreen #flaw { color: $warning; text-style: bold; display: none; }
    ScaleScreen Field { background: $ground; margin-bottom: 1; }
    """

    def compose_body(self) -> ComposeResult:
        """The explanation and the unit."""
        session = self.mgtui.session
        with Vertical():
            yield Static(_("What are weights measured in?"), classes="title", markup=False)
            yield Static(_("Nothing here: points from 1 to 5. A unit such as euro or fte: amounts."), markup=False)
            yield Field(session.scale.unit if session else "", placeholder=_("points; or a unit: euro, fte, hours…"))
            yield Static("", id="flaw", markup=False)
            yield Static(_("enter: keep   esc: leave it as it was"), classes="title", markup=False)

    def on_field_submitted(self, event: Field.Submitted) -> None:
        """Ask the room for the scale, or say why it can't be."""
        app, unit = self.mgtui, event.value.strip()[:LONGEST_UNIT]
        if app.session is None or app.seat is None:
            return
        change = set_field(app.session, "session", app.session.id, "scale", amounts(unit) if unit else POINTS)
        try:
            ground(app.session, change)
        except Refused as refusal:
            flaw = self.query_one("#flaw", Static)
            flaw.update(refusals.refusal(refusal))
            flaw.display = True
            return
        app.seat.submit(change)
        self.dismiss(None)

    def on_key(self, event: events.Key) -> None:
        """Esc leaves it as it was."""
        if event.key == "escape":
            event.stop()
            self.dismiss(None)
