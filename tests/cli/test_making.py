"""new, import, restore and demo: what they make is sound, what they refuse is told, and nothing is lost."""

from __future__ import annotations

import json
import time
from decimal import Decimal
from pathlib import Path

import pytest

from mgtui.cli.composition import samples
from mgtui.cli.entry import main
from mgtui.domain.history import replay
from mgtui.domain.scale import POINTS, amounts
from mgtui.domain.session import LONGEST_NAME, LONGEST_TEXT, Session
from mgtui.store.access import open_session, read_session, versions_of
from mgtui.store.lock import Holder
from mgtui.store.soundness import check
from tests.cli.running import new, run

CSV = "partner,direction,text,weight\nDe Linde,halen,rust,3\nDe Regenboog,brengen,geld,2\n"
WRONG = "partner,direction,text,weight\nDe Linde,halen,rust,9\nDe Linde,geven,rust,zwaar\n,halen,,\n"


def listed(folder: Path, text: str, name: str = "list.csv") -> Path:
    path = folder / name
    path.write_text(text)
    return path


def test_a_new_session_holds_what_was_asked_for_and_how_it_came(tmp_path: Path) -> None:
    file = read_session(new(tmp_path / "a.json", "--ambition", "open in 2030", "--scale", "euro"))
    session = file.session
    assert (session.title, session.ambition, session.scale) == ("Scholen", "open in 2030", amounts("euro"))
    assert [partner.name for partner in session.partners_in_order] == ["De Linde", "Kompas"]
    assert [meeting.kind for meeting in session.meetings_in_order] == ["first"]
    assert replay(Session(id=session.id), file.history) == session
    assert check(file.path) == []


def test_where_it_is_and_how_to_open_it_is_said_on_stderr(tmp_path: Path) -> None:
    ended = run("new", tmp_path / "a.json", "--title", "Scholen", "--lang", "nl")
    assert (ended.code, ended.out) == (0, "")
    assert f"mgtui open {tmp_path / 'a.json'}" in ended.err


@pytest.mark.parametrize("name", ["points", "Punten", " points "])
def test_points_are_the_scale_unless_a_unit_is_named(name: str, tmp_path: Path) -> None:
    assert read_session(new(tmp_path / "a.json", "--scale", name)).session.scale == POINTS


@pytest.mark.parametrize("unit", ["euro", "€", "fte", "k€ per jaar", "m²"])
def test_any_word_or_sign_of_money_is_a_unit(unit: str, tmp_path: Path) -> None:
    assert read_session(new(tmp_path / "a.json", "--scale", unit)).session.scale == amounts(unit)


