"""The two themes for a beamer: every ink reads at 7:1 or more on every ground, and hue alone never carries meaning.

A screen's stylesheet uses the colours by name ("$take"), a widget that draws its own lines takes `inks_of` the app;
both come from the same table. A terminal of 256 colours shows the nearest it has, and 7:1 holds there too; one of 16
has a table of its own. Under NO_COLOR and on 16 colours the signs and fills say what the colours do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import asdict
from rich.style import Style
from textual.app import App
from textual.theme import Theme


class Inks(Struct, frozen=True):
    """The colours of one theme, each as "#rrggbb" and each a stylesheet variable of the same name, with hyphens.

    Attributes:
        ground: behind everything. ground_raised: behind bars, fields and overlays. ground_cursor: behind what is
            under the cursor.
        ink: what people wrote. muted: what explains it. heading: titles. line: borders and rules.
        take, bring: the two columns and the two bars of a meter.
        gains, loses, undecided, empty: the verdicts.
        private: what is for no other eyes. warning: what needs a look. good: what has gone well.
    """

    ground: str
    ground_raised: str
    ground_cursor: str
    ink: str
    muted: str
    heading: str
    line: str
    take: str
    bring: str
    gains: str
    loses: str
    undecided: str
    empty: str
    private: str
    warning: str
    good: str

    def variables(self) -> dict[str, str]:
        """The colours as a theme's variables."""
        return {name.replace("_", "-"): colour for name, colour in asdict(self).items()}

    def pen(self, ink: str = "ink", on: str = "ground", *, bold: bool = False, reverse: bool = False) -> Style:
        """The style that draws in the colour `ink` on the colour `on`, both by their names here."""
        return _pen(getattr(self, ink), getattr(self, on), bold, reverse)

    def role(self, role: str) -> Style:
        """The style of a role: an ink, then perhaps "bold", then perhaps "on" and a ground: "muted bold on ground"."""
        ink, _on, ground = role.partition(" on ")
        name, _space, weight = ink.partition(" ")
        return self.pen(name, ground or "ground", bold=weight == "bold")

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Every (ink, ground) pair that may meet on a screen, by their names."""
        for ink in self.__struct_fields__:
            for ground in GROUNDS:
                if ink not in GROUNDS:
                    yield ink, ground


GROUNDS: Final = ("ground", "ground_raised", "ground_cursor")

DARK: Final = Inks(
    ground="#0f1419",
    ground_raised="#1b232c",
    ground_cursor="#1c2450",
    ink="#f4f4f2",
    muted="#bcc5ce",
    heading="#ffe39a",
    line="#bcc5ce",
    take="#9cc8ff",
    bring="#ffb76a",
    gains="#9cc8ff",
    loses="#ffb76a",
    undecided="#f4f4f2",
    empty="#bcc5ce",
    private="#dccaf6",
    warning="#ffb76a",
    good="#9cc8ff",
)
LIGHT: Final = Inks(
    ground="#fcfcfa",
    ground_raised="#ebece8",
    ground_cursor="#d3e3f8",
    ink="#14161a",
    muted="#39424b",
    heading="#2e2600",
    line="#39424b",
    take="#002fb0",
    bring="#7a2f00",
    gains="#002fb0",
    loses="#7a2f00",
    undecided="#14161a",
    empty="#39424b",
    private="#4b2a7a",
    warning="#7a2f00",
    good="#002fb0",
)

DARK_OF_SIXTEEN: Final = Inks(
    ground="#000000",
    ground_raised="#000000",
    ground_cursor="#000080",
    ink="#ffffff",
    muted="#ffffff",
    heading="#ffffff",
    line="#ffffff",
    take="#00ffff",
    bring="#ffff00",
    gains="#00ffff",
    loses="#ffff00",
    undecided="#ffffff",
    empty="#ffffff",
    private="#ffffff",
    warning="#ffff00",
    good="#00ffff",
)
LIGHT_OF_SIXTEEN: Final = Inks(
    ground="#ffffff",
    ground_raised="#ffffff",
    ground_cursor="#00ffff",
    ink="#000000",
    muted="#000000",
    heading="#000000",
    line="#000000",
    take="#000080",
    bring="#000000",
    gains="#000080",
    loses="#000000",
    undecided="#000000",
    empty="#000000",
    private="#000000",
    warning="#000000",
    good="#000080",
)
"""For terminals of 16 colours, of which only black, blue and the brightest differ enough however they are set."""

BY_NAME: Final = {"mgtui-beamer-dark": DARK, "mgtui-beamer-light": LIGHT}
OF_SIXTEEN: Final = {"mgtui-beamer-dark": DARK_OF_SIXTEEN, "mgtui-beamer-light": LIGHT_OF_SIXTEEN}
NAMES: Final = tuple(BY_NAME)


def inks_of(app: App[Any]) -> Inks:
    """The colours that `app` shows now."""
    by_name = _for_terminal(app)
    return by_name.get(app.theme, by_name[NAMES[0]])


def _for_terminal(app: App[Any]) -> Mapping[str, Inks]:
    return OF_SIXTEEN if app.console.color_system == "standard" and not app.is_headless else BY_NAME


@cache
def _pen(ink: str, ground: str, bold: bool, reverse: bool) -> Style:
    return Style(color=ink, bgcolor=ground, bold=bold, reverse=reverse)


def register(app: App[Any]) -> None:
    """Make both themes known to `app`, and leave Textual's own where they are."""
    for name, inks in _for_terminal(app).items():
        app.register_theme(_theme(name, inks, is_dark=BY_NAME[name] is DARK))


def _theme(name: str, inks: Inks, *, is_dark: bool) -> Theme:
    return Theme(
        name=name,
        primary=inks.take,
        secondary=inks.bring,
        accent=inks.heading,
        foreground=inks.ink,
        background=inks.ground,
        surface=inks.ground,
        panel=inks.ground_raised,
        warning=inks.warning,
        error=inks.warning,
        success=inks.good,
        dark=is_dark,
        variables={**inks.variables(), **_textuals_own(inks)},
    )


def _textuals_own(inks: Inks) -> dict[str, str]:
    """What Textual would mix itself, at too little contrast for a beamer."""
    return {
        "foreground-muted": inks.muted,
        "text-muted": inks.muted,
        "text-disabled": inks.muted,
        "border": inks.line,
        "border-blurred": inks.muted,
        "block-cursor-background": inks.ground_cursor,
        "block-cursor-foreground": inks.ink,
        "screen-selection-background": inks.ground_cursor,
        "scrollbar": inks.muted,
        "scrollbar-hover": inks.ink,
        "scrollbar-active": inks.ink,
        "scrollbar-background": inks.ground_raised,
        "scrollbar-background-hover": inks.ground_raised,
        "scrollbar-background-active": inks.ground_raised,
        "scrollbar-corner-color": inks.ground_raised,
    }
