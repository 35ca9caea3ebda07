"""The whole program in a terminal: what is typed is in the file afterwards, and what is worth knowing is on screen."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from mgtui.cli.entry import main
from mgtui.cli.settings import settings_file
from mgtui.store.access import open_session, read_session
from mgtui.store.lock import Holder
from tests.terminal import Terminal


def mgtui(*arguments: str | Path, columns: int = 120, rows: int = 36) -> Terminal:
    return Terminal([sys.executable, "-m", "mgtui", *map(str, arguments)], columns=columns, rows=rows)


def items_in(path: Path) -> list[str]:
    return [item.text for item in read_session(path).session.items.values()]


def test_what_is_typed_is_in_the_file_when_the_program_has_ended(session: Path) -> None:
    with mgtui("open", session, "--as", "Ana") as terminal:
        terminal.wait_for("De Linde")
        terminal.press("n")
        terminal.type("rust in de regio\n")
        terminal.press("escape")
        terminal.wait_for("rust in de regio")
        terminal.press("ctrl+q")
        assert terminal.wait_for_exit() == 0
    assert items_in(session) == ["rust in de regio"]
    assert read_session(session).history[-1].by == "Ana"


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGHUP])
def test_what_is_being_typed_is_kept_when_the_program_is_told_to_end(session: Path, ending: signal.Signals) -> None:
    with mgtui("open", session) as terminal:
        terminal.wait_for("De Linde")
        terminal.press("n")
        terminal.type("nog niet af")
        terminal.wait_for("nog niet af")
        terminal.signal(ending)
        terminal.wait_for_exit()
    assert items_in(session) == ["nog niet af"]


def test_what_is_wrong_with_the_settings_is_told_on_the_first_screen(session: Path) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text("theme = 3\nbell = 1\n")
    ways: tuple[tuple[str | Path, ...], ...] = (("open", session), ())
    for arguments in ways:
        with mgtui(*arguments, columns=200) as terminal:
            terminal.wait_for("theme = 3 is passed over")
            terminal.wait_for("And 1 more: see “mgtui info”.")
            terminal.press("ctrl+q")
            assert terminal.wait_for_exit() == 0


def test_who_only_looks_changes_nothing_and_leaves_no_trace(session: Path) -> None:
    (session.parent / ".scholen.json.lock").unlink()
    before = {path: path.read_bytes() for path in session.parent.iterdir()}
    with mgtui("open", session, "--read-only") as terminal:
        terminal.wait_for("De Linde")
        terminal.press("n")
        terminal.type("rust\n")
        terminal.press("escape", "ctrl+q")
        assert terminal.wait_for_exit() == 0
    assert {path: path.read_bytes() for path in session.parent.iterdir()} == before


def test_a_broken_file_opens_as_its_newest_version_and_says_so(session: Path, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("partner,direction,text\nDe Linde,halen,rust in de regio\n")
    main(["import", str(session), "--from", str(tmp_path / "list.csv")])
    main(["import", str(session), "--from", str(tmp_path / "list.csv")])
    session.write_text("<<<<<<< HEAD")
    with mgtui("open", session) as terminal:
        terminal.wait_for("The file is broken")
        terminal.wait_for("De Linde")
        terminal.press("ctrl+q")
        assert terminal.wait_for_exit() == 0
    assert session.read_text() == "<<<<<<< HEAD"


@pytest.mark.parametrize("content", ["", "<<<<<<< HEAD", '{"name": "left-pad"}'])
def test_a_file_that_can_not_be_opened_is_told_before_the_screen_changes(content: str, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(content)
    with mgtui("open", path) as terminal:
        terminal.wait_for("is not a sound session")
        assert terminal.wait_for_exit() == 3
        assert b"\x1b[?1049h" not in terminal.output_since(0)
    assert path.read_text() == content


def test_a_sample_opens_as_a_copy_and_its_place_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    with mgtui("demo", "scholen", "--lang", "nl") as terminal:
        terminal.wait_for("De Regenboog")
        terminal.press("ctrl+q")
        assert terminal.wait_for_exit() == 0
        assert "scholen.json" in terminal.text
    [copy] = tmp_path.glob("mgtui-demo-*/scholen.json")
    assert read_session(copy).session.title == "Scholen werven samen"


def test_what_could_not_be_saved_is_kept_elsewhere_and_told(session: Path, home: Path) -> None:
    with mgtui("open", session) as terminal:
        terminal.wait_for("De Linde")
        session.write_text(session.read_text().replace("Scholen", "Van een ander"))
        terminal.press("n")
        terminal.type("rust\n")
        terminal.press("escape")
        terminal.wait_for("NOT SAVED")
        terminal.press("ctrl+q")
        assert terminal.wait_for_exit() == 3
    assert read_session(session).session.title == "Van een ander"
    [rescued] = (home / "state" / "rescued").glob("*.json")
    assert items_in(rescued) == ["rust"]


def test_a_session_that_someone_holds_without_a_room_is_told(session: Path) -> None:
    held = open_session(session, Holder(name="Ana", host="elders", pid=os.getpid()))
    try:
        with mgtui("open", session) as terminal:
            terminal.wait_for("Ana")
            assert terminal.wait_for_exit() == 4
    finally:
        held.close()
