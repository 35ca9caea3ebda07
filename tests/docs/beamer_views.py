"""The views of the beamer that are photographed: one sample at 120×36, by a clock that stands still."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final, NamedTuple

from textual.pilot import Pilot

from mgtui import locale
from mgtui.cli.settings import Settings
from mgtui.domain.people import View
from mgtui.domain.turns import Turning
from mgtui.locale import Language
from mgtui.store.access import read_session
from mgtui.tui.app import MgtuiApp
from mgtui.tui.screens.present import PresentScreen
from tests.tui.stage import NOW, Stage

ROOT: Final = Path(__file__).parents[2]
FOLDER: Final = ROOT / "docs" / "beamer"
COLUMNS, ROWS = 120, 36
_SPOKEN: Final = timedelta(minutes=2, seconds=28)
"""So that the timer warns."""


class BeamerView(NamedTuple):
    """One view in one theme: the dark one in Dutch, the light one in English."""

    name: str
    theme: str
    view: View

    @property
    def path(self) -> Path:
        """Where its photograph stands."""
        return FOLDER / f"{self.name}-{self.theme}.png"

    @property
    def sample(self) -> str:
        """What is on it."""
        return "scholen" if self.theme == "dark" else "heat"

    @property
    def language(self) -> Language:
        """In which language."""
        return "nl" if self.theme == "dark" else "en"


def _views() -> tuple[BeamerView, ...]:
    views = {
        "meters": View(screen="meters"),
        "spotlight": View(screen="partner", partner=""),
        "matrix": View(screen="exchange"),
        "ambition": View(screen="ambition"),
        "checklist": View(screen="stakeholders"),
        "agreements": View(screen="agreements"),
        "timer": View(screen="timer"),
    }
    return tuple(BeamerView(name, theme, view) for name, view in views.items() for theme in ("dark", "light"))


VIEWS: Final = _views()


class _Now(Stage):
    """A clock that stands still, a while after the turn began."""

    moment = NOW

    def now(self) -> datetime:
        return self.moment


def app_with(view: BeamerView) -> MgtuiApp:
    """The program with `view` on its beamer screen."""
    locale.use(view.language)
    stage = _Now(Settings(language=view.language, theme=f"mgtui-beamer-{view.theme}", name="Marieke Bos"))
    seat = stage.seat(read_session(ROOT / "sample_sessions" / f"{view.sample}.json").session)
    ids = [each.id for each in seat.session.partners_in_order]
    seat.time(Turning(do="give", partner=ids[1]))
    stage.moment += _SPOKEN
    shown = view.view if view.view.screen != "partner" else View(screen="partner", partner=ids[0])
    seat.show(shown)
    return MgtuiApp(stage, seat, presents=True)


async def seen(view: BeamerView) -> list[str]:
    """The lines of the beamer screen."""
    app = app_with(view)
    async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
        return await lines_of(app, pilot)


async def lines_of(app: MgtuiApp, pilot: Pilot[int]) -> list[str]:
    """What its beamer screen shows, once it stands still."""
    await pilot.pause()
    assert isinstance(app.screen, PresentScreen)
    slide = app.screen.beamer.slide
    assert slide
    return ["".join(text for text, _role in line).rstrip() for line in slide.lines]


def mark(lines: list[str]) -> str:
    """By what a photograph says which words are on it."""
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
