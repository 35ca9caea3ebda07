"""The screens without a terminal.

Invariant: nothing is drawn, so no style is turned into codes. Rich keeps those; the next terminal has other colours.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from textual.pilot import Pilot

from mgtui.tui.app import MgtuiApp

SIZE: Final = (120, 36)
"""Columns and rows of the screen that nobody sees."""


def walk(app: MgtuiApp, keys: Sequence[str]) -> None:
    """Run `app` to where `keys` bring it, by Textual's names for them, and leave it."""

    async def press(pilot: Pilot[Any]) -> None:
        await pilot.press(*keys)
        app.exit()

    app.run(headless=True, size=SIZE, auto_pilot=press)
