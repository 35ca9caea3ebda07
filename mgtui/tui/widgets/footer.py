"""The line at the bottom: the keys that matter here, or for some seconds what there is to tell; a click does it too.

It shows only what is possible where the person is, and looks again whenever the screen's bindings are refreshed.
"""

from __future__ import annotations

from asyncio import TimerHandle
from typing import TYPE_CHECKING, Any, cast

from msgspec import Struct
from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.screen import Screen
from textual.strip import Strip

from mgtui.locale.safe_text import safe
from mgtui.tui import themes
from mgtui.tui.editing.cells import clipped, width, wrap
from mgtui.tui.intents.keymap import shown
from mgtui.tui.later import after
from mgtui.tui.widgets.own_lines import OwnLines

if TYPE_CHECKING:
    from mgtui.tui.app import MgtuiApp
    from mgtui.tui.intents.intent import AnyIntent
    from mgtui.tui.notices import Notice
    from mgtui.tui.screens.frame import MgtuiScreen

SECONDS_FOR_A_NOTICE = 6.0
SECONDS_FOR_A_WARNING = 12.0
MOST_NOTICE_LINES = 4
ALWAYS_LAST = "help"


class Key(Struct, frozen=True):
    """A key with what it does, and where it stands on the line."""

    key: str
    label: str
    intent: AnyIntent
    start: int

    @property
    def end(self) -> int:
        """The cell behind it."""
        return self.start + width(self.key) + 1 + width(self.label)


class Footer(OwnLines):
    """The keys of this screen, or a notice."""

    DEFAULT_CSS = """
    Footer { dock: bottom; layer: chrome; width: 1fr; height: auto; background: $ground-raised; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._notice: Notice | None = None
        self._timer: TimerHandle | None = None
        self._keys: tuple[Key, ...] = ()

    def on_mount(self) -> None:
        """Follow the notices, and what is possible on this screen."""
        self.watch(self.app, "notice", self._show_notice, init=False)
        unread = cast("MgtuiApp", self.app).notice
        if unread and unread.tone == "warning":
            # Said before there was a screen to say it on, or while another one was shown.
            self._show_notice(unread)
        self.screen.bindings_updated_signal.subscribe(self, self._look_again)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line of keys, or as many as the notice takes."""
        return max(1, len(self._notice_lines(width)))

    def render_line(self, y: int) -> Strip:
        """One line of the notice, or the keys."""
        inks = themes.inks_of(self.app)
        blank = inks.pen("ink", "ground_raised")
        lines = self._notice_lines(self.size.width)
        if self._notice and y < len(lines):
            style = inks.pen("warning" if self._notice.tone == "warning" else "good", "ground_raised", bold=True)
            return Strip([Segment(f" {lines[y]}", style)]).adjust_cell_length(self.size.width, blank)
        self._keys = self._fitting(self.size.width)
        segments = [Segment(" ", blank)]
        for key in self._keys:
            segments.append(Segment(key.key, inks.pen("heading", "ground_raised", bold=True)))
            segments.append(Segment(f" {key.label}  ", blank))
        return Strip(segments).adjust_cell_length(self.size.width, blank)

    def on_click(self, event: events.Click) -> None:
        """Do what stands under the mouse; on a notice, put it away."""
        if self._notice:
            self._end_notice()
            return
        under = self._under(event.x)
        if under:
            self._frame.action_intend(under.intent.id)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Explain the key under the mouse."""
        under = None if self._notice else self._under(event.x)
        self.tooltip = under.intent.shown_help if under else None

    @property
    def _frame(self) -> MgtuiScreen[Any]:
        return cast("MgtuiScreen[Any]", self.screen)

    def _under(self, x: int) -> Key | None:
        return next((key for key in self._keys if key.start <= x < key.end), None)

    def _fitting(self, cells: int) -> tuple[Key, ...]:
        """The keys in their order as far as they fit, with help at the end whatever happens."""
        offered = [(key, i) for key, i in self._offered() if i.id != ALWAYS_LAST]
        last = [(key, i) for key, i in self._offered() if i.id == ALWAYS_LAST]
        reserved = sum(width(key) + width(i.shown_label) + 3 for key, i in last)
        found: list[Key] = []
        at = 1
        for key, intent in offered:
            placed = Key(key, intent.shown_label, intent, at)
            if placed.end + 2 + reserved <= cells:
                found.append(placed)
                at = placed.end + 2
        found += [Key(key, intent.shown_label, intent, at) for key, intent in last]
        return tuple(found)

    def _offered(self) -> list[tuple[str, AnyIntent]]:
        screen = self._frame
        first: dict[str, tuple[str, AnyIntent]] = {}
        for key, intent in screen.keymap.items():
            if intent.in_footer and intent.id not in first and intent.is_offered(screen):
                first[intent.id] = (intent.keys_text or shown(key), intent)
        order = {intent.id: at for at, intent in enumerate(screen.keymap.intents)}
        return sorted(first.values(), key=lambda offer: order[offer[1].id])

    def _look_again(self, _screen: Screen[Any]) -> None:
        if not self._notice and self._fitting(self.size.width) != self._keys:
            self.refresh()

    def _show_notice(self, notice: Notice | None) -> None:
        if self._timer:
            self._timer.cancel()
        before = len(self._notice_lines(self.size.width))
        self._notice = notice
        self.refresh(layout=max(1, before) != max(1, len(self._notice_lines(self.size.width))))
        if notice:
            seconds = SECONDS_FOR_A_WARNING if notice.tone == "warning" else SECONDS_FOR_A_NOTICE
            self._timer = after(seconds, self, self._end_notice)

    def _end_notice(self) -> None:
        app = cast("MgtuiApp", self.app)
        if self._notice is app.notice:
            app.notice = None
        else:
            self._show_notice(None)

    def _notice_lines(self, cells: int) -> list[str]:
        if not self._notice:
            return []
        room = max(10, cells - 2)
        text = safe(self._notice.text)
        lines = [text[start:end] for start, end in wrap(text, room)]
        if len(lines) > MOST_NOTICE_LINES:
            lines[MOST_NOTICE_LINES - 1 :] = [clipped(" ".join(lines[MOST_NOTICE_LINES - 1 :]), room)]
        return lines
