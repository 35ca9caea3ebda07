"""Every action by name: type some of its letters, choose it with the arrows and enter, or click it."""

from __future__ import annotations

import unicodedata

from textual.app import ComposeResult
from textual.containers import Vertical

from mgtui.locale import _
from mgtui.tui.editing.cells import clipped, padded, width
from mgtui.tui.editing.field import Field
from mgtui.tui.intents.intent import GROUP_TITLES, AnyIntent
from mgtui.tui.screens.frame import MgtuiScreen, Overlay
from mgtui.tui.screens.help import keys_text
from mgtui.tui.widgets.row_list import ListRow, RowList

LABEL_CELLS = 26
KEY_CELLS = 10


class _Search(Field):
    """What is looked for; enter does the first action that fits, before the next key comes."""

    def submit(self) -> None:
        palette = self.screen
        assert isinstance(palette, PaletteScreen)
        if palette.searched != self.value:
            palette.search()
        palette.do_current()


class PaletteScreen(Overlay[str]):
    """All that is possible on the screen under it; it ends with the id of the intent that was chosen."""

    NAME = "palette"
    searched = ""
    AUTO_FOCUS = "Field"

    DEFAULT_CSS = """
    PaletteScreen { align: center top; }
    PaletteScreen > Vertical {
        width: 96%; max-width: 110; height: 80%; margin-top: 1; border: $edge $line; border-title-color: $heading;
        background: $ground; padding: 0 1;
    }
    """

    def compose_body(self) -> ComposeResult:
        """A field to search in, and what fits."""
        field = _Search(placeholder=_("type what you want to do"), id="search")
        frame = Vertical(field, RowList(self._rows, id="actions"))
        frame.border_title = _("Actions")
        yield frame

    @property
    def actions(self) -> RowList:
        """What fits what was typed."""
        return self.query_one(RowList)

    def on_field_changed(self) -> None:
        """Show what fits, unless an action was chosen meanwhile."""
        if self.is_current:
            self.search()

    def search(self) -> None:
        """Show what fits, with the cursor on the first."""
        self.actions.cursor = ""
        self.actions.rebuild()

    def on_row_list_chosen(self, chosen: RowList.Chosen) -> None:
        """Do the action that was clicked."""
        self._do(chosen.key)

    def do_current(self) -> None:
        """Do the action under the cursor."""
        if self.actions.cursor:
            self._do(self.actions.cursor)

    def _do(self, intent: str) -> None:
        under = self._under
        self.dismiss(intent)
        # At once, so that what is typed right behind it meets the screen that the action leads to.
        if under is not None:
            under.action_intend(intent)

    @property
    def _under(self) -> MgtuiScreen[object] | None:
        return next((s for s in reversed(self.app.screen_stack[:-1]) if isinstance(s, MgtuiScreen)), None)

    def _rows(self, cells: int) -> list[ListRow]:
        under = self._under
        if under is None:
            return []
        self.searched = self.query_one(Field).value
        wanted = _folded(self.searched).split()
        # Who looks for an action by name rarely looks for an arrow.
        order = [*(group for group in GROUP_TITLES if group != "move"), "move"]
        possible = [i for i in under.keymap.intents if i.id != "palette" and i.is_offered(under)]
        possible.sort(key=lambda intent: order.index(intent.group))
        found = [intent for intent in possible if _fits(intent, wanted)]
        if wanted:
            found.sort(key=lambda intent: not _is_called(intent, wanted))
        rows = [_row(intent, keys_text(under, intent), cells) for intent in found]
        return rows or [ListRow("", ((((_("Nothing goes by that name here.")), "muted"),),))]


def _row(intent: AnyIntent, keys: str, cells: int) -> ListRow:
    label = padded(clipped(intent.shown_label, LABEL_CELLS), LABEL_CELLS)
    room = cells - width(label) - KEY_CELLS - 4
    help_text = clipped(intent.shown_help, max(0, room)) if room > 12 else ""
    line = (
        (f"{label}  ", "ink bold"),
        (f"{padded(clipped(keys, KEY_CELLS), KEY_CELLS)}  ", "heading"),
        (help_text, "muted"),
    )
    return ListRow(intent.id, (line,))


def _fits(intent: AnyIntent, wanted: list[str]) -> bool:
    searched = _folded(f"{intent.shown_label} {intent.shown_help} {intent.id}")
    return all(word in searched for word in wanted)


def _is_called(intent: AnyIntent, wanted: list[str]) -> bool:
    """Whether its name itself has all that is looked for, and not only the sentence about it."""
    label = _folded(intent.shown_label)
    return all(word in label for word in wanted)


def _folded(text: str) -> str:
    """`text` without capitals and accents."""
    return "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))
