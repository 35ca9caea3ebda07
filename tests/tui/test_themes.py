"""The themes can be read from the back of the room, by every kind of eye."""

from __future__ import annotations

import pytest
from rich.color import Color, ColorSystem
from textual.app import App

from mgtui.tui import themes
from mgtui.tui.themes import Inks
from tests.tui.seeing import EYES, contrast, difference

ENOUGH_CONTRAST = 7.0
CLEARLY_DIFFERENT = 30.0

_THEMES = [pytest.param(inks, id=name) for name, inks in themes.BY_NAME.items()]
_STANDARD = ("#000000", "#000080", "#00ffff", "#ffff00", "#ffffff")
"""Black, blue, and bright cyan, yellow and white: those of the sixteen that the themes use, by the standard."""
SIXTEEN = {
    "VGA": ("#000000", "#0000aa", "#55ffff", "#ffff55", "#ffffff"),
    "xterm": ("#000000", "#0000ee", "#00ffff", "#ffff00", "#ffffff"),
}
"""What the terminals that have no more than sixteen make of them."""
_TELLS_APART = [("take", "bring"), ("gains", "loses"), ("gains", "undecided"), ("loses", "undecided")]


def of_256(colour: str) -> str:
    """What a terminal of 256 colours shows for `colour`."""
    return Color.parse(colour).downgrade(ColorSystem.EIGHT_BIT).get_truecolor().hex


@pytest.mark.parametrize("inks", _THEMES)
def test_every_ink_reads_on_every_ground_at_seven_to_one(inks: Inks) -> None:
    flawed = {
        pair: round(ratio, 2)
        for pair in inks.pairs()
        if (ratio := contrast(getattr(inks, pair[0]), getattr(inks, pair[1]))) < ENOUGH_CONTRAST
    }
    assert not flawed


@pytest.mark.parametrize("inks", _THEMES)
def test_that_holds_with_the_nearest_of_256_colours_too(inks: Inks) -> None:
    flawed = {
        pair: round(ratio, 2)
        for pair in inks.pairs()
        if (ratio := contrast(of_256(getattr(inks, pair[0])), of_256(getattr(inks, pair[1])))) < ENOUGH_CONTRAST
    }
    assert not flawed


@pytest.mark.parametrize("inks", themes.OF_SIXTEEN.values(), ids=themes.OF_SIXTEEN)
@pytest.mark.parametrize("palette", SIXTEEN)
def test_and_with_16_colours_however_a_terminal_has_set_them(inks: Inks, palette: str) -> None:
    colours = dict(zip(_STANDARD, SIXTEEN[palette], strict=True))
    flawed = {
        pair: round(ratio, 2)
        for pair in inks.pairs()
        if (ratio := contrast(colours[getattr(inks, pair[0])], colours[getattr(inks, pair[1])])) < ENOUGH_CONTRAST
    }
    assert not flawed


@pytest.mark.parametrize("inks", themes.OF_SIXTEEN.values(), ids=themes.OF_SIXTEEN)
def test_with_16_colours_the_cursor_and_a_verdict_stand_out(inks: Inks) -> None:
    assert inks.ground_cursor != inks.ground
    assert inks.gains != inks.loses


@pytest.mark.parametrize("inks", _THEMES)
@pytest.mark.parametrize("eyes", EYES)
def test_what_a_colour_tells_apart_every_eye_tells_apart(inks: Inks, eyes: str) -> None:
    seen = {pair: difference(getattr(inks, pair[0]), getattr(inks, pair[1]), EYES[eyes]) for pair in _TELLS_APART}
    assert {pair: value for pair, value in seen.items() if value < CLEARLY_DIFFERENT} == {}


@pytest.mark.parametrize("inks", _THEMES)
@pytest.mark.parametrize("eyes", EYES)
def test_every_eye_sees_where_the_cursor_is(inks: Inks, eyes: str) -> None:
    assert difference(inks.ground, inks.ground_cursor, EYES[eyes]) > 10


@pytest.mark.parametrize("name", themes.NAMES)
async def test_the_variables_of_stylesheets_are_the_colours_of_drawn_lines(name: str) -> None:
    app = App[None]()
    themes.register(app)
    async with app.run_test() as pilot:
        app.theme = name
        await pilot.pause()
        used = {key: value for key, value in app.theme_variables.items() if key in themes.inks_of(app).variables()}
        assert used == themes.BY_NAME[name].variables()


@pytest.mark.parametrize("name", themes.NAMES)
async def test_texts_that_textual_mixes_itself_read_at_seven_to_one_too(name: str) -> None:
    app = App[None]()
    themes.register(app)
    async with app.run_test() as pilot:
        app.theme = name
        await pilot.pause()
        inks = themes.inks_of(app)
        for variable in ("foreground", "foreground-muted", "primary", "secondary", "accent", "border", "scrollbar"):
            assert contrast(app.theme_variables[variable].lower(), inks.ground_raised) >= ENOUGH_CONTRAST, variable
