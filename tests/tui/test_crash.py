"""When the program fails, or its terminal goes away, nobody's words are shown or lost."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

from mgtui.tui.crash import EXIT_STATUS, report, sentences
from tests.terminal import Terminal

_PROGRAM = [sys.executable, "-m", "tests.tui.failing"]
_ROOT = Path(__file__).parent.parent.parent


def _terminal(outcome: Path) -> Terminal:
    return Terminal([*_PROGRAM, str(outcome)], cwd=_ROOT, columns=100, rows=30)


def test_a_report_holds_places_in_the_code_and_no_value() -> None:
    secret = "De Linde stopt ermee"
    try:
        try:
            dict[str, int]()[secret]
        except KeyError as missing:
            raise ValueError(secret) from missing
    except ValueError as error:
        text = report(error)
    assert "De Linde" not in text
    assert "builtins.ValueError" in text
    assert "builtins.KeyError" in text
    assert "test_crash.py:" in text
    assert str(_ROOT) not in text


def test_who_reads_it_learns_where_the_work_and_the_report_are() -> None:
    said = sentences("/home/ana/scholen.json", "/home/ana/crash.txt")
    assert len(said) == 3
    assert "mgtui open /home/ana/scholen.json" in said[1]
    assert "/home/ana/crash.txt" in said[2]


def test_work_that_is_not_safe_is_not_called_safe() -> None:
    said = sentences("/home/ana/scholen.json", "", "The disk is full.")
    assert "safe" not in " ".join(said)
    assert "The disk is full." in said[1]


@pytest.mark.parametrize("key", ["F6", "F7"])
def test_a_fault_keeps_what_was_typed_and_shows_three_calm_lines(tmp_path: Path, key: str) -> None:
    outcome = tmp_path / "outcome.txt"
    with _terminal(outcome) as at:
        at.wait_for("Ouders")
        at.type("nGemeente")
        at.wait_for("Gemeente")
        at.press(key)
        assert at.wait_for_exit() == EXIT_STATUS
        text = at.text
    assert "mgtui had to stop" in text
    assert "Your work is safe" in text
    assert "Traceback" not in text
    assert "Scholen werven" not in text
    assert "Gemeente" in outcome.read_text(encoding="utf-8")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_whoever_asks_it_to_stop_gets_a_clean_end_with_all_that_was_typed(
    tmp_path: Path, number: signal.Signals
) -> None:
    outcome = tmp_path / "outcome.txt"
    with _terminal(outcome) as at:
        at.wait_for("Ouders")
        at.type("nGemeente")
        at.wait_for("Gemeente")
        at.signal(number)
        assert at.wait_for_exit() == 0
        assert "Traceback" not in at.text
    assert "Gemeente" in outcome.read_text(encoding="utf-8")


def test_a_terminal_that_goes_away_loses_nothing_that_was_typed(tmp_path: Path) -> None:
    outcome = tmp_path / "outcome.txt"
    with _terminal(outcome) as at:
        at.wait_for("Ouders")
        at.type("nGemeente")
        at.wait_for("Gemeente")
        at.hang_up()
        assert at.wait_for_exit() == 0
    assert "Gemeente" in outcome.read_text(encoding="utf-8")
