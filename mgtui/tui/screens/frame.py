"""What every screen of ours has: keys from the intents, words that change with the language, the session's news.

A screen sets NAME, composes itself, and overrides `show_session` and `relabel` as far as it shows either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual import events
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingsMap
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from mgtui.domain.changes import Change
from mgtui.domain.session import Session
from mgtui.tui.intents.keymap import Keymap
from mgtui.tui.screens.sending import SendingOnce
from mgtui.tui.widgets.banners import Banners
from mgtui.tui.widgets.footer import Footer
from mgtui.tui.widgets.heading import Heading
from mgtui.tui.widgets.small_window import COLUMNS, ROWS, SmallWindowCard

if TYPE_CHECKING:
    from mgtui.tui.app import MgtuiApp

Result = TypeVar("Result")


class MgtuiScreen(SendingOnce[Result]):
    """A screen of ours.

    Attributes:
        NAME: how intents name it (`Intent.screens`).
        IS_OVERLAY: whether it lies over another screen; then only intents that name it live on it.
        HAS_HEADING: whether the heading stands on top; a screen that draws its own says no.
        keymap: what can be done here and by which keys, for footer, help and palette; set when the screen is mounted.
    """

    NAME: ClassVar[str]
    IS_OVERLAY: ClassVar[bool] = False
    HAS_HEADING: ClassVar[bool] = True

    DEFAULT_CSS = """
    MgtuiScreen {
        layers: default chrome card; background: $ground; color: $ink; overflow: hidden;
        & > #keys-room { dock: bottom; height: 1; }
        &.-narrow > SmallWindowCard { display: block; }
        &.-low > SmallWindowCard { display: block; }
    }
    """
    HORIZONTAL_BREAKPOINTS: ClassVar[list[tuple[int, str]]] = [(0, "-narrow"), (COLUMNS, "-wide")]  # type: ignore[misc]
    VERTICAL_BREAKPOINTS: ClassVar[list[tuple[int, str]]] = [(0, "-low"), (ROWS, "-high")]  # type: ignore[misc]

    keymap: Keymap

    def __init__(self) -> None:
        super().__init__()
        self._early_keys: list[events.Event] | None = []

    @property
    def mgtui(self) -> MgtuiApp:
        """The app, by its own type."""
        return cast("MgtuiApp", self.app)

    def on_mount(self) -> None:
        """Follow the session from now on; Textual calls this beside the `on_mount` of a subclass, not instead."""
        self.watch(self.app, "session", self._hear_session, init=True)

    def _on_screen_resume(self, event: events.ScreenResume) -> None:
        # Take what was typed since the key that led here, also where nothing has the focus.
        super()._on_screen_resume(event)
        if self._early_keys is not None:
            self.call_after_refresh(self._take_early_keys)

    @property
    def keeps_keys(self) -> bool:
        """Whether keys wait here, in their order, until there is something that has the focus and room for it."""
        return self._early_keys is not None

    def pass_on(self, event: events.Key, widget: Widget | None = None) -> bool:
        """Hand a key to whom it is for by now: the screen on top, or what has the focus.

        Keys of one burst all come to whoever had the focus at the first of them.

        Args:
            event: the key.
            widget: who was given it; None when nothing else on this screen can have the focus.

        Returns:
            False when it is for `widget`, on this screen.
        """
        top = self.app.screen
        if top is self or not isinstance(top, MgtuiScreen):
            focused = self.focused
            if widget is None or focused is None or focused is widget:
                return False
            event.stop()
            focused._forward_event(event)
            return True
        event.stop()
        event.prevent_default()  # or a list would pass it on once more for each class that it is built on
        # Events know that they were forwarded, and stopped, once; so it gets one of its own.
        anew = events.Key(event.key, event.character)
        if top._early_keys is None:
            (top.focused or top)._forward_event(anew)
        else:
            top._early_keys.append(anew)
        return True

    def _forward_event(self, event: events.Event) -> None:
        # Keys of one burst would otherwise do something else on a screen that is not ready for them.
        if self._early_keys is not None and isinstance(event, events.Key | events.Paste):
            self._early_keys.append(event)
        else:
            super()._forward_event(event)

    def _update_auto_focus(self) -> None:
        super()._update_auto_focus()
        # What a key does may hang on how much there is room for, such as a walk from page to page.
        if self.focused is not None and self.focused.size.area and self._early_keys is not None:
            self.call_next(self._take_early_keys)

    def _take_early_keys(self) -> None:
        early, self._early_keys = self._early_keys or [], None
        for event in early:
            (self.focused or self)._forward_event(event)

    def compose(self) -> ComposeResult:
        """What the screen is about, between what every screen has: heading, warnings, keys."""
        self.bind_keys()
        if self.HAS_HEADING and not self.IS_OVERLAY:
            yield Heading()
        if not self.IS_OVERLAY:
            yield Banners()
            yield Static(id="keys-room")
        yield from self.compose_body()
        yield Footer()
        yield SmallWindowCard()

    def compose_body(self) -> ComposeResult:
        """The screen's own widgets."""
        yield from ()

    def bind_keys(self) -> None:
        """Bind every intent's keys; again when the language or the settings have changed."""
        from mgtui.tui.intents.registry import keymap_for

        settings = self.mgtui.doors.settings
        self.keymap = keymap_for(self.NAME, self.IS_OVERLAY, settings.keys, settings.vim_keys)
        self._bindings = BindingsMap(
            [
                *self.BINDINGS,
                *(
                    Binding(key, f"screen.intend({intent.id!r}, {key!r})", intent.shown_label, show=intent.in_footer)
                    for key, intent in self.keymap.items()
                ),
            ]
        )
        self.refresh_bindings()

    def press_intent(self, event: events.Key) -> None:
        """Do what is bound to a key, where that is possible; else it goes on its way, so that the reason is said."""
        intent = self.keymap.intent_for(event.key)
        if intent is not None and intent.is_possible(self):
            event.stop()
            event.prevent_default()
            intent.press(self, event.key)

    def action_intend(self, intent: str, key: str = "") -> None:
        """Do the intent with that id here, because `key` was pressed or it was chosen by name or mouse."""
        from mgtui.tui.intents.registry import by_id

        if key and self._early_keys is not None:
            # It was on its way through the screen before this one, which has gone meanwhile.
            self._early_keys.append(events.Key(key, key if len(key) == 1 else None))
            return
        chosen = by_id()[intent]
        if chosen.is_possible(self):
            if key:
                chosen.press(self, key)
            else:
                chosen.perform(self)
        elif why := chosen.why_not(self):
            self.mgtui.say(why, "warning")

    def show_session(self, session: Session | None, before: Session | None) -> None:
        """Show what has changed; `before` is what was shown until now."""

    def show_ahead(self, change: Change) -> bool:
        """Show what someone else changes before it is taken in; False when it can't be shown by itself now."""
        return False

    def show_trial(self) -> None:
        """Show that a trial has begun or ended."""
        for banners in self.query(Banners):
            banners.show_trial()

    def keep_typing(self) -> None:
        """Keep what stands in a field that is being edited here, as leaving the field would."""

    def draw_anew(self) -> None:
        """Draw everything in the language and with the signs that are in use now."""
        self.bind_keys()
        self.relabel()
        for widget in self.query("*"):
            widget.refresh(layout=True)

    def relabel(self) -> None:
        """Show every text in the language in use; called after a switch. Recomposing is the plain way."""
        self.refresh(recompose=True)

    def _pop_result_callback(self) -> None:
        # The screen that the app began with was never pushed, and has no callback to take back.
        if self._result_callbacks:
            super()._pop_result_callback()

    def _hear_session(self, before: Session | None, session: Session | None) -> None:
        self.show_session(session, before)


class Overlay(MgtuiScreen[Result], ModalScreen[Result]):
    """A screen that lies over another: help, a question, a list to choose from."""

    IS_OVERLAY = True

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Put it away, once: a key that came together with the one that did so takes nothing else away."""
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()
