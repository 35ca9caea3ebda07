"""Keys as sentences name them: those that the person has chosen, else the intent's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mgtui.tui.intents.keymap import normal, shown

if TYPE_CHECKING:
    from mgtui.tui.app import MgtuiApp


def key_of(app: MgtuiApp, intent: str) -> str:
    """The first key of the intent with that id, as a person reads it: "ctrl+z", "F4"."""
    from mgtui.tui.intents.registry import by_id

    keys = app.doors.settings.keys.get(intent) or by_id()[intent].keys
    return shown(normal(keys[0]))
