"""The themes can be read from the back of the room, by every kind of eye."""

from __future__ import annotations

import pytest
from textual.app import App

from mgtui.tui import themes
from mgtui.tui.themes import Inks
from tests.tui.seeing import EYES, contrast, difference

ENOUGH_CONTRAST = 7.0
CLEARLY_DIFFERENT = 30.0

_THEMES = [pytest.param(inks, id=name) for name, inks in themes.BY_NAME.items()]
_TELLS_APART = [("take", "bring"), ("gains", "loses"), ("gains", "undecided"), ("loses", "undecided")]


@pytest.mark.parametrize("inks", _THEMES)
def test_every_ink_reads_on_every_ground_at_seven_to_one(inks: Inks) -> None:
    flawed = {
        pair: round(ratio, 2)
        for pair in inks.pairs()
        if (ratio := contrast(getattr(inks, pair[0]), getattr(inks, pair[1]))) < ENOUGH_CONTRAST
    }
    assert not flawed


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
