"""`mgtui compare` and `mgtui merge`: two files that went apart, beside each other and joined."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path

import pytest

from mgtui.cli.entry import main
from mgtui.domain.session import Willing
from mgtui.store.access import create_session
from sample_sessions.making.__main__ import play
from sample_sessions.making.hand import Hand
from tests.cli.running import new

WILLING: tuple[Willing, Willing] = ("yes", "doubt")


@pytest.fixture
def apart(session: Path, tmp_path: Path) -> tuple[Path, Path]:
    """Two copies of one session, each with a list of its own taken in."""
    other = tmp_path / "thuis.json"
    shutil.copy(session, other)
    for path, row in ((session, "De Linde,take,rust"), (other, "Kompas,bring,geld")):
        table = tmp_path / f"{path.stem}.csv"
        table.write_text(f"partner,direction,text\n{row}\n")
        assert main(["import", str(path), "--from", str(table)]) == 0
    return session, other


@pytest.fixture
def colliding(apart: tuple[Path, Path], tmp_path: Path) -> tuple[Path, Path]:
    """The same two, which both set what De Linde could do without the deal."""
    for path, amount in zip(apart, ("1", "2"), strict=True):
        table = tmp_path / "reserve.csv"
        table.write_text(f"partner,reserve\nDe Linde,{amount}\n")
        assert main(["import", str(path), "--from", str(table)]) == 0
    return apart


def reserve(path: Path) -> str:
    tables = json.loads(path.read_text("utf-8"))["partners"].values()
    return str(next(each["reserve"] for each in tables if each["name"] == "De Linde"))


def test_what_either_did_is_told(apart: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["compare", *map(str, apart), "--lang", "en"]) == 0
    a, b = capsys.readouterr().out.split("thuis.json")
    assert "+ De Linde: rust" in a
    assert "+ Kompas: geld" in b


def test_the_comparison_is_data_too(colliding: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["compare", *map(str, colliding), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["common"] == 1
    assert [each["field"] for each in found["conflicts"]] == ["reserve"]


def test_both_are_joined_in_a_sound_new_file(
    apart: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = [each.read_bytes() for each in apart]
    out = tmp_path / "samen.json"
    assert main(["merge", *map(str, apart), "-o", str(out)]) == 0
    assert main(["check", str(out)]) == 0
    capsys.readouterr()
    assert main(["show", str(out)]) == 0
    shown = capsys.readouterr().out
    assert "rust" in shown
    assert "geld" in shown
    assert [each.read_bytes() for each in apart] == before


@pytest.mark.parametrize(("prefer", "amount"), [("a", "1"), ("b", "2")])
def test_an_option_says_which_holds(colliding: tuple[Path, Path], tmp_path: Path, prefer: str, amount: str) -> None:
    out = tmp_path / "samen.json"
    assert main(["merge", *map(str, colliding), "-o", str(out), "--prefer", prefer]) == 0
    assert reserve(out) == amount


def test_without_the_option_it_is_asked(
    colliding: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("what?\nb\n"))
    out = tmp_path / "samen.json"
    assert main(["merge", *map(str, colliding), "-o", str(out), "--lang", "en"]) == 0
    assert "best alternative: A 1, B 2 (was 0)" in capsys.readouterr().err
    assert reserve(out) == "2"


def test_without_an_answer_nothing_is_made(
    colliding: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    out = tmp_path / "samen.json"
    assert main(["merge", *map(str, colliding), "-o", str(out)]) == 4
    assert not out.exists()


def test_nothing_that_is_there_is_replaced(apart: tuple[Path, Path]) -> None:
    a, b = apart
    before = a.read_bytes()
    assert main(["merge", str(a), str(b), "-o", str(a)]) == 3
    assert a.read_bytes() == before


def test_two_sessions_are_no_copies(session: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = new(tmp_path / "anders.json")
    capsys.readouterr()
    assert main(["merge", str(session), str(other), "-o", str(tmp_path / "c.json"), "--lang", "en"]) == 3
    assert "no copies of one session" in capsys.readouterr().err
    assert main(["compare", str(session), str(other), "--lang", "en"]) == 0
    assert "no history in common" in capsys.readouterr().out


def test_answers_that_differ_are_asked_with_who_noted_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = tmp_path / "werk.json", tmp_path / "thuis.json"
    for path, name, answer in zip(paths, ("Ana", "Bo"), WILLING, strict=True):
        scribe = play("scholen", "Scholen werven samen")
        Hand(scribe, name).worth(li_plek=answer)
        create_session(path, scribe.room.session, scribe.room.history).close()
    assert main(["compare", *map(str, paths), "--lang", "en"]) == 0
    told = capsys.readouterr().out.splitlines()[-1]
    assert "still worth it?: A yes (Ana, 8 Oct 2026), B doubt (Bo, 8 Oct 2026) (was –)" in told
