"""What a write promises, seen from outside: whole, private, alike, readable by anyone, and nothing lost."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from tinydb import TinyDB

from mgtui.store.errors import (
    ChangedUnderneath,
    HeldByAnother,
    Missing,
    NotASession,
    OpenedReadOnly,
    SymbolicLink,
    TooLarge,
)
from mgtui.store.layout import row
from mgtui.store.lock import take, this_process
from mgtui.store.storage import SessionStorage
from tests.store.clock import Clock

ONE = {"items": {"1": {"text": "kennis over werving", "weight": "3"}}}
TWO = {"items": {"1": {"text": "kennis over werving", "weight": "4"}}}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "werving.json"


def test_what_is_written_is_read_back_also_by_plain_tinydb(path: Path) -> None:
    SessionStorage(path).write(ONE)
    assert SessionStorage(path).read() == ONE
    with TinyDB(path, access_mode="r") as plain:
        assert plain.table("items").get(doc_id=1) == {"text": "kennis over werving", "weight": "3"}


def test_one_edit_is_one_line_of_difference(path: Path) -> None:
    storage = SessionStorage(path)
    storage.write(ONE)
    before = path.read_text().splitlines()
    storage.write(TWO)
    after = path.read_text().splitlines()
    assert [line for line in after if line not in before] == ['   "weight": "4"']
    assert len(after) == len(before)


def test_text_stays_readable_and_the_file_ends_in_a_newline(path: Path) -> None:
    SessionStorage(path).write({"items": {"1": {"text": "continuïteit ↗ \x1b[31m"}}})
    text = path.read_text(encoding="utf-8")
    assert "continuïteit ↗ \\u001b[31m" in text
    assert text.endswith("}\n")


def test_a_record_encoded_beforehand_stands_in_the_file_as_any_other(path: Path) -> None:
    record = {"text": "rust", "told": {"at": "nu", "list": [1, {}, []]}}
    SessionStorage(path).write({"items": {"1": record}, "links": {}})
    plain = path.read_bytes()
    SessionStorage(path).write({"items": [row(1, record)], "links": []})
    assert path.read_bytes() == plain == json.dumps(json.loads(plain), indent=1).encode() + b"\n"
    assert SessionStorage(path).read() == {"items": {"1": record}, "links": {}}


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), "\ud800", {1, 2}, object()])
def test_what_would_not_come_back_as_it_was_is_refused_before_anything_is_written(path: Path, bad: object) -> None:
    storage = SessionStorage(path)
    storage.write(ONE)
    with pytest.raises((ValueError, TypeError)):
        storage.write({"items": {"1": {"nested": [{"value": bad}]}}})
    assert SessionStorage(path).read() == ONE


def test_a_new_file_is_private_and_a_saved_one_keeps_its_mode(path: Path) -> None:
    storage = SessionStorage(path)
    storage.write(ONE)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.chmod(0o664)
    storage.write(TWO)
    assert stat.S_IMODE(path.stat().st_mode) == 0o664


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can save for another owner")
def test_the_owner_stays_the_owner_when_root_saves(path: Path) -> None:
    storage = SessionStorage(path)
    storage.write(ONE)
    os.chown(path, 12345, 54321)
    storage.write(TWO)
    assert (path.stat().st_uid, path.stat().st_gid) == (12345, 54321)


def test_reading_leaves_no_trace(path: Path) -> None:
    path.write_text('{"items": {}}')
    before = path.stat()
    with TinyDB(path, storage=SessionStorage, access_mode="r") as reader:
        assert reader.table("items").all() == []
    with TinyDB(path, storage=SessionStorage) as reader:
        assert reader.table("items").all() == []
    assert os.listdir(path.parent) == [path.name]
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_a_reader_can_not_write(path: Path) -> None:
    SessionStorage(path).write(ONE)
    with pytest.raises(OpenedReadOnly):
        SessionStorage(path, "r").write(TWO)
    assert SessionStorage(path).read() == ONE


def test_a_write_leaves_the_session_its_lock_and_its_versions_and_nothing_else(path: Path) -> None:
    storage = SessionStorage(path)
    storage.write(ONE)
    storage.write(TWO)
    assert sorted(os.listdir(path.parent)) == [".werving.json.lock", ".werving.json.versions", "werving.json"]


def test_what_another_program_wrote_is_never_overwritten(path: Path) -> None:
    storage = SessionStorage(path)
    storage.write(ONE)
    theirs = path.read_text().replace("kennis", "inzicht")
    path.write_text(theirs)
    for _ in range(2):
        with pytest.raises(ChangedUnderneath):
            storage.write(TWO)
    assert path.read_text() == theirs


def test_an_edit_of_the_same_size_at_the_same_moment_is_seen(path: Path) -> None:
    storage = SessionStorage(path)
    storage.write(ONE)
    status = path.stat()
    with path.open("r+") as file:
        file.write(path.read_text().replace('"3"', '"5"'))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    with pytest.raises(ChangedUnderneath):
        storage.write(TWO)


def test_a_file_that_appeared_or_went_meanwhile_counts_as_changed(path: Path) -> None:
    storage = SessionStorage(path)
    path.write_text("{}")
    with pytest.raises(ChangedUnderneath):
        storage.write(ONE)
    assert path.read_text() == "{}"
    storage.read()
    path.unlink()
    with pytest.raises(ChangedUnderneath):
        storage.write(ONE)
    assert not path.exists()


def test_the_same_bytes_put_back_by_a_sync_service_are_no_change(path: Path) -> None:
    storage = SessionStorage(path)
    storage.write(ONE)
    copy = path.with_name("copy")
    copy.write_bytes(path.read_bytes())
    copy.replace(path)
    storage.write(TWO)
    assert SessionStorage(path).read() == TWO


def test_whoever_holds_the_lock_is_the_only_one_to_write(path: Path) -> None:
    lock = take(path, this_process("Ana"))
    SessionStorage(path, lock=lock).write(ONE)
    other = SessionStorage(path)
    assert other.read() == ONE
    with pytest.raises(HeldByAnother) as refused:
        other.write(TWO)
    assert refused.value.details["name"] == "Ana"
    lock.release()
    other.write(TWO)
    assert SessionStorage(path).read() == TWO


def test_what_could_not_be_opened_again_is_not_written(path: Path) -> None:
    storage = SessionStorage(path)
    storage.write(ONE)
    with pytest.raises(TooLarge):
        storage.write_bytes(b'{"items": {"1": {"note": "' + b"x" * (64 << 20) + b'"}}}')
    assert SessionStorage(path).read() == ONE


def test_what_a_killed_process_left_is_taken_away_by_the_next_save(path: Path) -> None:
    left = path.with_name(".werving.json.tmp")
    left.write_text("half a sess")
    SessionStorage(path).write(ONE)
    assert not left.exists()


def test_a_link_in_its_own_folder_is_followed_and_stays_a_link(path: Path) -> None:
    SessionStorage(path).write(ONE)
    link = path.with_name("vandaag.json")
    link.symlink_to(path.name)
    storage = SessionStorage(link)
    storage.read()
    storage.write(TWO)
    assert link.is_symlink()
    assert SessionStorage(path).read() == TWO


def test_a_link_out_of_its_folder_is_refused_and_its_target_named(path: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "private"
    elsewhere.mkdir()
    (elsewhere / "secret.json").write_text("{}")
    path.symlink_to(elsewhere / "secret.json")
    with pytest.raises(SymbolicLink) as refused:
        SessionStorage(path)
    assert refused.value.details["target"] == str((elsewhere / "secret.json").resolve())


def test_a_folder_that_is_not_there_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(Missing):
        SessionStorage(tmp_path / "no" / "such.json")


def test_an_empty_file_is_a_broken_session_and_no_new_one(path: Path) -> None:
    path.touch()
    with pytest.raises(NotASession) as refused:
        SessionStorage(path).read()
    assert [problem.code for problem in refused.value.problems] == ["empty"]


def test_a_version_that_can_not_be_kept_does_not_stop_a_save_but_is_told(path: Path) -> None:
    clock = Clock()
    storage = SessionStorage(path, clock=clock)
    storage.write(ONE)
    path.with_name(".werving.json.versions").write_text("in the way")
    storage.write(TWO)
    assert SessionStorage(path).read() == TWO
    assert storage.trouble is not None
    path.with_name(".werving.json.versions").unlink()
    storage.write(ONE)
    assert storage.trouble is None
