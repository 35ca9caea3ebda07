"""`mgtui export` writes to stdout or to a file: whole, never over something by accident, and never half."""

from __future__ import annotations

import json
import os
import resource
import stat
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from mgtui.cli.entry import main
from mgtui.cli.export_arguments import FORMS
from mgtui.documents.exporting import forms
from mgtui.locale import use
from tests.cli.running import run
from tests.terminal import Terminal

SAMPLES = Path(__file__).parent.parent.parent / "sample_sessions"
SCHOOLS = SAMPLES / "scholen.json"


def told(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    """The exit code of `mgtui export`, what it wrote and what it said."""
    code = main(["export", *map(str, arguments)])
    caught = capsys.readouterr()
    return code, caught.out, caught.err


def test_the_forms_are_those_of_the_documents() -> None:
    assert FORMS == forms.FORMS


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("sample", sorted(each.stem for each in SAMPLES.glob("*.json")))
def test_every_sample_goes_out_in_every_form(sample: str, form: str, tmp_path: Path) -> None:
    place = tmp_path / f"uit.{form}"
    assert main(["export", str(SAMPLES / f"{sample}.json"), "--to", form, "-o", str(place)]) == 0
    assert place.stat().st_size > 500
    assert os.listdir(tmp_path) == [place.name]


def test_what_goes_to_stdout_is_what_goes_to_a_file(tmp_path: Path) -> None:
    place = tmp_path / "uit.html"
    assert run("export", SCHOOLS, "-o", place).code == 0
    assert run("export", SCHOOLS, "--to", "html").out == place.read_text(encoding="utf-8")


def test_a_dash_is_stdout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("export", SCHOOLS, "--to", "md", "-o", "-").out == run("export", SCHOOLS, "--to", "md").out
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("form", ["md", "html", "txt"])
def test_a_report_says_in_words_what_the_best_alternative_does_to_the_verdict(form: str) -> None:
    words = " ".join(run("--lang", "en", "export", SCHOOLS, "--to", form).out.split())
    assert "(worth 2, so the margin must be more than that; it is +6: this deal is worth more)" in words
    assert "(worth 0, so any margin above 0 will do)" in words


def test_the_ending_of_the_file_tells_the_form(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, SCHOOLS, "-o", tmp_path / "uit.json")[0] == 0
    assert json.loads((tmp_path / "uit.json").read_text(encoding="utf-8"))["format"] == "mgtui-session"
    code, _out, said = told(capsys, SCHOOLS, "-o", tmp_path / "uit.doc")
    assert (code, "--to md|html" in said) == (2, True)


def test_the_language_is_the_one_that_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert "## Halen en brengen" in told(capsys, SCHOOLS, "--to", "md", "--lang", "nl")[1]
    assert "## Take and bring" in told(capsys, SCHOOLS, "--to", "md", "--lang", "en")[1]


def test_a_partner_is_known_by_a_part_of_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, SCHOOLS, "--to", "md", "--partner", "linde")[1].startswith("# De Linde in")
    code, _out, said = told(capsys, SCHOOLS, "--to", "md", "--partner", "de ")
    assert (code, "De Regenboog, De Linde" in said) == (2, True)
    code, _out, said = told(capsys, SCHOOLS, "--to", "md", "--partner", "Nemo")
    assert (code, "There is no partner “Nemo”" in said) == (2, True)
    assert told(capsys, SCHOOLS, "--to", "svg", "--partner", "linde")[0] == 2


def test_a_partners_rows_are_the_only_ones_in_its_list(capsys: pytest.CaptureFixture[str]) -> None:
    rows = told(capsys, SCHOOLS, "--to", "csv", "--partner", "linde")[1].splitlines()[1:]
    assert {row.split(",")[0] for row in rows} == {"De Linde"}


