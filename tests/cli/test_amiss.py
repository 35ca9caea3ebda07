"""What in the settings can't be used is told, and what to do about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from mgtui.cli import settings
from mgtui.cli.composition.amiss import amiss
from mgtui.locale import use


@pytest.fixture
def path(home: Path) -> Path:
    """The user's settings file; not there yet, but its folder is."""
    path = settings.settings_file()
    path.parent.mkdir()
    return path


def test_keys_for_what_is_no_action_are_told(path: Path) -> None:
    path.write_text('[keys]\n"item.certainty" = "x"\n"item.fly" = "y"\n"item.swim" = "z"\n')
    assert amiss(settings.read()).startswith(f"{path}: keys.item.fly, keys.item.swim: passed over, for no action")


def test_it_is_told_in_the_language_in_use(path: Path) -> None:
    path.write_text('[keys]\n"item.fly" = "y"\n')
    use("nl")
    assert "keys.item.fly: overgeslagen, want geen actie heet zo." in amiss(settings.read())


def test_of_many_the_first_is_told_and_where_the_others_are(path: Path) -> None:
    path.write_text("bell = 1\nascii = 2\nvim_keys = 3\n")
    reading = settings.read()
    assert amiss(reading) == f"{reading.flaws[0]} And 2 more: see “mgtui info”."


def test_of_settings_that_are_right_nothing_is_told(path: Path) -> None:
    path.write_text('bell = true\n[keys]\n"item.certainty" = "x"\n')
    assert amiss(settings.read()) == ""
