"""The two themes for a beamer, with at least 7:1 contrast for texts and verdicts; hue alone never carries meaning."""

from __future__ import annotations

from textual.app import App
from textual.theme import Theme

NAMES = ("mgtui-beamer-dark", "mgtui-beamer-light")

_DARK = Theme(
    name="mgtui-beamer-dark",
    primary="#8ab4ff",
    secondary="#f0b070",
    accent="#ffd866",
    foreground="#f2f2f2",
    background="#101418",
    surface="#101418",
    panel="#202830",
    warning="#ffb454",
    error="#ffb454",
    success="#8ab4ff",
    dark=True,
)
_LIGHT = Theme(
    name="mgtui-beamer-light",
    primary="#0b4f9e",
    secondary="#7a4300",
    accent="#5b3a00",
    foreground="#101010",
    background="#fbfbf8",
    surface="#fbfbf8",
    panel="#e8e8e2",
    warning="#7a4300",
    error="#7a4300",
    success="#0b4f9e",
    dark=False,
)


def register(app: App[int]) -> None:
    """Make both themes known to `app`."""
    for theme in (_DARK, _LIGHT):
        app.register_theme(theme)
