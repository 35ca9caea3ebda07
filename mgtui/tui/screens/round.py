"""What a writing round needs before it begins: the question, what it is about, and how long it takes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from mgtui.domain.session import LONGEST_ROUND, LONGEST_TEXT, Direction
from mgtui.domain.verbs.rounds import open_round
from mgtui.locale import N_, _
from mgtui.locale.wording import conversation
from mgtui.tui.editing.field import Field
from mgtui.tui.screens.board import BoardScreen
from mgtui.tui.screens.frame import Overlay
from mgtui.tui.widgets.labelled import LabelledField
from mgtui.tui.widgets.press_line import PressLine

MINUTES: Final = 3
"""As long as a round takes unless someone says otherwise."""

ABOUT: Final[Mapping[Direction | None, str]] = {
    "take": N_("about what each takes"),
    "bring": N_("about what each brings"),
    None: N_("about both"),
}
NEXT: Final[Mapping[Direction | None, Direction | None]] = {"take": "bring", "bring": None, None: "take"}


class RoundScreen(Overlay[None]):
    """Enter goes from the question to the time, and then begins.

    Args:
        direction: what it is about at first; without one, the column in which the cursor is on the board.
    """

    NAME = "round"
    AUTO_FOCUS = "#question"

    DEFAULT_CSS = """
    RoundScreen { align: center middle; }
    RoundScreen > Vertical {
        width: 84; max-width: 95%; height: auto; padding: 1 2; background: $ground-raised; border: $edge $line;
    }
    RoundScreen Static { width: 1fr; height: auto; color: $ink; background: $ground-raised; }
    RoundScreen .title { color: $heading; text-style: bold; }
    RoundScreen .said { margin-bottom: 1; }
    RoundScreen Field { background: $ground; }
    RoundScreen PressLine { margin-bottom: 1; }
    """

    def __init__(self, direction: Direction | None = None) -> None:
        super().__init__()
        self._direction = direction
        self._proposed = ""

    def compose_body(self) -> ComposeResult:
        """The explanation and the fields."""
        self._direction = self._direction or self._where_the_cursor_is()
        self._proposed = self._question()
        with Vertical():
            yield Static(_("A writing round"), classes="title", markup=False)
            yield Static(
                _("What anyone adds stays covered for the others until you reveal all of it at once."),
                classes="said",
                markup=False,
            )
            yield PressLine(_(ABOUT[self._direction]), id="about")
            yield LabelledField(
                _("The question"), field_id="question", value=self._proposed, on_enter=self._go_on_to_minutes
            )
            yield LabelledField(
                _("Minutes; empty for as long as it takes"),
                field_id="minutes",
                value=str(MINUTES),
                on_enter=lambda field: self._begin(),
            )
            yield Static(
                _("enter: next, and then begin   tab: what it is about   esc: no round"), classes="title", markup=False
            )

    def on_press_line_pressed(self, event: PressLine.Pressed) -> None:
        """It is about the next; the question goes along as long as it is the one that was proposed."""
        self._direction = NEXT[self._direction]
        event.line.relabel(_(ABOUT[self._direction]))
        question = self.query_one("#question", Field)
        if question.value == self._proposed:
            self._proposed = self._question()
            question.value = self._proposed

    def on_key(self, event: events.Key) -> None:
        """Esc begins nothing."""
        if event.key == "escape":
            event.stop()
            self.dismiss(None)

    def _go_on_to_minutes(self, field: Field) -> None:
        self.set_focus(self.query_one("#minutes", Field))

    def _begin(self) -> None:
        app = self.mgtui
        minutes = self.query_one("#minutes", Field)
        try:
            seconds = _seconds(minutes.value)
        except ValueError:
            line = next(each for each in self.query(LabelledField) if each.field is minutes)
            line.remark(_("Type a number of minutes, such as 3 or 1.5; or nothing."))
            return
        question = self.query_one("#question", Field).value.strip()[:LONGEST_TEXT]
        if app.seat is not None:
            app.seat.submit(open_round(app.doors.new_id(), app.doors.now(), question, self._direction, seconds))
        self.dismiss(None)

    def _where_the_cursor_is(self) -> Direction | None:
        """The direction of the column in which the cursor is on the board."""
        board = next((each for each in self.app.screen_stack if isinstance(each, BoardScreen)), None)
        part = board.board.cursor.spot.part if board else ""
        return "take" if part == "take" else "bring" if part == "bring" else None

    def _question(self) -> str:
        if self._direction:
            return conversation.questions(self._direction)[0]
        return _("What do you come to take, and what will you bring?")


def _seconds(minutes: str) -> int | None:
    """Whole seconds; None for as long as it takes.

    Raises:
        ValueError: when it is no number of minutes that a round can take.
    """
    text = minutes.strip().replace(",", ".")
    if not text:
        return None
    seconds = round(float(text) * 60) if text.replace(".", "", 1).isdecimal() else 0
    if not 1 <= seconds <= LONGEST_ROUND:
        raise ValueError(minutes)
    return seconds
