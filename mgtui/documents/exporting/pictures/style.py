"""The colours of pictures and pages, light and dark: each ink reads at 7:1 or more on its ground, blue beside brown.

Take is blue and bring is brown, and each is told by a word too; what is not sure is hatched, never only paler.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

LIGHT: Final = {
    "ground": "#ffffff",
    "raised": "#f1f2ee",
    "ink": "#14161a",
    "muted": "#3d464f",
    "line": "#a9b0b7",
    "take": "#003f8c",
    "bring": "#7a2f00",
}
DARK: Final = {
    "ground": "#0f1419",
    "raised": "#1b232c",
    "ink": "#f4f4f2",
    "muted": "#bcc5ce",
    "line": "#66727e",
    "take": "#9cc8ff",
    "bring": "#ffb76a",
}

FONT: Final = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'DejaVu Sans', Arial, sans-serif"


def variables(colours: dict[str, str]) -> str:
    """The colours as CSS variables."""
    return " ".join(f"--mg-{name}: {colour};" for name, colour in colours.items())


def marks(colours: Mapping[str, str]) -> str:
    """The rules of a picture's marks; one class a rule, which every program that shows SVG understands."""
    return f"""
.mg-word {{ font-family: {FONT}; fill: {colours["ink"]}; }}
.mg-muted {{ fill: {colours["muted"]}; }}
.mg-ground {{ fill: {colours["ground"]}; }}
.mg-take {{ fill: {colours["take"]}; }}
.mg-bring {{ fill: {colours["bring"]}; }}
.mg-take-line {{ fill: none; stroke: {colours["take"]}; }}
.mg-bring-line {{ fill: none; stroke: {colours["bring"]}; }}
.mg-box {{ fill: {colours["raised"]}; stroke: {colours["line"]}; }}
.mg-from {{ stop-color: {colours["bring"]}; }}
.mg-to {{ stop-color: {colours["take"]}; }}
.mg-flow {{ fill: none; stroke: url(#mg-flow); stroke-opacity: 0.7; }}
"""


BY_VARIABLE: Final = {name: f"var(--mg-{name})" for name in LIGHT}

ALONE: Final = f"{marks(LIGHT)}@media (prefers-color-scheme: dark) {{{marks(DARK)}}}\n"
"""For a picture that stands by itself, with colours that programs without CSS variables see too."""
