"""What in the settings can't be used is told, and what to do about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from mgtui.cli import settings
from mgtui.cli.composition.amiss import amiss, in_short
from mgtui.cli.entry import main
from mgtui.locale import use


@pytest.fixture
def path(home: Path) -> Path:
    """The user's settings file; not there yet, but its folder is."""
    path = settings.settings_file()
    path.parent.mkdir()
    return path


def test_a_key_for_what_is_no_action_is_told(path: Path) -> None:
    path.write_text('[keys]\n"item.certainty" = "x"\n"item.fly" = "y"\n')
    [flaw] = amiss(settings.read())
    assert str(flaw).startswith(f"{path}: keys.item.fly is passed over; no action has that name.")


def test_it_is_told_in_the_language_in_use(path: Path) -> None:
    path.write_text('[keys]\n"item.fly" = "y"\n')
    use("nl")
    [flaw] = amiss(settings.read())
    assert "keys.item.fly is overgeslagen" in str(flaw)


def test_of_many_the_first_is_told_and_where_the_others_are(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path.write_text('bell = 1\nascii = 2\n[keys]\n"item.fly" = "y"\n')
    flaws = amiss(settings.read())
    assert in_short(flaws) == f"{flaws[0]} And 2 more: see “mgtui info”."
    assert main(["info"]) == 0
    told = capsys.readouterr().out
    assert all(str(flaw) in told for flaw in flaws)


def test_of_settings_that_are_right_nothing_is_told(path: Path) -> None:
    path.write_text('bell = true\n[keys]\n"item.certainty" = "x"\n')
    assert in_short(amiss(settings.read())) == ""
