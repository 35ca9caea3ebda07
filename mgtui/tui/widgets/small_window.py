"""What covers a screen whose window is too small to show it: a card that says so, and how large it must be."""

from __future__ import annotations

from rich.text import Text
from textual.widget import Widget

from mgtui.locale import _
from mgtui.tui import themes

COLUMNS, ROWS = 80, 24
"""The smallest window that everything fits in."""


class SmallWindowCard(Widget):
    """Asks for a larger window; shown by a screen with the class -narrow or -low."""

    DEFAULT_CSS = """
    SmallWindowCard {
        layer: card; display: none; width: 100%; height: 100%;
        background: $ground; color: $ink; content-align: center middle; text-align: center;
    }
    """

    def render(self) -> Text:
        """The card's words; the size is that of the window."""
        size = self.app.size
        needed = _("{columns} × {rows} is needed; this is {now_columns} × {now_rows}.")
        return Text.assemble(
            (_("Make the window larger"), themes.inks_of(self.app).pen("heading", bold=True)),
            "\n\n",
            needed.format(columns=COLUMNS, rows=ROWS, now_columns=size.width, now_rows=size.height),
            "\n",
            _("Or make the letters smaller: ctrl and −."),
            justify="center",
        )
