"""A session file that is broken, foreign, newer, huge or hostile is told calmly, with its exit code, and left alone."""

from __future__ import annotations

import ctypes
import json
import os
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mgtui.cli.entry import main
from tests.cli.running import new, run

Make = Callable[[Path], object]


def written(content: bytes) -> Make:
    return lambda path: path.write_bytes(content)


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(65 * 1024 * 1024)


def altered(alter: Callable[[dict[str, Any]], object]) -> Make:
    """A sound session with something wrong in it."""

    def make(path: Path) -> None:
        data = json.loads(new(path).read_text())
        alter(data)
        path.write_text(json.dumps(data))

    return make


def elsewhere(path: Path) -> None:
    target = path.parent / "elsewhere" / "geheim.json"
    target.parent.mkdir()
    target.write_text("{}")
    path.symlink_to(target)


UNUSABLE: dict[str, Make] = {
    "missing": lambda path: None,
    "folder": lambda path: path.mkdir(),
    "pipe": lambda path: os.mkfifo(path),
    "huge": sparse,
    "link out of its folder": elsewhere,
    "link to nowhere": lambda path: path.symlink_to("gone.json"),
    "loop": lambda path: path.symlink_to(path.name),
}
BROKEN: dict[str, Make] = {
    "empty": written(b""),
    "nulls": written(b"\0" * 4096),
    "half": written(b'{"session": {"1": {"id": '),
    "merge conflict": written(b"<<<<<<< HEAD\n{}\n=======\n"),
    "a list": written(b"[]"),
    "foreign": written(b'{"name": "left-pad", "version": "1.0.0"}'),
    "plain TinyDB": written(b'{"_default": {"1": {"a": 1}}}'),
    "UTF-16": written('{"session": {}}'.encode("utf-16")),
    "deep": written(b'{"a":' * 500_000),
    "NaN": written(b'{"session": {"1": {"id": "s", "schema": {"major": 1, "minor": 0}, "x": NaN}}}'),
    "half a character": written(b'{"session": {"1": {"id": "s", "title": "\\ud800"}}}'),
    "twice the same key": written(b'{"session": {}, "session": {}}'),
    "no schema": altered(lambda data: data["session"]["1"].pop("schema")),
    "hostile id": altered(lambda data: data["session"]["1"].update(id="../../etc/passwd")),
}


