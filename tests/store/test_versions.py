"""Earlier versions stay at hand: five that rotate, one for each meeting, and those made before something drastic."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from mgtui.store.errors import Missing
from mgtui.store.storage import SessionStorage
from tests.store.clock import Clock


def tables(number: int) -> dict[str, dict[str, dict[str, int]]]:
    return {"items": {"1": {"number": number}}}


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def storage(tmp_path: Path, clock: Clock) -> SessionStorage:
    storage = SessionStorage(tmp_path / "werving.json", clock=clock)
    storage.write(tables(0))
    return storage


def numbers(storage: SessionStorage, label: str = "") -> list[int]:
    kept = [version for version in storage.versions.all() if version.label == label]
    return [SessionStorage(version.path, "r").read()["items"]["1"]["number"] for version in kept]  # type: ignore[index]


def test_the_first_save_keeps_what_was_there(storage: SessionStorage) -> None:
    storage.write(tables(1))
    assert numbers(storage) == [0]


def test_versions_are_at_least_a_minute_apart(storage: SessionStorage, clock: Clock) -> None:
    for number in range(1, 10):
        storage.write(tables(number))
        clock.pass_by(seconds=20)
    assert numbers(storage) == [6, 3, 0]
    kept = [version.kept for version in storage.versions.all()]
    assert all(late - early >= timedelta(minutes=1) for late, early in pairwise(kept))


def test_five_rotate(storage: SessionStorage, clock: Clock) -> None:
    for number in range(1, 10):
        clock.pass_by(minutes=1)
        storage.write(tables(number))
    assert numbers(storage) == [8, 7, 6, 5, 4]


def test_a_clock_put_back_does_not_stop_versions_from_being_kept(storage: SessionStorage, clock: Clock) -> None:
    storage.write(tables(1))
    clock.pass_by(days=-400)
    storage.write(tables(2))
    assert sorted(numbers(storage)) == [0, 1]


def test_a_version_is_what_was_saved_and_stays_so_when_the_file_is_written_in_place(storage: SessionStorage) -> None:
    kept = storage.versions.keep_present("meeting-m1")
    saved = storage.path.read_bytes()
    storage.path.write_text("{}")
    assert storage.versions.read(kept) == saved


def test_a_meeting_has_one_version_the_latest(storage: SessionStorage, clock: Clock) -> None:
    storage.versions.keep_present("meeting-m1")
    storage.write(tables(1))
    clock.pass_by(seconds=5)
    storage.versions.keep_present("meeting-m1")
    storage.versions.keep_present("meeting-m2")
    assert numbers(storage, "meeting-m1") == [1]
    assert numbers(storage, "meeting-m2") == [1]


def test_labelled_versions_are_left_alone_by_the_rotation(storage: SessionStorage, clock: Clock) -> None:
    for number in range(1, 8):
        clock.pass_by(minutes=2)
        label = "before-1.0" if number == 1 else ""
        storage.versions.keep_present("meeting-m1") if number == 2 else None
        storage.write_bytes(f'{{"items": {{"1": {{"number": {number}}}}}}}'.encode(), label)
    assert numbers(storage, "before-1.0") == [0]
    assert numbers(storage, "meeting-m1") == [1]
    assert len(numbers(storage)) == 5


def test_two_versions_of_the_same_second_are_both_kept(storage: SessionStorage) -> None:
    storage.write_bytes(b'{"items": {"1": {"number": 1}}}', "before-restore")
    storage.write_bytes(b'{"items": {"1": {"number": 2}}}', "before-restore")
    assert numbers(storage, "before-restore") == [1, 0]


def test_the_newest_sound_version_is_found_past_broken_ones(storage: SessionStorage, clock: Clock) -> None:
    for number in range(1, 4):
        clock.pass_by(minutes=1)
        storage.write(tables(number))
    newest = storage.versions.all()[0]
    newest.path.write_bytes(newest.path.read_bytes()[:10])
    sound = storage.versions.newest_sound(lambda data: data.endswith(b"}\n"))
    assert sound is not None
    assert clock.now - sound.kept == timedelta(minutes=1)
    assert b'"number": 1' in storage.versions.read(sound)


def test_a_version_is_found_by_its_name_its_beginning_or_its_label(storage: SessionStorage) -> None:
    kept = storage.versions.keep_present("meeting-m1")
    assert storage.versions.find(kept.name) == kept
    assert storage.versions.find("2026-03-02") == kept
    assert storage.versions.find("meeting-m1") == kept
    with pytest.raises(Missing):
        storage.versions.find("2025")


def test_other_files_in_the_folder_are_no_versions(storage: SessionStorage) -> None:
    storage.write(tables(1))
    for name in ("notes.txt", "2026-13-99T999999Z.json", ".2026-03-02T140000Z.json.tmp", "2026-03-02T140000Z.json.swp"):
        (storage.versions.folder / name).write_text("{}")
    assert numbers(storage) == [0]


def test_versions_are_kept_where_files_can_have_one_name_only(
    storage: SessionStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("os.link", no_links)
    storage.write(tables(1))
    assert numbers(storage) == [0]
    new = SessionStorage(storage.path.with_name("new.json"))
    new.write(tables(7))
    assert SessionStorage(new.path).read() == tables(7)
