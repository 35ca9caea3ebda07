"""Waits for one key, whatever it is, so that a person can choose it for an action."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.widgets import Static


class KeyCatcher(Static, can_focus=True):
    """A line that asks for a key while it has the focus."""

    DEFAULT_CSS = """
    KeyCatcher { height: auto; background: $ground-cursor; color: $ink; text-style: bold; padding: 0 1; }
    """

    @dataclass
    class Caught(Message):
        """A key was pressed; Textual's name for it."""

        key: str

    async def _on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        self.post_message(self.Caught(event.key))
