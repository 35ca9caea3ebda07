"""Keys in the order in which they were pressed: none goes past another, to what happens to have the focus."""

from __future__ import annotations

from textual.app import App
from textual.widget import Widget

from mgtui.tui.screens.frame import MgtuiScreen


class KeysInOrder(App[int], inherit_bindings=False):
    """An app whose screens may keep keys until they know what those are for."""

    @property
    def focused(self) -> Widget | None:
        """What the next key goes to; None while keys wait on the screen."""
        focused = super().focused
        # What had the focus may have gone just now, before something else has it.
        if focused is None or not focused.is_attached:
            return None
        return None if isinstance(self.screen, MgtuiScreen) and self.screen.keeps_keys else focused
