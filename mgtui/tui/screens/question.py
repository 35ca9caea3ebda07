"""A question before what can't be taken back by one key: removing a partner. Enter alone never says yes."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from mgtui.locale import _
from mgtui.locale.safe_text import safe
from mgtui.tui.screens.frame import Overlay


class Question(Overlay[bool]):
    """Yes or no; yes only by its own key or a click.

    Args:
        text: the question. yes, no: what either answer does, in a word.
    """

    NAME = "question"

    DEFAULT_CSS = """
    Question { align: center middle; }
    Question > Vertical {
        width: 64; max-width: 90%; height: auto; padding: 1 2; background: $ground-raised; border: $edge $warning;
    }
    Question Static { width: 1fr; height: auto; color: $ink; background: $ground-raised; }
    Question .answer { margin-top: 1; color: $heading; text-style: bold; }
    """

    def __init__(self, text: str, *, yes: str, no: str) -> None:
        super().__init__()
        self._text, self._yes, self._no = text, yes, no

    def compose_body(self) -> ComposeResult:
        """The question and its two answers."""
        with Vertical():
            yield Static(safe(self._text), markup=False)
            yield Static(_("y: {answer}").format(answer=self._yes), classes="answer", id="yes", markup=False)
            yield Static(_("esc: {answer}").format(answer=self._no), classes="answer", id="no", markup=False)

    def on_key(self, event: events.Key) -> None:
        """Answer: y (or j, for ja) is yes, n and esc are no."""
        answers = {"y": True, "j": True, "n": False, "escape": False}
        if event.key in answers:
            event.stop()
            self.dismiss(answers[event.key])

    def on_click(self, event: events.Click) -> None:
        """A click on an answer gives it."""
        if event.widget is not None and event.widget.id in ("yes", "no"):
            self.dismiss(event.widget.id == "yes")
