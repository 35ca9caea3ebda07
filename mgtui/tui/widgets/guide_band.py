"""The band that tells everyone which step of the conversation is being held, and the question that opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from mgtui.domain.conversation import STEPS, Step
from mgtui.locale import _
from mgtui.locale.wording import conversation
from mgtui.tui import themes
from mgtui.tui.editing.cells import clipped

if TYPE_CHECKING:
    from mgtui.tui.app import MgtuiApp


class GuideBand(Widget):
    """The band; there while the facilitator has named a step and this person has not put it away."""

    DEFAULT_CSS = """
    GuideBand { width: 1fr; height: 1; display: none; background: $ground-raised; }
    """

    ALLOW_SELECT = False

    def on_mount(self) -> None:
        """Follow what the facilitator shows, in this session and the next."""
        self.watch(self.app, "session", self.look_again, init=True)
        self.watch(self.app, "view", self.look_again, init=False)

    def look_again(self) -> None:
        """Show the step that is being held now."""
        app = self._mgtui
        is_writing = app.session is not None and app.session.current_round is not None  # that has a question of its own
        is_shown = self.step is not None and not app.hides_guide and not is_writing
        if is_shown != self.display:
            self.display = is_shown
        elif is_shown:
            self.refresh()

    @property
    def step(self) -> Step | None:
        """The step that is being held."""
        return next((each for each in STEPS if each == self._mgtui.view.step), None)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line."""
        return 1

    def render_line(self, y: int) -> Strip:
        """The step and its question."""
        inks = themes.inks_of(self.app)
        blank = inks.pen("ink", "ground_raised")
        step = self.step
        if step is None:
            return Strip.blank(self.size.width, blank)
        name = _("{number}/{count} {step}").format(
            number=STEPS.index(step) + 1, count=len(STEPS), step=conversation.step(step)
        )
        question = clipped(conversation.questions(step)[0], max(4, self.size.width - len(name) - 4))
        segments = [
            Segment(f" {name}  ", inks.pen("heading", "ground_raised", bold=True)),
            Segment(question, blank),
        ]
        return Strip(segments).adjust_cell_length(self.size.width, blank)

    def on_click(self, event: events.Click) -> None:
        """Open the guide."""
        self._mgtui.lay_over("guide")

    @property
    def _mgtui(self) -> MgtuiApp:
        return cast("MgtuiApp", self.app)
