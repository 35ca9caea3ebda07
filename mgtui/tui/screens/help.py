"""Help, made of what can be done where the person is: what the screen is for, every key, and the ideas behind it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from textual.app import ComposeResult
from textual.containers import Vertical

from mgtui.locale import _
from mgtui.tui.editing.cells import padded, width, wrap
from mgtui.tui.intents.intent import GROUP_TITLES, AnyIntent
from mgtui.tui.intents.keymap import shown
from mgtui.tui.screens.frame import MgtuiScreen, Overlay
from mgtui.tui.screens.help_texts import ABOUT, IDEAS
from mgtui.tui.widgets.row_list import Line, ListRow, RowList

KEY_CELLS = 14
LABEL_CELLS = 24
MOST_KEYS_SHOWN = 4


class HelpScreen(Overlay[None]):
    """What can be done on the screen under it."""

    NAME = "help"
    AUTO_FOCUS = "RowList"

    DEFAULT_CSS = """
    HelpScreen { align: center middle; }
    HelpScreen > Vertical {
        width: 96%; max-width: 120; height: 94%; border: $edge $line; border-title-color: $heading;
        background: $ground; padding: 0 1;
    }
    """

    def compose_body(self) -> ComposeResult:
        """The list that is read, not chosen from."""
        frame = Vertical(RowList(self._rows, id="help"))
        frame.border_title = _("Help")
        yield frame

    def _rows(self, cells: int) -> list[ListRow]:
        under = next((s for s in reversed(self.app.screen_stack[:-1]) if isinstance(s, MgtuiScreen)), None)
        rows: list[ListRow] = []
        if under is not None:
            rows += _about(under.NAME, cells)
            rows += _keys(under, cells)
        return [*rows, *_ideas(cells)]


def keys_text(screen: MgtuiScreen[Any], intent: AnyIntent) -> str:
    """The keys of `intent` on `screen`, as a person reads them."""
    keys = screen.keymap.keys_of(intent)
    own = screen.mgtui.doors.settings.keys
    if intent.keys_text and intent.id not in own:
        return intent.keys_text
    return "  ".join(shown(key) for key in keys[:MOST_KEYS_SHOWN])


def _about(name: str, cells: int) -> Iterator[ListRow]:
    if name in ABOUT:
        yield ListRow("", (*_prose(_(ABOUT[name]), cells, "ink"), ()))


def _keys(screen: MgtuiScreen[Any], cells: int) -> Iterator[ListRow]:
    for group, title in GROUP_TITLES.items():
        intents = [each for each in screen.keymap.intents if each.group == group and not each.is_withheld(screen)]
        if intents:
            lines: list[Line] = [((_(title), "heading bold"),)]
            for intent in intents:
                lines += _entry(keys_text(screen, intent), intent, cells)
            yield ListRow("", (*lines, ()))


def _entry(keys: str, intent: AnyIntent, cells: int) -> Iterator[Line]:
    """A key with what it does, in columns, or under each other where the window is narrow."""
    start = f"{padded(keys, KEY_CELLS)} "
    if cells < KEY_CELLS + LABEL_CELLS + 40:
        yield ((start, "ink bold"), (intent.shown_label, "ink"))
        yield from _prose(intent.shown_help, cells, "muted", " " * (KEY_CELLS + 1))
        return
    label = padded(intent.shown_label, LABEL_CELLS)
    indent = KEY_CELLS + 1 + width(label) + 1
    for at, line in enumerate(_prose(intent.shown_help, cells - indent, "muted")):
        before: Line = ((start, "ink bold"), (f"{label} ", "ink")) if at == 0 else ((" " * indent, "muted"),)
        yield (*before, *line)


def _ideas(cells: int) -> Iterator[ListRow]:
    yield ListRow("", (((_("The ideas"), "heading bold"),),))
    for title, text in IDEAS:
        yield ListRow("", (((_(title), "ink bold"),), *_prose(_(text), cells, "muted", "  "), ()))


def _prose(text: str, cells: int, ink: str, indent: str = "") -> list[Line]:
    spans = wrap(text, max(10, cells - len(indent)))
    return [((f"{indent}{text[start:end].rstrip()}", ink),) for start, end in spans]
