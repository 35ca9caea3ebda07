"""show, balance, check and info answer on stdout, say the rest on stderr, and leave no trace."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from mgtui.cli.composition import samples
from mgtui.cli.entry import main
from tests.cli.running import run


def sample(name: str) -> Path:
    folder = samples.folder()
    assert folder is not None
    return folder / f"{name}.json"


NAMES = [each.name for each in samples.all_samples()]


@pytest.fixture
def holding(session: Path, tmp_path: Path) -> Path:
    """A session whose deal holds for everyone."""
    rows = [f"{name},{direction},x,{weight}" for name in ("De Linde", "Kompas") for direction, weight in SIDES]
    table = tmp_path / "list.csv"
    table.write_text("\n".join(["partner,direction,text,weight", *rows]))
    assert main(["import", str(session), "--from", str(table)]) == 0
    return session


SIDES = (("take", 4), ("bring", 2))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_sample_is_shown_in_both_languages(name: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(sample(name)), "--lang", language]) == 0
    out, err = capsys.readouterr()
    title = next(each.title for each in samples.all_samples() if each.name == name)
    assert out.splitlines()[0] == title
    assert ("Samen:" if language == "nl" else "Together:") in out
    assert err == ""


def test_the_answer_is_yes_when_the_deal_holds(holding: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["balance", str(holding)]) == 0
    assert capsys.readouterr().out.startswith("Together: ▲ sustainable\n")


def test_the_answer_is_no_when_it_does_not(session: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["balance", str(session)]) == 1
    assert capsys.readouterr().out.startswith("Together: ◆ can't tell yet\n")


@pytest.mark.parametrize("name", NAMES)
def test_the_balance_as_json_has_the_promised_shape(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["balance", str(sample(name)), "--json"])
    data: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert set(data) == {"verdict", "decided_by", "partners", "ambition", "checklist"}
    assert (code == 0) == (data["verdict"] == "sustainable")
    for partner in data["partners"]:
        assert set(partner) == {"name", "take", "bring", "margin", "reserve", "verdict", "reasons"}
        for interval in (partner["take"], partner["bring"], partner["margin"]):
            assert set(interval) == {"low", "high"}
            assert all(bound is None or isinstance(bound, str) for bound in interval.values())
        assert all(reason["code"] for reason in partner["reasons"])
    assert set(data["ambition"]) == {"verdict", "gaps"}
    assert set(data["checklist"]) == {"done", "total", "stale", "objections"}


def test_every_sample_is_sound(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *(str(sample(name)) for name in NAMES)]) == 0
    assert all(line.endswith(": sound") for line in capsys.readouterr().out.splitlines())


def test_checking_lists_every_problem_of_every_file(
    session: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text('{"items": {"1": {"a": NaN, "a": 1}}}')
    assert main(["check", str(session), str(broken)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"{session}: sound"
    assert lines[1] == f"{broken}: 2 problems"
    assert [line.split(": ")[0] for line in lines[2:]] == [
        "  items/1/a line 1, column 23",
        "  items/1/a line 1, column 28",
    ]


def test_checking_tells_programs_the_same(session: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gone = tmp_path / "gone.json"
    assert main(["check", str(session), str(gone), "--json"]) == 3
    data = json.loads(capsys.readouterr().out)
    assert data["sound"] is False
    assert [(each["file"], each["sound"]) for each in data["files"]] == [(str(session), True), (str(gone), False)]


def test_a_conflict_copy_beside_a_file_is_pointed_out(session: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = session.with_name("scholen.sync-conflict-20261123-140211-ABC.json")
    copy.write_bytes(session.read_bytes())
    assert main(["check", str(session)]) == 0
    assert "Syncthing" in capsys.readouterr().out


@pytest.mark.parametrize("command", [["show"], ["balance"], ["balance", "--json"], ["check"], ["check", "--json"]])
def test_an_answer_leaves_no_trace(command: list[str], session: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in session.parent.iterdir()}
    os.chmod(session, 0o400)
    assert run(*command, session).code in (0, 1)
    assert {path: path.stat().st_mtime_ns for path in session.parent.iterdir()} == before


def test_private_words_are_told_only_when_asked_for(session: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = json.loads(session.read_text())
    partner = data["partners"]["1"]["id"]
    secret = {"id": "g", "partner": partner, "direction": "take", "text": "een geheim", "private": True}
    data["items"]["1"] = secret
    session.write_text(json.dumps(data))
    for line in (["show"], ["balance"], ["balance", "--json"]):
        main([*line, str(session)])
        assert "een geheim" not in capsys.readouterr().out
    main(["show", str(session), "--with-private"])
    assert "een geheim" in capsys.readouterr().out


def test_info_says_where_everything_is(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["info"]) == 0
    out = capsys.readouterr().out
    assert str(home / "config") in out
    assert str(home / "state") in out
    assert "textual: " in out
    assert list(home.iterdir()) == []


def test_info_tells_what_is_wrong_with_the_settings(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "config").mkdir()
    (home / "config" / "settings.toml").write_text("bell = 3\n")
    assert main(["info"]) == 0
    assert "bell = 3 is passed over" in capsys.readouterr().out


def test_a_reader_that_goes_away_is_no_error(session: Path) -> None:
    command = f"{sys.executable} -m mgtui show {session} | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no device that is always full here")
def test_output_that_can_not_be_written_is_told(session: Path) -> None:
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "mgtui", "show", str(session)]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False, timeout=60)
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_a_terminal_without_unicode_gets_plain_signs(session: Path, encoding: str) -> None:
    ended = run("balance", session, environ={"PYTHONIOENCODING": encoding})
    assert ended.code == 1
    assert "Traceback" not in ended.err
    assert "Together:" in ended.out


def test_a_file_name_that_is_no_text_is_told_too(tmp_path: Path) -> None:
    odd = os.fsdecode(os.fsencode(tmp_path) + b"/\xff\x1b[2J.json")
    ended = run("check", odd, "--json")
    assert ended.code == 3
    assert "\x1b" not in ended.err
