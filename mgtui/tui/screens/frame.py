"""What every screen of ours has: keys from the intents, words that change with the language, the session's news.

A screen sets NAME, composes itself, and overrides `show_session` and `relabel` as far as it shows either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual.binding import Binding, BindingsMap
from textual.screen import ModalScreen, Screen

from mgtui.domain.session import Session
from mgtui.tui.intents.keymap import Keymap

if TYPE_CHECKING:
    from mgtui.tui.app import MgtuiApp

Result = TypeVar("Result")


class MgtuiScreen(Screen[Result]):
    """A screen of ours.

    Attributes:
        NAME: how intents name it (`Intent.screens`).
        IS_OVERLAY: whether it lies over another screen; then only intents that name it live on it.
        keymap: what can be done here and by which keys, for footer, help and palette; set when the screen is mounted.
    """

    NAME: ClassVar[str]
    IS_OVERLAY: ClassVar[bool] = False

    keymap: Keymap

    @property
    def mgtui(self) -> MgtuiApp:
        """The app, by its own type."""
        return cast("MgtuiApp", self.app)

    def on_mount(self) -> None:
        """Take the keys, and follow the session from now on."""
        self.bind_keys()
        self.watch(self.app, "session", self._hear_session, init=True)

    def bind_keys(self) -> None:
        """Bind every intent's keys; again when the language or the settings have changed."""
        from mgtui.tui.intents.registry import keymap_for

        settings = self.mgtui.doors.settings
        self.keymap = keymap_for(self.NAME, self.IS_OVERLAY, settings.keys, settings.vim_keys)
        self._bindings = BindingsMap(
            [
                *self.BINDINGS,
                *(
                    Binding(key, f"screen.intend({intent.id!r})", intent.shown_label, show=intent.in_footer)
                    for key, intent in self.keymap.items()
                ),
            ]
        )
        self.refresh_bindings()

    def action_intend(self, intent: str) -> None:
        """Do the intent with that id here."""
        from mgtui.tui.intents.registry import by_id

        chosen = by_id()[intent]
        if chosen.is_possible(self):
            chosen.perform(self)

    def show_session(self, session: Session | None, before: Session | None) -> None:
        """Show what has changed; `before` is what was shown until now."""

    def relabel(self) -> None:
        """Show every text in the language in use; called after a switch. Recomposing is the plain way."""
        self.refresh(recompose=True)

    def _hear_session(self, before: Session | None, session: Session | None) -> None:
        self.show_session(session, before)


class Overlay(MgtuiScreen[Result], ModalScreen[Result]):
    """A screen that lies over another: help, a question, a list to choose from."""

    IS_OVERLAY = True
