"""Full, read-only and vanished disks, the real ones: nothing is lost, the reason is named, a later save succeeds."""

from __future__ import annotations

import contextlib
import os
import resource
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from mgtui.store.errors import DiskFull, Missing, NotReadable, NotWritable
from mgtui.store.storage import SessionStorage
from tests.store.saving_loop import number_in, tables

NOBODY = 65534


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 64 KiB of its own."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", place], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("mounting a disk is not allowed here")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


def test_a_full_disk_leaves_the_session_as_it_was_until_there_is_room(small_disk: Path) -> None:
    path = small_disk / "werving.json"
    storage = SessionStorage(path)
    storage.write(tables(1))
    filler = small_disk / "filler"
    fill(filler)
    with pytest.raises(DiskFull):
        storage.write(tables(2))
    assert number_in(path) == 1
    assert not path.with_name(".werving.json.tmp").exists()
    filler.unlink()
    storage.write(tables(2))
    assert number_in(path) == 2


def test_a_disk_that_becomes_read_only_is_named_and_still_read(small_disk: Path) -> None:
    path = small_disk / "werving.json"
    storage = SessionStorage(path)
    storage.write(tables(1))
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    with pytest.raises(NotWritable):
        storage.write(tables(2))
    assert number_in(path) == 1
    subprocess.run(["mount", "-o", "remount,rw", small_disk], check=True)
    storage.write(tables(2))
    assert number_in(path) == 2


def test_a_file_that_may_grow_no_larger_is_named(tmp_path: Path) -> None:
    path = tmp_path / "werving.json"
    SessionStorage(path).write(tables(1))

    def save() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        storage = SessionStorage(path)
        storage.read()
        with pytest.raises(DiskFull):
            storage.write(tables(2))

    assert in_child(save) == 0
    assert number_in(path) == 1


def test_a_folder_that_may_not_be_written_is_named(tmp_path: Path) -> None:
    path = shared(tmp_path) / "werving.json"
    SessionStorage(path).write(tables(1))
    path.chmod(0o644)

    def save() -> None:
        become_nobody(path.parent)
        storage = SessionStorage(path)
        storage.read()
        with pytest.raises(NotWritable):
            storage.write(tables(2))

    assert in_child(save) == 0
    assert number_in(path) == 1


def test_a_session_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    path = shared(tmp_path) / "werving.json"
    SessionStorage(path).write(tables(1))

    def read() -> None:
        become_nobody(path.parent)
        path.chmod(0) if os.geteuid() == path.stat().st_uid else None
        with pytest.raises(NotReadable):
            SessionStorage(path)

    assert in_child(read) == 0


def test_a_folder_that_went_away_is_named_and_one_that_is_back_is_used(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    path = stick / "werving.json"
    storage = SessionStorage(path)
    storage.write(tables(1))
    stick.rename(tmp_path / "pulled out")
    with pytest.raises(Missing):
        storage.write(tables(2))
    (tmp_path / "pulled out").rename(stick)
    storage.write(tables(2))
    assert number_in(path) == 2


def fill(filler: Path) -> None:
    """Leaves no room on the disk of `filler`."""
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while file.write(b"x" * 1024):
            pass


def shared(tmp_path: Path) -> Path:
    """A folder that other users can look into but not write."""
    for folder in (tmp_path, *tmp_path.parents):
        if not folder.stat().st_mode & 0o001:
            folder.chmod(0o755)
    place = tmp_path / "shared"
    place.mkdir(mode=0o755)
    return place


def become_nobody(folder: Path) -> None:
    """Gives up the rights that make root write everywhere; who is not root takes them from the folder instead."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    else:
        folder.chmod(0o555)


def in_child(act: object) -> int:
    """The exit status of a child process that does `act`; 0 when nothing was raised."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            assert callable(act)
            act()
            status = 0
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
