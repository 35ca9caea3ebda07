"""The screens, by name; each is imported when it is first shown, so that starting loads only the first one.

A new screen is a file here, a line in `SCREENS` or `OVERLAYS`, and an intent that goes there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.screen import Screen

    from mgtui.tui.screens.frame import MgtuiScreen

SCREENS: Mapping[str, str] = {
    "board": "mgtui.tui.screens.board:BoardScreen",
    "welcome": "mgtui.tui.screens.welcome:WelcomeScreen",
    "stakeholders": "mgtui.tui.screens.checklist:ChecklistScreen",
    "interests": "mgtui.tui.screens.interests:InterestsScreen",
    "ambition": "mgtui.tui.screens.ambition:AmbitionScreen",
    "meetings": "mgtui.tui.screens.meetings:MeetingsScreen",
    "review": "mgtui.tui.screens.review:ReviewScreen",
    "history": "mgtui.tui.screens.history:HistoryScreen",
    "agreements": "mgtui.tui.screens.agreements:AgreementsScreen",
    "exchange": "mgtui.tui.screens.exchange:ExchangeScreen",
    "present": "mgtui.tui.screens.present:PresentScreen",
}
"""The screens that `MgtuiApp.go` shows; each is made once and keeps its state."""

OVERLAYS: Mapping[str, str] = {
    "help": "mgtui.tui.screens.help:HelpScreen",
    "guide": "mgtui.tui.screens.guide:GuideScreen",
    "round": "mgtui.tui.screens.round:RoundScreen",
    "trial": "mgtui.tui.screens.trial:TrialScreen",
    "people": "mgtui.tui.screens.people:PeopleScreen",
    "turns": "mgtui.tui.screens.turns:TurnsScreen",
    "door": "mgtui.tui.screens.door:DoorScreen",
    "palette": "mgtui.tui.screens.palette:PaletteScreen",
    "settings": "mgtui.tui.screens.settings:SettingsScreen",
    "save_elsewhere": "mgtui.tui.screens.save_elsewhere:SaveElsewhereScreen",
    "other_version": "mgtui.tui.screens.other_version:OtherVersionScreen",
    "taking_along": "mgtui.tui.screens.taking_along:TakingAlongScreen",
    "taking_in": "mgtui.tui.screens.taking_in:TakingInScreen",
}
"""The screens that `MgtuiApp.lay_over` puts on top of another; each is made anew."""


def make(place: str) -> MgtuiScreen[Any]:
    """The screen at `place`, "module:Class"."""
    module, _, name = place.partition(":")
    screen: MgtuiScreen[Any] = getattr(import_module(module), name)()
    return screen


def makers() -> dict[str, Callable[[], Screen[Any]]]:
    """What makes each screen, by its name."""
    return {name: partial(make, place) for name, place in SCREENS.items()}
