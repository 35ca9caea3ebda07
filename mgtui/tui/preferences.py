"""What this person prefers: kept for good, and true on every screen at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mgtui import locale
from mgtui.locale import Language
from mgtui.tui import our_screens
from mgtui.tui.doors import Stuck

if TYPE_CHECKING:
    from mgtui.tui.app import MgtuiApp


def keep(app: MgtuiApp, **changed: object) -> None:
    """Keep settings for good; what can't be kept is said and holds for this run."""
    try:
        app.doors.change_settings(**changed)
    except Stuck as stuck:
        app.say(stuck.sentence, "warning")
    for screen in our_screens.running(app):
        if "ascii" in changed:
            screen.draw_anew()
        else:
            screen.bind_keys()


def speak(app: MgtuiApp, language: Language) -> None:
    """Speak `language` on every screen from now on, also on those that are not shown now."""
    locale.use(language)
    for screen in our_screens.running(app):
        screen.draw_anew()