@pytest.mark.parametrize(
    "line",
    [
        ["--title", ""],
        ["--title", " \t"],
        ["--title", "x" * (LONGEST_NAME + 1)],
        ["--title", "x", "--ambition", "x" * (LONGEST_TEXT + 1)],
        ["--title", "x", "--partner", " "],
        ["--title", "x", "--partner", "x" * 10_000],
        ["--title", "x", "--partner", "De Linde", "--partner", "de  linde"],
        ["--title", "x", "--scale", ""],
        ["--title", "x", "--scale", "1-5"],
        ["--title", "x", "--scale", "a\x1bb"],
        ["--title", "x", "--scale", "x" * 41],
    ],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_does_not_fit_is_told_and_nothing_is_made(
    line: list[str], language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", str(tmp_path / "a.json"), *line, "--lang", language]) == 2
    err = capsys.readouterr().err
    assert err.startswith("mgtui: ")
    assert "\x1b" not in err
    assert len(err) < 300
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = listed(tmp_path, "kostbaar", "a.json")
    assert main(["new", str(path), "--title", "x"]) == 3
    assert "is there already" in capsys.readouterr().err
    assert path.read_text() == "kostbaar"
    assert main(["new", str(tmp_path / "gone" / "a.json"), "--title", "x"]) == 3
    assert "no such folder" in capsys.readouterr().err
    assert main(["new", "", "--title", "x"]) == 2


def test_text_is_kept_as_typed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.json"
    main(["new", str(path), "--title", "een \x1b[2J \u202e twee"])
    assert read_session(path).session.title == "een \x1b[2J \u202e twee"
    main(["show", str(path)])
    assert capsys.readouterr().out.splitlines()[0] == "een ␛[2J � twee"


def test_a_list_is_taken_over_as_one_change(session: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(session), "--from", str(listed(tmp_path, CSV))]) == 0
    assert capsys.readouterr().err == f"mgtui: {session}: taken over: 1 new partner, 2 new items.\n"
    file = read_session(session)
    assert [(item.text, item.weight) for item in file.session.items.values()] == [
        ("rust", Decimal(3)),
        ("geld", Decimal(2)),
    ]
    assert len(file.history) == 2
    assert replay(Session(id=file.session.id), file.history) == file.session
    assert check(session) == []


def test_an_outline_is_taken_over_too(session: Path, tmp_path: Path) -> None:
    outline = listed(tmp_path, "# De Linde\n## Halen\n- rust (2?, kennis)\n", "list.md")
    assert main(["import", str(session), "--from", str(outline)]) == 0
    [item] = read_session(session).session.items.values()
    assert (item.text, item.weight, item.certainty, item.kind) == ("rust", Decimal(2), "uncertain", "knowledge")


@pytest.mark.parametrize(
    ("language", "head", "lines"),
    [
        (
            "en",
            "nothing is taken over, because of 5 problems:",
            ["  line 2: ", "  line 3: ", "  line 3: "],
        ),
        ("nl", "er is niets overgenomen, vanwege 5 problemen:", ["  regel 2: ", "  regel 3: ", "  regel 3: "]),
    ],
)
def test_a_wrong_list_is_told_row_by_row_and_nothing_is_taken(
    language: str, head: str, lines: list[str], session: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = session.read_bytes()
    source = listed(tmp_path, WRONG)
    assert main(["import", str(session), "--from", str(source), "--lang", language]) == 3
    told = capsys.readouterr().err.splitlines()
    assert told[0] == f"mgtui: {source}: {head}"
    assert [line[: len(start)] for line, start in zip(told[1:], lines, strict=False)] == lines
    assert session.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "language", "reason"),
    [
        ("gone.csv", "en", "is not there. Check the name and the folder."),
        ("gone.csv", "nl", "is er niet. Kijk de naam en de map na."),
        ("folder.csv", "nl", "is een map. Noem een bestand daarin."),
    ],
)
def test_why_a_list_can_not_be_read_is_told_in_the_persons_language(
    name: str, language: str, reason: str, session: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "folder.csv").mkdir()
    assert main(["import", str(session), "--from", str(tmp_path / name), "--lang", language]) == 3
    assert capsys.readouterr().err == f"mgtui: {tmp_path / name}: {reason}\n"


@pytest.mark.parametrize(("name", "code"), [("list.xls", 2), ("list", 2), ("gone.csv", 3), (".", 2), ("folder.csv", 3)])
def test_a_source_that_is_no_list_is_told(
    name: str, code: int, session: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "list.xls").write_bytes(b"\xd0\xcf\x11\xe0")
    (tmp_path / "list").write_text(CSV)
    before = session.read_bytes()
    assert main(["import", str(session), "--from", str(tmp_path / name)]) == code
    err = capsys.readouterr().err
    assert err.startswith("mgtui: ")
    assert err.count("\n") == 1
    assert session.read_bytes() == before


