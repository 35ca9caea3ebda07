"""A list over the screen in which several things can be ticked: what serves an interest, what covers a means.

Typing narrows the list, enter ticks; it shows the session as it is now and goes when what it is about has gone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static
from textual.widgets.option_list import Option

from mgtui.domain.session import Session
from mgtui.locale import _
from mgtui.locale.safe_text import safe
from mgtui.tui.editing.field import Field
from mgtui.tui.screens.frame import Overlay
from mgtui.tui.signs import signs_of
from mgtui.tui.widgets.choices import Choices


class Choice(NamedTuple):
    """Something that can be ticked."""

    id: str
    text: str
    is_ticked: bool


class ChoosingScreen(Overlay[None]):
    """The list.

    Args:
        title: what is asked.
        choices: what can be ticked now; None when what it is about has gone.
        turn: ticks one, or takes its tick away.
        if_none: what to say when there is nothing to choose.
    """

    NAME = "choosing"
    AUTO_FOCUS = "Wanted"

    DEFAULT_CSS = """
    ChoosingScreen { align: center middle; }
    ChoosingScreen > Vertical {
        width: 100; max-width: 95%; height: auto; max-height: 95%; padding: 1 2;
        background: $ground-raised; border: $edge $line;
    }
    ChoosingScreen Static { width: 1fr; height: auto; color: $ink; background: $ground-raised; }
    ChoosingScreen .title { color: $heading; text-style: bold; margin-bottom: 1; }
    ChoosingScreen Wanted { background: $ground; margin-bottom: 1; }
    ChoosingScreen Choices {
        height: auto; max-height: 40vh; border: none; padding: 0; background: $ground-raised; color: $ink;
    }
    ChoosingScreen Choices > .option-list--option-highlighted { background: $ground-cursor; color: $ink; }
    ChoosingScreen #hint { margin: 1 0 0 0; color: $heading; text-style: bold; }
    """

    def __init__(
        self, title: str, choices: Callable[[], list[Choice] | None], turn: Callable[[str], None], if_none: str
    ) -> None:
        super().__init__()
        self._title, self._choices, self._turn, self._if_none = title, choices, turn, if_none
        self._wanted = ""

    def compose_body(self) -> ComposeResult:
        """What is asked, a field to narrow the list, and the list."""
        with Vertical():
            yield Static(safe(self._title), classes="title", markup=False)
            yield Wanted(placeholder=_("type to narrow the list"))
            yield Choices(markup=False)
            yield Static(_("↑↓ choose   enter ticks or unticks   esc back"), id="hint", markup=False)

    def show_session(self, session: Session | None, before: Session | None) -> None:
        """Show what is ticked now."""
        self._fill()

    def on_field_changed(self, event: Field.Changed) -> None:
        """Narrow the list."""
        self._narrow(event.value)

    def _narrow(self, wanted: str) -> None:
        if wanted.casefold() != self._wanted:
            self._wanted = wanted.casefold()
            self._fill()

    def on_option_list_option_selected(self, event: Choices.OptionSelected) -> None:
        """A click ticks."""
        self._tick(event.option_id)

    def press(self, key: str) -> bool:
        """Do what `key` means to the list while typing goes into the field; False when it means nothing to it."""
        choices = self.query_one(Choices)
        if key == "escape":
            self.dismiss(None)
        elif key == "enter":
            self._narrow(self.query_one(Wanted).value)
            if choices.highlighted is not None:
                self._tick(choices.get_option_at_index(choices.highlighted).id)
        elif key == "down":
            choices.action_cursor_down()
        elif key == "up":
            choices.action_cursor_up()
        else:
            return False
        return True

    def _tick(self, identity: str | None) -> None:
        if identity:
            self._turn(identity)
            self._fill()

    def _fill(self) -> None:
        found = self._choices()
        if found is None:
            self.dismiss(None)
            return
        if not self.query(Choices):
            return
        signs = signs_of(self.app)
        shown = [each for each in found if all(word in each.text.casefold() for word in self._wanted.split())]
        listed = self.query_one(Choices)
        at = listed.highlighted
        listed.clear_options()
        if not shown:
            text = self._if_none if not found else _("nothing with these words")
            listed.add_option(Option(text, disabled=True))
            return
        listed.add_options(
            [Option(f"{signs.told if each.is_ticked else signs.untold} {safe(each.text)}", each.id) for each in shown]
        )
        listed.highlighted = min(at or 0, len(shown) - 1)


class Wanted(Field):
    """The field that narrows the list; keys of one burst reach field and list in their order."""

    async def _on_key(self, event: events.Key) -> None:
        screen = self.screen
        if not isinstance(screen, ChoosingScreen) or screen.pass_on(event):
            return
        if screen.press(event.key):
            event.stop()
            event.prevent_default()
        else:
            await super()._on_key(event)
