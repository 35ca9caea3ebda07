"""The beamer screen: one view that fills it and nothing else: what the facilitator shows, or what one walks to.

Invariant: only a facilitator in step with the others decides what they see; everyone else's walk is their own.
"""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace
from textual.app import ComposeResult

from mgtui.domain.people import View
from mgtui.domain.session import Session
from mgtui.domain.turns import Turning
from mgtui.locale import _
from mgtui.tui import themes
from mgtui.tui.screens.frame import MgtuiScreen
from mgtui.tui.text_sizing import Large, SizingCompositor
from mgtui.tui.trying import trial_of
from mgtui.tui.widgets.beamer import walk
from mgtui.tui.widgets.beamer.beamer import Beamer


class PresentScreen(MgtuiScreen[None]):
    """What the room looks at.

    Attributes:
        is_in_step: whether it shows what the facilitator shows.
    """

    NAME = "present"
    IS_OVERLAY = True
    AUTO_FOCUS = "Beamer"

    DEFAULT_CSS = """
    PresentScreen { background: $ground; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._compositor = SizingCompositor(self._large, self._is_ascii)
        self._own: View | None = None
        self._on_their_way: list[View] = []  # shown by this person, and not yet told back by the room
        self.is_in_step = True

    @property
    def beamer(self) -> Beamer:
        """The picture."""
        return self.query_one(Beamer)

    @property
    def session(self) -> Session:
        """The session that is shown, as far as anyone may see it."""
        return walk.seen(self.mgtui.session or Session(id="none"))

    @property
    def view(self) -> View:
        """What it shows now."""
        shown = self._own or (self.mgtui.view if self.is_in_step else View())
        return walk.settled(shown, self.session)

    @property
    def decides(self) -> bool:
        """Whether the others see what is chosen here."""
        seat = self.mgtui.seat
        return self.is_in_step and seat is not None and seat.person.role == "facilitator"

    def compose(self) -> ComposeResult:
        """The picture alone."""
        self.bind_keys()
        yield Beamer()

    def on_mount(self) -> None:
        """Follow what is shown, and how the room is."""
        self.is_in_step = self.mgtui.is_in_step
        self.watch(self.app, "view", self._hear_view, init=False)
        for name in ("link", "sizes_text", "theme", "turns", "clock"):
            self.watch(self.app, name, self.look_again, init=False)
        self.mgtui.ask_about_sizes()

    def on_screen_resume(self) -> None:
        """Show what is shown now, to the others too."""
        self.begin()

    def begin(self) -> None:
        """Show what the room sees, or begin to show it."""
        if self.decides and self.mgtui.view.screen == "":
            self.choose(self.view)
        self.look_again()

    def choose(self, view: View) -> None:
        """Show `view`, and to the others too when one decides that."""
        app = self.mgtui
        self._own = view
        if self.decides and app.seat is not None:
            shown = replace(view, step=app.view.step)
            self._on_their_way.append(shown)
            app.seat.show(shown)
        self.look_again()

    def walk(self, steps: int) -> None:
        """To the next page or the one before it, and over the last to the next view."""
        pages, page = self._pages(self.view)
        if 0 <= page + steps < len(pages):
            self._to_page(self.view, pages, page + steps)
            return
        beyond = walk.stepped(self.view, self.session, steps)
        pages, _page = self._pages(beyond)
        if (beyond.screen, beyond.partner) != (self.view.screen, self.view.partner):
            self._to_page(beyond, pages, 0 if steps > 0 else len(pages) - 1)

    def jump(self, screen: str) -> None:
        """To the view called `screen`."""
        self.choose(View(screen=screen))

    def spotlight(self, steps: int = 0) -> None:
        """On the partner who is in it, the one that many further, or on the first."""
        ids = [each.id for each in self.session.partners_in_order]
        if ids:
            at = ids.index(self.view.partner) + steps if self.view.partner in ids else 0
            self.choose(View(screen=walk.SPOTLIGHT, partner=ids[at % len(ids)]))

    def to_end(self, *, is_first: bool) -> None:
        """To the first view or the last."""
        order = walk.views(self.session)
        self.choose(order[0 if is_first else -1])

    def turn(self, do: Literal["next", "pause"]) -> None:
        """Pass the floor on, or stop its clock and have it run again."""
        seat = self.mgtui.seat
        if seat is not None:
            what = "go_on" if do == "pause" and not seat.turns.is_running else do
            seat.time(Turning(do="next" if not seat.turns.partner else what, partner=seat.turns.partner))

    def turn_step(self) -> None:
        """Go by oneself from now on, or in step with the others again."""
        own = self.view
        self.is_in_step = not self.is_in_step
        self._own = None if self.is_in_step and not self.decides else own
        if self.decides:
            self.choose(own)
        self.look_again()

    def turn_theme(self) -> None:
        """From light to dark and back."""
        names = themes.NAMES
        self.app.theme = names[(names.index(self.app.theme) + 1) % len(names)] if self.app.theme in names else names[0]

    def leave(self) -> None:
        """Back to the work, or when there is none here, out."""
        app = self.mgtui
        self._own = None
        if len(app.screen_stack) > 1:
            app.pop_screen()
        elif app.only_presents:
            app.leave()
        else:
            app.go("board")

    def show_session(self, session: Session | None, before: Session | None) -> None:
        """Show what has changed."""
        self.look_again()

    def relabel(self) -> None:
        """Show it in the language in use."""
        self.look_again()

    def look_again(self) -> None:
        """Show what is to be shown now."""
        for beamer in self.query(Beamer):
            beamer.show(self.session, self.view, self._to_say())

    def _hear_view(self, before: View, view: View) -> None:
        """What the facilitator shows goes before where one walked oneself, unless it is a step of that very walk."""
        own = self._on_their_way
        self._on_their_way = own[own.index(view) + 1 :] if view in own else []
        if self._on_their_way:
            return
        if self.is_in_step and replace(before, step="") != replace(view, step=""):
            self._own = None
            self.look_again()

    def _large(self) -> list[Large]:
        return [large for beamer in self.query(Beamer) for large in beamer.large]

    def _to_page(self, view: View, pages: tuple[str, ...], page: int) -> None:
        self.choose(View(screen=view.screen, partner=view.partner, item=pages[page] if page else ""))

    def _pages(self, view: View) -> tuple[tuple[str, ...], int]:
        slide = self.beamer.page_of(view, self.session)
        return slide.pages, slide.page

    def _to_say(self) -> str:
        app = self.mgtui
        if app.link != "here":
            return _("the room can't be reached; this is how it was")
        if trial_of(app) is not None:
            return _("what if? this is a trial")
        seat = app.seat
        if not self.is_in_step and seat is not None and seat.person.role == "facilitator":
            return _("only you see this (f shows it)")
        return ""