def test_a_session_that_someone_has_open_is_not_changed(
    session: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = session.read_bytes()
    held = open_session(session, Holder(name="Ana", host="tafel", pid=1))
    try:
        for line in (["import", str(session), "--from", str(listed(tmp_path, CSV))], ["restore", str(session), "x"]):
            assert main(line) in (3, 4)
        assert main(["import", str(session), "--from", str(listed(tmp_path, CSV))]) == 4
        assert "Ana" in capsys.readouterr().err
        assert main(["show", str(session)]) == 0
    finally:
        held.close()
    assert session.read_bytes() == before


def test_an_earlier_version_comes_back_and_so_does_what_it_replaced(
    session: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = session.read_bytes()
    main(["import", str(session), "--from", str(listed(tmp_path, CSV))])
    second = session.read_bytes()
    capsys.readouterr()
    assert main(["restore", str(session), "--list"]) == 0
    [line] = listed_versions(capsys)
    assert main(["restore", str(session), line.split()[0]]) == 0
    assert session.read_bytes() == first
    assert main(["restore", str(session), "--list"]) == 0
    assert len(listed_versions(capsys)) == 2
    assert main(["restore", str(session), "before-restore"]) == 0
    assert session.read_bytes() == second


def listed_versions(capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The lines of the list that name a version."""
    return [line for line in capsys.readouterr().out.splitlines() if not line.startswith(" ")]


def test_each_kept_version_says_what_differs(session: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["import", str(session), "--from", str(listed(tmp_path, CSV))])
    capsys.readouterr()
    assert main(["--lang", "en", "restore", str(session), "--list"]) == 0
    version, summary, *rest = capsys.readouterr().out.splitlines()
    assert not version.startswith(" ")
    assert "since then: " in summary
    assert "added" in summary
    assert any(line.startswith("      + ") for line in rest)
    main(["restore", str(session)])
    capsys.readouterr()
    assert main(["--lang", "en", "restore", str(session), "--list"]) == 0
    assert "as it is now" in capsys.readouterr().out


def test_a_broken_version_is_listed_as_such(session: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["import", str(session), "--from", str(listed(tmp_path, CSV))])
    (version,) = versions_of(session)
    version.path.write_text("<<<<<<<")
    capsys.readouterr()
    assert main(["--lang", "en", "restore", str(session), "--list"]) == 0
    assert "(broken)" in capsys.readouterr().out


def test_a_broken_session_comes_back_from_its_newest_version(session: Path, tmp_path: Path) -> None:
    first = session.read_bytes()
    main(["import", str(session), "--from", str(listed(tmp_path, CSV))])
    session.write_text("<<<<<<< HEAD")
    assert main(["restore", str(session)]) == 0
    assert session.read_bytes() == first


def test_what_can_not_be_restored_is_told(session: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["restore", str(session)]) == 3
    assert main(["restore", str(session), "--list"]) == 3
    assert "no earlier versions" in capsys.readouterr().err
    main(["import", str(session), "--from", str(listed(tmp_path, CSV))])
    assert main(["restore", str(session), "1999"]) == 3
    assert "there is no version “1999”" in capsys.readouterr().err


def test_the_samples_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", "--list"]) == 0
    out = capsys.readouterr().out
    assert all(each.name in out and each.title in out for each in samples.all_samples())
    assert len(samples.all_samples()) >= 4


def test_a_sample_that_is_not_there_is_told_with_those_that_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", "niets"]) == 2
    err = capsys.readouterr().err
    assert all(each.name in err for each in samples.all_samples())


def test_a_scratch_copy_is_the_persons_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    copy = samples.scratch_copy(samples.chosen("heat"))
    assert copy.is_relative_to(tmp_path)
    assert copy.stat().st_mode & 0o777 == 0o600
    assert read_session(copy).session.title == samples.chosen("heat").title


def test_two_new_sessions_have_nothing_in_common(tmp_path: Path) -> None:
    one, other = (json.loads(new(tmp_path / f"{name}.json").read_text()) for name in "ab")
    ids = [
        {record["id"] for table in each.values() for record in table.values() if "id" in record}
        for each in (one, other)
    ]
    assert not ids[0] & ids[1]


def test_a_large_list_is_taken_over_while_one_waits(session: Path, tmp_path: Path) -> None:
    rows = [f"De Linde,halen,punt {number},3" for number in range(5000)]
    source = listed(tmp_path, "\n".join(["partner,direction,text,weight", *rows]))
    started = time.monotonic()
    assert main(["import", str(session), "--from", str(source)]) == 0
    assert time.monotonic() - started < 15
    assert len(read_session(session).session.items) == 5000
