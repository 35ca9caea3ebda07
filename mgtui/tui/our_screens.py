"""Which screens of ours there are now: those that a person sees or comes back to, and those that wait to be shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from mgtui.tui.screens.frame import MgtuiScreen

if TYPE_CHECKING:
    from mgtui.tui.app import MgtuiApp


def shown(app: MgtuiApp) -> Iterator[MgtuiScreen[Any]]:
    """Every screen that is shown, or lies under what is."""
    return (screen for screen in app.screen_stack if isinstance(screen, MgtuiScreen))


def running(app: MgtuiApp) -> Iterator[MgtuiScreen[Any]]:
    """Every screen that has been made, shown or not."""
    for screen in [*app._installed_screens.values(), *app.screen_stack]:
        if isinstance(screen, MgtuiScreen) and screen.is_running:
            yield screen


def keep_typing(app: MgtuiApp) -> None:
    """Keep what stands in any field that is being edited, before the screens go."""
    for screen in shown(app):
        screen.keep_typing()
