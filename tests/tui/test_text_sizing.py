"""Names and headings at double size where the terminal says that it can write that, and nothing of it elsewhere."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.cli.running import new
from tests.terminal import Terminal

KITTYS = b"\x1b]66;"


@pytest.fixture
def session(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A session of two partners."""
    path = new(tmp_path / "scholen.json", "--ambition", "samen open in 2030")
    capsys.readouterr()
    return path


def presenting(session: Path, *, sizes_text: bool, kind: str = "xterm-256color") -> Terminal:
    return Terminal([sys.executable, "-m", "mgtui", "present", str(session)], sizes_text=sizes_text, env={"TERM": kind})


def test_a_terminal_that_can_writes_names_and_headings_at_double_size(session: Path) -> None:
    with presenting(session, sizes_text=True) as terminal:
        terminal.wait_until(lambda: (2, 1, 2, "Welcome") in terminal.screen.large)
        terminal.press("o")
        terminal.wait_until(lambda: (2, 1, 2, "De Linde") in terminal.screen.large)
        terminal.settle()
        assert "De Linde" not in terminal.text


def test_what_is_double_sized_has_the_cells_that_it_covers_to_itself(session: Path) -> None:
    with presenting(session, sizes_text=True) as terminal:
        terminal.wait_until(lambda: (2, 1, 2, "Welcome") in terminal.screen.large)
        terminal.press("o")
        terminal.wait_until(lambda: (2, 1, 2, "De Linde") in terminal.screen.large)
        terminal.settle()
        for y in (1, 2):
            assert not terminal.screen.line(y)[2 : 2 + 2 * len("De Linde")].strip()


def test_another_terminal_is_written_to_as_ever(session: Path) -> None:
    with presenting(session, sizes_text=False) as terminal:
        terminal.wait_for("Welcome")
        terminal.press("o")
        terminal.wait_for("De Linde")
        terminal.settle()
        assert terminal.output_since(0).count(KITTYS) == 1, "it is asked once, and never written to"


@pytest.mark.parametrize("kind", ["linux", "dumb", "vt100"])
def test_a_terminal_that_might_show_the_question_is_not_asked(session: Path, kind: str) -> None:
    with presenting(session, sizes_text=False, kind=kind) as terminal:
        terminal.wait_for("Welcome")
        terminal.settle()
        assert KITTYS not in terminal.output_since(0)
