"""What news of the room changes for this person beside the session: how safe it is, who is there, what one is told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, Literal

from textual.app import ScreenStackError

from mgtui.domain.changes import Change
from mgtui.domain.news import (
    Changed,
    Empowered,
    News,
    NotSaved,
    Parted,
    Present,
    Reconnected,
    Reconnecting,
    Rejected,
    Replaced,
    Saved,
    Shown,
    Timed,
    Tried,
    Waiting,
)
from mgtui.tui import notices, standing, trying
from mgtui.tui.intents.key_names import key_of
from mgtui.tui.saving import Saving
from mgtui.tui.screens.frame import MgtuiScreen

if TYPE_CHECKING:
    from mgtui.tui.app import MgtuiApp
    from mgtui.tui.seat import Seat

Link = Literal["here", "searching", "lost"]
"""Whether the room can be reached: it can, it is looked for, or it will not be found any more."""

_LINKS: Final[Mapping[type[News], Link]] = {Reconnecting: "searching", Reconnected: "here", Parted: "lost"}


def take_over(app: MgtuiApp, news: News) -> None:
    """Have `app` hold what `news` says, but for the session; that is shown after what is not saved of it."""
    if isinstance(news, Changed):
        app.saving = Saving("saving", app.saving.at)
    elif isinstance(news, Saved):
        _take_over_saved(app, news)
    elif isinstance(news, NotSaved):
        app.saving = Saving("not_saved", app.saving.at, news.reason, news.details)
    elif isinstance(news, Present):
        app.present = news
    elif isinstance(news, Shown):
        app.view = news.view
    elif isinstance(news, Waiting):
        app.waiting = news
    elif isinstance(news, Empowered | Parted):
        standing.hear(app, news)
    if (link := _LINKS.get(type(news))) is not None:
        app.link = link


def show_ahead(app: MgtuiApp, seat: Seat, change: Change) -> bool:
    """Show a change by someone else before it is heard of at `seat`; False when it can't be shown by itself now."""
    try:
        screen = app.screen
    except ScreenStackError:
        return False  # the first one is still to come
    return app.seat is seat and isinstance(screen, MgtuiScreen) and screen.show_ahead(change)


def follow(app: MgtuiApp, news: News) -> None:
    """What comes of `news` once `app` holds all of it: the clock, a trial, and what this person is told."""
    if isinstance(news, Timed | Changed):
        app.ticker.look()
    if isinstance(news, Tried):
        trying.show_on_every_screen(app)
    if isinstance(news, Changed | Rejected | Replaced) and app.seat:
        told = notices.of(news, app.seat.person, lambda: key_of(app, "undo"))
        if told:
            app.notice = told


def hear_of_door(app: MgtuiApp) -> None:
    """Have `app` hold whether others can come in by an SSH door that was opened here."""
    app.has_door_open = bool((door := app.doors.room_door) and door.state.stage == "open")


def _take_over_saved(app: MgtuiApp, news: Saved) -> None:
    history = app.seat.history if app.seat else ()
    if not history or news.revision >= history[-1].revision:
        app.saving = Saving("saved", app.doors.now())
