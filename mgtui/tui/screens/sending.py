"""A screen that sends the terminal everything once: only the cells that changed, and a whole screen never twice.

Textual asks for a whole screen from several places when one opens or goes, and sends one for each.
"""

from __future__ import annotations

from itertools import takewhile
from typing import Any, Final, TypeVar

from msgspec import Struct
from textual import events, messages
from textual.await_remove import AwaitRemove
from textual.geometry import Region
from textual.screen import Screen
from textual.widget import Widget

from mgtui.tui import signs
from mgtui.tui.exact_update import ExactCompositor

Result = TypeVar("Result")

MOST_TURNS: Final = 3
"""Turns of Textual's clock, of a sixtieth of a second, that a screen which opens has to lay itself out."""


class Place(Struct, frozen=True):
    """Where a widget is that nothing lies over.

    Attributes:
        x, y: of its first cell, on the screen.
        arrangement: the map of the screen by which that is so; another object once anything is somewhere else.
    """

    x: int
    y: int
    arrangement: object


class SendingOnce(Screen[Result]):
    """A screen with an exact compositor."""

    _compositor: ExactCompositor

    def __init__(self) -> None:
        super().__init__()
        self._compositor = ExactCompositor(self._is_ascii)
        self._sent_when_asked = 0
        self._turns_held = 0

    def _is_ascii(self) -> bool:
        return signs.is_ascii(self.app)

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Any:
        """As Textual's, but that a new layout has only that sent which it moves.

        Remembers what had been sent when the whole was asked for.
        """
        repaint = repaint and not layout
        if repaint and not regions:
            self._sent_when_asked = self._compositor.times_whole
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def remove(self) -> AwaitRemove:
        """Go; what was under it is there by now, and Textual would have it sent once more."""
        return self.app._prune(self)

    def show_now(self, widget: Widget) -> None:
        """Send the terminal what `widget` has just painted, without the two turns that Textual takes for it.

        What other widgets have waiting goes along: a refresh of the compositor forgets whatever was to be sent.
        """
        if self.is_current and not self._layout_required and widget in self._compositor.visible_widgets:
            widget._repaint_required = False
            self._compositor.update_widgets({widget, *self._dirty_widgets})
            self._compositor_refresh()

    def place_of(self, widget: Widget) -> Place | None:
        """Where `widget` stands, if all of it is in sight."""
        visible = self._compositor.visible_widgets
        if widget not in visible:
            return None
        region, clip = visible[widget]
        over = takewhile(lambda other: other is not widget, visible)
        if not clip.contains_region(region) or any(visible[other][0].overlaps(region) for other in over):
            return None
        return Place(region.x, region.y, visible)

    def send_ahead(self, text: str, place: Place) -> bool:
        """Send the terminal `text`, for some cells of a widget at `place`, ahead of all that is to be sent.

        Returns:
            False when that is not where the widget is, or all will be sent or laid out anew; nothing is sent then.
        """
        app = self.app
        is_waiting = self._layout_required or self._turns_held or app._batch_count
        is_there = app.screen is self and self._compositor.visible_widgets is place.arrangement
        driver = app._driver
        if is_waiting or not is_there or driver is None:
            return False
        driver.write(text)
        driver.flush()
        return True

    @property
    def _is_sent(self) -> bool:
        """Whether the whole was sent since it was last asked for."""
        return self._compositor.times_whole > self._sent_when_asked

    def _on_screen_resume(self, event: events.ScreenResume) -> None:
        event.prevent_default()
        before = self._compositor.times_whole
        if before == 0 and self.app._dom_ready:
            # Its parts come one by one, and would be sent one by one; only the first screen of all can't wait.
            self._turns_held = MOST_TURNS
        super()._on_screen_resume(event)
        if self._compositor.times_whole != before:
            self._sent_when_asked = before
            self._repaint_required = False
            self._repaint_regions.clear()

    async def _on_update(self, message: messages.Update) -> None:
        if message.widget is self and self._is_sent:
            message.stop()
            message.prevent_default()
        else:
            await super()._on_update(message)

    def _on_timer_update(self) -> None:
        if self._turns_held:
            self._turns_held = self._turns_held - 1 if self._layout_required else 0
            self._repaint_required = True
        elif self._is_sent:
            self._repaint_required = False
        super()._on_timer_update()
        if self._turns_held:
            self.refresh()

    def _compositor_refresh(self) -> None:
        # What changes under an overlay is hidden by it; Textual would paint the whole overlay again for each of it.
        top = self.app.screen
        if self._turns_held:
            return
        if top is not self and top.styles.background.a == 1:
            self._compositor._dirty_regions.clear()
            self._dirty_widgets.clear()
        else:
            super()._compositor_refresh()
