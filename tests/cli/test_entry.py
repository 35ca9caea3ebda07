"""Starting imports only what is needed, and a mistake of the program itself ends calmly."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from mgtui.cli.commands import show
from mgtui.cli.entry import main

PRINTING = [
    ["--version"],
    ["--help"],
    ["show", "a.json"],
    ["balance", "a.json"],
    ["balance", "a.json", "--json"],
    ["check", "a.json"],
    ["export", "a.json", "--to", "html"],
    ["export", "a.json", "-o", "a.xlsx"],
    ["import", "a.json", "--from", "a.csv"],
    ["new", "b.json", "--title", "x"],
    ["restore", "a.json", "--list"],
    ["demo", "--list"],
    ["info"],
]


@pytest.fixture
def folder(session: Path, tmp_path: Path) -> Path:
    """A folder with a session a.json, that has an earlier version, and a list a.csv."""
    session.rename(tmp_path / "a.json")
    (tmp_path / "a.csv").write_text("partner\nDe Regenboog\n")
    assert main(["import", str(tmp_path / "a.json"), "--from", str(tmp_path / "a.csv")]) == 0
    return tmp_path


def loaded_by(line: Sequence[str], folder: Path) -> set[str]:
    """The top-level modules that a run of `line` imports."""
    code = (
        "import sys\nfrom mgtui.cli.entry import main\n"
        f"code = main({list(line)!r})\n"
        "print(code, *{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=folder, timeout=60
    )
    code_and_modules = done.stderr.splitlines()[-1].split()
    assert code_and_modules[0] in ("0", "1")
    return set(code_and_modules[1:])


@pytest.mark.parametrize("line", PRINTING, ids=" ".join)
def test_a_command_that_prints_never_loads_the_screens(line: list[str], folder: Path) -> None:
    assert not {"textual", "rich", "asyncssh", "pyperclip"} & loaded_by(line, folder)


@pytest.mark.parametrize("line", [["--version"], ["--help"], ["show", "--help"]], ids=" ".join)
def test_help_and_version_load_nothing_but_the_standard_library(line: list[str], folder: Path) -> None:
    assert not {"msgspec", "tinydb", "tomlkit", "platformdirs"} & loaded_by(line, folder)


def test_a_mistake_of_the_program_is_told_in_three_lines_and_kept_in_a_report(
    session: Path, home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_session: object, **_options: object) -> str:
        raise RuntimeError("De Linde brengt een geheim")

    monkeypatch.setattr(show, "board_as_text", stumble)
    assert main(["show", str(session)]) == 70
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 3
    [report] = (home / "state" / "crashes").iterdir()
    assert str(report) in err
    text = report.read_text()
    assert "RuntimeError" in text
    assert "geheim" not in text + err
    assert report.stat().st_mode & 0o777 == 0o600


def hearing_ctrl_c() -> None:
    """Tests that run in a shell's background have it ignored, and whatever they start as well."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_ctrl_c_ends_calmly(folder: Path) -> None:
    os.mkfifo(folder / "waits.csv")
    command = [sys.executable, "-m", "mgtui", "import", "a.json", "--from", "waits.csv"]
    running = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=hearing_ctrl_c
    )
    # Opening our end waits until the program has opened its own, so that it is reading when it hears of it.
    with open(folder / "waits.csv", "wb"):
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=60)
    assert (running.returncode, out, err) == (130, "", "")
