"""A line to press, with enter, space or the mouse: what other programs show as a button."""

from __future__ import annotations

from dataclasses import dataclass

from rich.text import Text
from textual import events
from textual.message import Message
from textual.widget import Widget

from mgtui.tui import themes


class PressLine(Widget, can_focus=True):
    """`[ Begin ]`; who made it listens to `Pressed`."""

    DEFAULT_CSS = """
    PressLine { width: auto; height: 1; }
    """

    ALLOW_SELECT = False

    @dataclass
    class Pressed(Message):
        """It was pressed."""

        line: PressLine

        @property
        def control(self) -> PressLine:
            """The line."""
            return self.line

    def __init__(self, label: str, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._label = label

    def relabel(self, label: str) -> None:
        """Show another label."""
        self._label = label
        self.refresh(layout=True)

    def render(self) -> Text:
        """The label between brackets, marked when it has the focus."""
        inks = themes.inks_of(self.app)
        ground = "ground_cursor" if self.has_focus else "ground_raised"
        return Text(f"[ {self._label} ]", style=inks.pen("heading", ground, bold=True, reverse=False))

    async def _on_key(self, event: events.Key) -> None:
        focused = self.screen.focused
        if focused is not None and focused is not self:
            focused._forward_event(event)
        elif event.key in ("enter", "space"):
            self.post_message(self.Pressed(self))
        elif event.key in ("tab", "down"):
            self.screen.focus_next()
        elif event.key in ("shift+tab", "up"):
            self.screen.focus_previous()
        else:
            return
        event.stop()
        event.prevent_default()

    async def _on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Pressed(self))
