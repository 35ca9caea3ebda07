"""A session is found where one is, else where new sessions go, and the next step can be typed as it is told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from mgtui.cli.entry import main
from mgtui.cli.finding import session_named
from tests.cli.running import new, run


@pytest.fixture
def kept(home: Path) -> Path:
    """A session in the folder for new sessions, which is not the folder one is in."""
    folder = home / "Documents" / "mgtui"
    folder.mkdir(parents=True)
    return new(folder / "scholen.json")


@pytest.mark.parametrize("line", ["show", "balance", "check", "history", "export --to md"])
def test_a_bare_name_is_found_among_ones_sessions(line: str, kept: Path, tmp_path: Path) -> None:
    command, *options = line.split()
    by_name = run(command, kept.name, *options, cwd=tmp_path)
    assert by_name == run(command, kept, *options, cwd=tmp_path)
    assert by_name.code in {0, 1}


def test_what_is_here_goes_first(kept: Path, tmp_path: Path) -> None:
    (tmp_path / kept.name).write_text("no session")
    assert run("show", kept.name, cwd=tmp_path).code == 3


@pytest.mark.parametrize("name", ["./scholen.json", "../scholen.json", "elders/scholen.json", "linde.json", "", "\0"])
def test_what_is_no_bare_name_of_a_session_stays_as_typed(
    name: str, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert session_named(name) == name
    assert session_named(kept.name) == str(kept)


def test_a_new_session_is_made_here_though_one_of_that_name_is_among_ones_sessions(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", kept.name, "--title", "Linde"]) == 0
    assert (tmp_path / kept.name).is_file()


@pytest.mark.parametrize("is_on_path", [False, True])
def test_how_to_open_it_is_told_as_this_shell_can_run_it(is_on_path: bool, tmp_path: Path) -> None:
    program = Path(sys.executable).parent / "mgtui"
    line: list[str | Path] = [program, "new", "two words.json", "--title", "Scholen", "--lang", "en"]
    path = str(program.parent) if is_on_path else "/bin"
    told = subprocess.run(line, cwd=tmp_path, env={"PATH": path}, capture_output=True, text=True, check=True).stderr
    assert told.endswith(f": {'mgtui' if is_on_path else program} open 'two words.json'\n")
