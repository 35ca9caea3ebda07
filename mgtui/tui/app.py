"""The app: hears the room, holds the session that every screen shows, and moves between screens; it knows no more.

Invariant: `session` is assigned in `hear`, `sit` and `take_seat` alone, always from the seat.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final, Literal

import msgspec
from msgspec import Struct
from textual.reactive import reactive
from textual.widget import Widget

from mgtui import locale
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
from mgtui.domain.people import View
from mgtui.domain.powers import Powers
from mgtui.domain.session import Session
from mgtui.domain.turns import Turns
from mgtui.locale import Language
from mgtui.tui import crash, notices, resuming, screens, scrollbars, signs, standing, themes, trying
from mgtui.tui.doors import Doors, Stuck
from mgtui.tui.intents.key_names import key_of
from mgtui.tui.notices import Notice
from mgtui.tui.screens.frame import MgtuiScreen
from mgtui.tui.seat import Seat
from mgtui.tui.text_sizing import TextSizing
from mgtui.tui.ticking import Clock, Ticker
from mgtui.tui.window_size import BoundedWindow

Link = Literal["here", "searching", "lost"]
"""Whether the room can be reached: it can, it is looked for, or it will not be found any more."""

_LINKS: Final[Mapping[type[News], Link]] = {Reconnecting: "searching", Reconnected: "here", Parted: "lost"}


class Saving(Struct, frozen=True):
    """How safe the session is.

    Attributes:
        state: "saved" when everything is on disk, "saving" while something is under way.
        at: when it was last known to be saved; None before the first time.
        why: for "not_saved", a sentence that says what is wrong.
        reason: for "not_saved", the code of what is wrong.
    """

    state: Literal["saved", "saving", "not_saved"] = "saved"
    at: datetime | None = None
    why: str = ""
    reason: str = ""

    def beside(self, waiting: Waiting) -> Saving:
        """How safe all is while `waiting` has not been taken by the room: that is not saved either."""
        return msgspec.structs.replace(self, state="saving") if waiting.number and self.state == "saved" else self


class MgtuiApp(BoundedWindow, TextSizing, inherit_bindings=False):
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

    @property
    def focused(self) -> Widget | None:
        """What the next key goes to; None while keys wait on the screen, where none may go past another."""
        focused = super().focused
        # What had the focus may have gone just now, before something else has it.
        if focused is None or not focused.is_attached:
            return None
        screen = self.screen
        return None if isinstance(screen, MgtuiScreen) and screen.keeps_keys else focused

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """With what screens are framed, "$edge" in their stylesheets."""
        return {"edge": signs.edge_of(self)}

    def get_default_screen(self) -> MgtuiScreen[Any]:
        """The board or the beamer screen when there is a session to begin with, else the welcome screen."""
        self.doors.connect(self.call_later_from_anywhere)
        if self.doors.room_door:
            self.doors.room_door.listen(self._hear_of_door)
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
        self.saving = Saving(at=None)
        self.present, self.view, self.powers, self.link = seat.present, seat.view, seat.powers, "here"
        self.waiting = Waiting(0)
        seat.listen(self.hear)
        self.session = seat.session
        self.ticker.look()
        if self.doors.worth_knowing:
            self.say(" ".join(self.doors.worth_knowing), "warning")

    def sit(self, seat: Seat) -> None:
        """Work from `seat` from now on, in the room where one is already heard."""
        self.seat, self.session = seat, seat.session

    def hear(self, news: News) -> None:
        """Take in what the room says."""
        if isinstance(news, Changed):
            self.latest = news
            self.saving = Saving("saving", self.saving.at)
            self.session = self.seat.session if self.seat else news.session
        elif isinstance(news, Saved):
            self._hear_saved(news)
        elif isinstance(news, NotSaved):
            why = self.doors.why_not_saved(news.reason, news.details)
            self.saving = Saving("not_saved", self.saving.at, why, news.reason)
        elif isinstance(news, Present):
            self.present = news
        elif isinstance(news, Shown):
            self.view = news.view
        elif isinstance(news, Waiting):
            self.waiting = news
        elif isinstance(news, Empowered | Parted):
            standing.hear(self, news)
        if isinstance(news, Timed | Changed):
            self.ticker.look()
        if isinstance(news, Tried):
            trying.show_on_every_screen(self)
        if (link := _LINKS.get(type(news))) is not None:
            self.link = link
        if isinstance(news, Changed | Rejected | Replaced) and self.seat:
            told = notices.of(news, self.seat.person, lambda: key_of(self, "undo"))
            if told:
                self.notice = told

    def _hear_saved(self, news: Saved) -> None:
        history = self.seat.history if self.seat else ()
        if not history or news.revision >= history[-1].revision:
            self.saving = Saving("saved", self.doors.now())

    def _hear_of_door(self) -> None:
        door = self.doors.room_door
        self.has_door_open = door is not None and door.state.stage == "open"

    def say(self, text: str, tone: notices.Tone = "plain") -> None:
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

    def prefer(self, **changed: object) -> None:
        """Keep settings for good; what can't be kept is said and holds for this run."""
        try:
            self.doors.change_settings(**changed)
        except Stuck as stuck:
            self.say(stuck.sentence, "warning")
        for screen in self.screen_stack:
            if isinstance(screen, MgtuiScreen):
                screen.bind_keys()

    def watch_language(self, language: Language) -> None:
        """Speak `language` on every screen from now on."""
        locale.use(language)
        for screen in [*self._installed_screens.values(), *self.screen_stack]:
            if isinstance(screen, MgtuiScreen) and screen.is_running:
                screen.bind_keys()
                screen.relabel()

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

    def keep_typing(self) -> None:
        """Keep what stands in any field that is being edited, before the screens go."""
        for screen in self.screen_stack:
            if isinstance(screen, MgtuiScreen):
                screen.keep_typing()

    def leave(self) -> None:
        """Keep what is being typed and end the program."""
        self.keep_typing()
        if self.seat:
            self.seat.leave()
        self.exit(0)
