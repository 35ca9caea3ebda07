"""Files that a sync service seems to have made beside a session are pointed out, others are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from mgtui.store.siblings import Sibling, conflict_copies


@pytest.mark.parametrize(
    ("name", "service"),
    [
        ("scholen.sync-conflict-20260302-140211-ABCDEF2.json", "Syncthing"),
        ("scholen (conflicted copy 2026-03-02 140211).json", "Nextcloud"),
        ("scholen_conflict-20260302-140211.json", "Nextcloud"),
        ("scholen (Ana's conflicted copy 2026-03-02).json", "Dropbox"),
        ("scholen (conflicterende kopie van Ana 2026-03-02).json", "Dropbox"),
        ("scholen (1).json", "Google Drive"),
        ("scholen-DESKTOP-7Q2K1.json", "OneDrive"),
        ("scholen-MacBook-van-Ana.json", "OneDrive"),
        ("scholen 2.json", "iCloud Drive"),
        ("scholen.json.orig", "git"),
    ],
)
def test_a_conflict_copy_is_pointed_out_with_its_service(tmp_path: Path, name: str, service: str) -> None:
    session = tmp_path / "scholen.json"
    session.touch()
    (tmp_path / name).touch()
    assert conflict_copies(session) == [Sibling(tmp_path / name, service)]


@pytest.mark.parametrize(
    "name",
    [
        "scholen.json",
        ".scholen.json.lock",
        "scholen-2.json",
        "scholen samen.json",
        "kompas (1).json",
        "scholen 2026.json",
    ],
)
def test_other_files_are_left_unmentioned(tmp_path: Path, name: str) -> None:
    session = tmp_path / "scholen.json"
    session.touch()
    (tmp_path / name).touch()
    assert conflict_copies(session) == []


def test_a_folder_of_that_name_or_one_that_is_gone_is_no_copy(tmp_path: Path) -> None:
    (tmp_path / "scholen 2.json").mkdir()
    assert conflict_copies(tmp_path / "scholen.json") == []
    assert conflict_copies(tmp_path / "gone" / "scholen.json") == []