def told(line: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    capsys.readouterr()
    code = main(line)
    out, err = capsys.readouterr()
    assert "Traceback" not in err
    assert "\x1b" not in out + err
    return code, out + err


@pytest.mark.parametrize("make", UNUSABLE.values(), ids=UNUSABLE)
@pytest.mark.parametrize("command", [["show"], ["balance"], ["balance", "--json"], ["check"], ["check", "--json"]])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_file_that_can_not_be_used_ends_with_3(
    make: Make, command: list[str], language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.json"
    make(path)
    code, text = told([*command, str(path), "--lang", language], capsys)
    assert code == 3
    assert str(tmp_path) in text


@pytest.mark.parametrize("make", BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("command", ["show", "balance", "import"])
def test_a_broken_file_ends_with_3_and_is_left_alone(
    make: Make, command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.json"
    make(path)
    before = path.read_bytes()
    source = tmp_path / "list.csv"
    source.write_text("partner\nDe Linde\n")
    code, text = told([command, str(path), *(["--from", str(source)] if command == "import" else [])], capsys)
    assert code == 3
    assert "mgtui check" in text
    assert path.read_bytes() == before


@pytest.mark.parametrize("make", BROKEN.values(), ids=BROKEN)
def test_checking_a_broken_file_ends_with_1_and_lists_what_is_wrong(
    make: Make, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.json"
    make(path)
    code, text = told(["check", str(path)], capsys)
    assert code == 1
    assert len(text.splitlines()) >= 2
    code, text = told(["check", str(path), "--json"], capsys)
    assert code == 1
    assert json.loads(text)["files"][0]["problems"]


def test_a_reference_to_nowhere_is_mended_in_memory_and_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.json"
    lost = {"id": "i", "partner": "gone", "direction": "take", "text": "rust"}
    altered(lambda data: data["items"].update({"1": lost}))(path)
    code, text = told(["show", str(path)], capsys)
    assert code == 0
    assert f"mgtui: {path}: 1 thing in the file could not be used" in text
    code, text = told(["check", str(path)], capsys)
    assert code == 1
    assert "items/1/partner line" in text


@pytest.mark.parametrize("line", ["show {0}", "balance {0}", "export {0} --to md", "history {0}", "compare {0} {0}"])
def test_an_answer_says_that_it_leaves_something_out(
    line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.json"
    lost = {"id": "l", "bring": "gone", "take": "gone too"}
    altered(lambda data: data["links"].update({"1": lost}))(path)
    main([part.format(path) for part in line.split()])
    assert f"mgtui: {path}: 1 thing in the file could not be used" in capsys.readouterr().err


def test_a_newer_file_is_read_but_not_changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.json"
    altered(lambda data: data["session"]["1"].update(schema={"major": 99, "minor": 0}))(path)
    before = path.read_bytes()
    source = tmp_path / "list.csv"
    source.write_text("partner\nDe Regenboog\n")
    assert told(["show", str(path)], capsys)[0] == 0
    assert told(["balance", str(path)], capsys)[0] == 1
    code, text = told(["import", str(path), "--from", str(source)], capsys)
    assert code == 3
    assert "newer mgtui" in text
    assert path.read_bytes() == before


@pytest.mark.parametrize("weight", ["zwaar", "NaN", "1e400", True, [], "9" * 5000])
def test_a_weight_that_is_none_is_unknown_and_listed(
    weight: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.json"

    def weigh(data: dict[str, Any]) -> None:
        partner = data["partners"]["1"]["id"]
        data["items"]["1"] = {"id": "i", "partner": partner, "direction": "take", "text": "rust", "weight": weight}

    altered(weigh)(path)
    code, text = told(["show", str(path)], capsys)
    assert code == 0
    assert "rust: no weight yet" in text
    assert told(["check", str(path)], capsys)[0] == 1


def test_a_full_disk_is_told_and_the_file_is_as_it_was(tmp_path: Path) -> None:
    path = new(tmp_path / "a.json")
    before = path.read_bytes()
    source = tmp_path / "list.csv"
    source.write_text("partner,direction,text\n" + "De Linde,halen,rust\n" * 100)

    def leave_no_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (2048, 2048))

    ended = run("import", path, "--from", source, "--lang", "nl", before=leave_no_room)
    assert ended.code == 3
    assert "de schijf is vol" in ended.err
    assert ended.err.count("\n") == 1
    assert path.read_bytes() == before
    assert run("check", path).code == 0


CAPABILITIES_OVER_MODES = (1, 2)
"""CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH of linux/capability.h."""

PR_CAPBSET_DROP = 24


def heed_modes() -> None:
    """From the next program on, root may do no more than the modes of files say."""
    if os.getuid() == 0:
        for capability in CAPABILITIES_OVER_MODES:
            if ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, capability, 0, 0, 0):
                raise OSError("root can't be held to the modes of files here")


linux_only = pytest.mark.skipif(sys.platform != "linux", reason="only Linux can hold root to the modes of files")


@linux_only
def test_in_a_read_only_folder_one_reads_and_is_told_that_nothing_can_be_written(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    path = new(folder / "a.json")
    (folder / ".a.json.lock").unlink()
    source = tmp_path / "list.csv"
    source.write_text("partner\nDe Regenboog\n")
    folder.chmod(0o555)
    before = {each: each.read_bytes() for each in folder.iterdir()}
    assert run("show", path, before=heed_modes).code == 0
    for ended in (
        run("new", folder / "b.json", "--title", "x", before=heed_modes),
        run("import", path, "--from", source, before=heed_modes),
    ):
        assert ended.code == 3
        assert "read-only" in ended.err
        assert ended.err.count("\n") == 1
    assert {each: each.read_bytes() for each in folder.iterdir()} == before


@linux_only
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    path = new(tmp_path / "a.json")
    path.chmod(0o000)
    ended = run("show", path, before=heed_modes)
    assert ended.code == 3
    assert "may not be read by you" in ended.err
