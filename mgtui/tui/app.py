"""The app: hears the room, holds the session that every screen shows, and moves between screens; it knows no more.

Invariant: `session` is assigned in `hear`, `sit` and `take_seat` alone, always from the seat.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from textual import events
from textual.reactive import reactive

from mgtui import locale
from mgtui.domain.news import Changed, News, Present, Waiting
from mgtui.domain.people import View
from mgtui.domain.powers import Powers
from mgtui.domain.session import Session
from mgtui.domain.turns import Turns
from mgtui.locale import Language
from mgtui.tui import crash, hearing, our_screens, preferences, resuming, screens, scrollbars, signs, themes
from mgtui.tui.doors import Doors
from mgtui.tui.hearing import Link
from mgtui.tui.keys_in_order import KeysInOrder
from mgtui.tui.notices import Notice, Tone
from mgtui.tui.saving import Saving
from mgtui.tui.screens.frame import MgtuiScreen
from mgtui.tui.seat import Seat
from mgtui.tui.text_sizing import TextSizing
from mgtui.tui.ticking import Clock, Ticker
from mgtui.tui.window_size import BoundedWindow


class MgtuiApp(KeysInOrder, BoundedWindow, TextSizing, inherit_bindings=False):
    """The terminal dashboard.

    Args:
        doors: everything outside.
        seat: the session to begin with; None shows the welcome screen.
        presents: whether to begin with the beamer screen.

    Attributes:
        only_presents: whether the beamer screen is all that this person came for.
        is_in_step: whether that screen begins with what the facilitator shows.
        when_shown: called once, when the first screen has been sent.
    """

    ENABLE_COMMAND_PALETTE = False
    TITLE = "mgtui"
    hides_guide = False  # whether this person has put the band with the step of the conversation away
    SCREENS = screens.makers()

    session: reactive[Session | None] = reactive(None, init=False, repaint=False)
    """The session as the room has it."""

    view: reactive[View] = reactive(View(), init=False, repaint=False)
    """What the facilitator shows to those who follow."""

    present: reactive[Present] = reactive(Present(()), init=False, repaint=False)
    """Who is in the room, and where."""

    link: reactive[Link] = reactive("here", init=False, repaint=False)
    """Whether the room can be reached."""

    powers: reactive[Powers] = reactive(Powers, init=False, repaint=False)
    """Who may what, as a facilitator decided."""

    turns: reactive[Turns] = reactive(Turns, init=False, repaint=False)
    """Whose turn it is to speak, and since when."""

    clock: reactive[Clock | None] = reactive(None, init=False, repaint=False)
    """What is left of the turn to speak that goes on, if any."""

    has_door_open: reactive[bool] = reactive(False, init=False, repaint=False)
    """Whether others can come in by an SSH door that was opened here."""

    waiting: reactive[Waiting] = reactive(Waiting(0), init=False, repaint=False)
    """What the room has not answered yet."""

    saving: reactive[Saving] = reactive(Saving(), init=False, repaint=False)
    """How safe the session is."""

    notice: reactive[Notice | None] = reactive(None, init=False, repaint=False)
    """The last thing to tell this person; None when it has been read."""

    language: reactive[Language] = reactive("en", init=False, repaint=False)
    """The interface's language."""

    only_presents = False
    is_in_step = True
    when_shown: Callable[[], None] | None = None

    def __init__(self, doors: Doors, seat: Seat | None = None, *, presents: bool = False) -> None:
        self.doors = doors
        super().__init__()
        self.seat: Seat | None = None
        self.latest: Changed | None = None
        self._first_seat = seat
        self.ticker = Ticker(self)
        self._first_screen = "welcome" if seat is None else "present" if presents else "board"
        self.parted = ""  # why the room was left for good; empty when this person left by themselves
        self.animation_level = "none"
        scrollbars.use_whole_cells()
        themes.register(self)
        self.theme = doors.settings.theme if doors.settings.theme in themes.NAMES else themes.NAMES[0]
        self.set_reactive(MgtuiApp.language, locale.language())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """With what screens are framed, "$edge" in their stylesheets."""
        return {"edge": signs.edge_of(self)}

    def get_default_screen(self) -> MgtuiScreen[Any]:
        """The board or the beamer screen when there is a session to begin with, else the welcome screen."""
        self.doors.connect(self.call_later_from_anywhere)
        if self.doors.room_door:
            self.doors.room_door.listen(lambda: hearing.hear_of_door(self))
        if self._first_seat:
            self.take_seat(self._first_seat)
        screen = self.get_screen(self._first_screen)
        assert isinstance(screen, MgtuiScreen)
        return screen

    def call_later_from_anywhere(self, call: Any) -> None:
        """Run `call` in the app's own thread soon; for other threads."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(call)

    def take_seat(self, seat: Seat) -> None:
        """Leave the session that is open, if any, and show the one of `seat`."""
        if self.seat:
            self.seat.leave()
        self.seat = seat
        self.saving, self.waiting, self.link = Saving(), Waiting(0), "here"
        self.present, self.view, self.powers = seat.present, seat.view, seat.powers
        seat.listen(self.hear, partial(hearing.show_ahead, self, seat))
        self.session = seat.session
        self.ticker.look()
        if self.doors.worth_knowing:
            self.say(" ".join(self.doors.worth_knowing), "warning")

    def sit(self, seat: Seat) -> None:
        """Work from `seat` from now on, in the room where one is already heard."""
        self.seat, self.session = seat, seat.session

    async def on_event(self, event: events.Event) -> None:
        """Know all that is on the screen before this person does something with it."""
        if self.seat and isinstance(event, events.InputEvent | events.Paste):
            self.seat.catch_up()
        await super().on_event(event)

    def hear(self, news: News) -> None:
        """Take in what the room says."""
        hearing.take_over(self, news)
        if isinstance(news, Changed):
            self.latest = news
            self.session = self.seat.session if self.seat else news.session
        hearing.follow(self, news)

    def say(self, text: str, tone: Tone = "plain") -> None:
        """Tell this person something, in the line above the keys."""
        self.notice = Notice(text, tone)

    def go(self, name: str) -> None:
        """Show the screen called `name` instead of this one, with nothing over it."""
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.switch_screen(name)

    def lay_over(self, name: str) -> None:
        """Put the overlay called `name` on top."""
        self.push_screen(screens.make(screens.OVERLAYS[name]))

    def watch_language(self, language: Language) -> None:
        """Speak `language` on every screen from now on."""
        preferences.speak(self, language)

    def on_mount(self) -> None:
        """End calmly from now on, whatever happens, and go on after a stop."""
        crash.watch_over(self)
        resuming.watch_over(self)

    def on_ready(self) -> None:
        """Tell that the first screen has been sent."""
        if self.when_shown:
            self.call_after_refresh(self.when_shown)

    def _handle_exception(self, error: Exception) -> None:
        crash.end_calmly(self, error)

    def leave(self) -> None:
        """Keep what is being typed and end the program."""
        our_screens.keep_typing(self)
        if self.seat:
            self.seat.leave()
        self.exit(0)