@pytest.mark.parametrize("meeting", ["1", "startbijeenkomst", "2025-11-13"])
def test_a_meeting_is_known_by_number_name_or_day(meeting: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _said = told(capsys, SCHOOLS, "--to", "md", "--since", meeting)
    assert code == 0
    assert "## Since Startbijeenkomst, 13 Nov 2025" in out


def test_a_meeting_that_never_was_is_told_with_those_that_were(capsys: pytest.CaptureFixture[str]) -> None:
    code, _out, said = told(capsys, SCHOOLS, "--to", "md", "--since", "kerst")
    assert code == 2
    assert "2025-11-13  Startbijeenkomst" in said


def test_a_follow_up_tells_what_changed_since_the_last_time(capsys: pytest.CaptureFixture[str]) -> None:
    assert "## Since Tussenstand" in told(capsys, SCHOOLS, "--to", "md")[1]


def test_a_file_that_is_there_stays_unless_forced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "uit.md"
    place.write_text("van iemand anders", encoding="utf-8")
    place.chmod(0o640)
    code, _out, said = told(capsys, SCHOOLS, "-o", place)
    assert (code, "--force" in said) == (3, True)
    assert place.read_text(encoding="utf-8") == "van iemand anders"
    assert told(capsys, SCHOOLS, "-o", place, "--force")[0] == 0
    assert place.read_text(encoding="utf-8").startswith("# Scholen")
    assert stat.S_IMODE(place.stat().st_mode) == 0o640
    assert os.listdir(tmp_path) == ["uit.md"]


def test_a_new_file_is_as_open_as_the_person_has_it(tmp_path: Path) -> None:
    place = tmp_path / "uit.md"
    assert run("export", SCHOOLS, "-o", place, before=lambda: (os.umask(0o027), None)[1]).code == 0
    assert stat.S_IMODE(place.stat().st_mode) == 0o640


def test_the_session_itself_is_never_replaced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    session, alias = tmp_path / "s.json", tmp_path / "alias.json"
    session.write_bytes(SCHOOLS.read_bytes())
    alias.symlink_to(session)
    for place in (session, alias):
        code, _out, said = told(capsys, session, "--to", "json", "-o", place, "--force")
        assert (code, "the session itself" in said) == (2, True)
    assert session.read_bytes() == SCHOOLS.read_bytes()


def test_a_place_that_is_none_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for place in (tmp_path, tmp_path / "weg" / "uit.md", "/dev/null"):
        code, out, said = told(capsys, SCHOOLS, "--to", "md", "--force", "-o", place)
        assert (code, out) == (3, "")
        assert said.startswith("mgtui: ")


def _no_room() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (512, 512))


def test_an_export_that_fails_halfway_leaves_nothing(tmp_path: Path) -> None:
    ended = run("export", SCHOOLS, "-o", tmp_path / "uit.html", before=_no_room)
    assert ended.code == 3
    assert "Traceback" not in ended.err
    assert os.listdir(tmp_path) == []


def test_an_export_that_fails_halfway_leaves_the_old_one(tmp_path: Path) -> None:
    place = tmp_path / "uit.html"
    place.write_text("oud", encoding="utf-8")
    assert run("export", SCHOOLS, "-o", place, "--force", before=_no_room).code == 3
    assert place.read_text(encoding="utf-8") == "oud"
    assert os.listdir(tmp_path) == ["uit.html"]


def test_a_workbook_is_not_written_to_a_terminal() -> None:
    with Terminal([sys.executable, "-m", "mgtui", "export", str(SCHOOLS), "--to", "xlsx"]) as terminal:
        terminal.wait_for("A workbook is no text for a terminal")
        assert terminal.wait_for_exit() == 2


def test_a_workbook_goes_through_a_pipe() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mgtui", "export", str(SCHOOLS), "--to", "xlsx"], capture_output=True, check=True
    )
    assert done.stdout.startswith(b"PK")


def test_a_missing_extra_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    code, _out, said = told(capsys, SCHOOLS, "-o", tmp_path / "uit.xlsx")
    assert (code, "mgtui[office]" in said) == (2, True)
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("form", ["csv", "md", "json"])
@pytest.mark.parametrize(("sample", "scale"), [("scholen", "points"), ("heat", "thousand euro")])
def test_what_was_exported_is_imported(
    sample: str, scale: str, form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, copy, again = SAMPLES / f"{sample}.json", tmp_path / f"lijst.{form}", tmp_path / f"nogmaals.{form}"
    session = tmp_path / "nieuw.json"
    assert main(["new", str(session), "--title", "Nieuw", "--scale", scale]) == 0
    assert told(capsys, source, "-o", copy)[0] == 0
    assert main(["import", str(session), "--from", str(copy)]) == 0
    assert told(capsys, session, "-o", again)[0] == 0
    assert _board(again) == _board(copy)


def _board(path: Path) -> Sequence[object]:
    """What of an export is about what people take and bring."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".json":
        items = json.loads(text)["items"]
        return [(item["text"], item["weight"], item["status"]) for item in items]
    if path.suffix == ".md":
        return text.split("<!-- mgtui: board -->")[1].split("<!-- mgtui: end of board -->")[0].splitlines()
    return text.splitlines()


def test_it_speaks_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    code, _out, said = told(capsys, SCHOOLS, "--to", "md", "--partner", "Nemo", "--lang", "nl")
    use("en")
    assert (code, "Er is geen partner" in said) == (2, True)
