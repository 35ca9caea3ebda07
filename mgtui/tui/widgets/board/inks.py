"""The role of a run as a style: the theme's colours by name, and what is under the cursor on a ground of its own."""

from __future__ import annotations

from rich.style import Style

from mgtui.tui.themes import Inks


class Palette(dict[str, Style]):
    """The style of every role; "role+cursor" is that role under the cursor, made when it is first asked for.

    Args:
        inks: the colours of the theme.
    """

    def __init__(self, inks: Inks) -> None:
        self.inks = inks
        ground, raised = inks.ground, inks.ground_raised
        super().__init__(
            {
                "text": _ink(inks.ink, ground),
                "muted": _ink(inks.muted, ground),
                "heading": _ink(inks.heading, ground, bold=True),
                "title": _ink(inks.ink, ground, bold=True),
                "title-current": _ink(inks.heading, ground, bold=True),
                "border": _ink(inks.line, ground),
                "take": _ink(inks.take, ground),
                "bring": _ink(inks.bring, ground),
                "unweighed": _ink(inks.muted, ground),
                "uncertain": _ink(inks.warning, ground, bold=True),
                "status": _ink(inks.good, ground, bold=True),
                "private": Style(color=inks.private, bgcolor=ground, italic=True),
                "dropped": Style(color=inks.muted, bgcolor=ground, strike=True),
                "gains": _ink(inks.gains, ground, bold=True),
                "loses": _ink(inks.loses, ground, bold=True),
                "undecided": _ink(inks.undecided, ground, bold=True),
                "good": _ink(inks.good, ground, bold=True),
                "warning": _ink(inks.warning, ground, bold=True),
                "alarm": _ink(ground, inks.warning, bold=True),
                "edit": _ink(inks.ink, raised),
                "edit-mark": _ink(inks.heading, raised, bold=True),
                "edit-cursor": _ink(ground, inks.ink),
                "edit-selected": _ink(ground, inks.take),
                "edit-placeholder": _ink(inks.muted, raised),
            }
        )

    def __missing__(self, role: str) -> Style:
        base, _plus, _overlay = role.partition("+")
        style = self[base] + Style(bgcolor=self.inks.ground_cursor, bold=True)
        self[role] = style
        return style


def _ink(colour: str, ground: str, bold: bool = False) -> Style:
    return Style(color=colour, bgcolor=ground, bold=bold or None)
