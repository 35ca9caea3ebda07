"""When the power of a real ext4 disk goes while a session is being saved, all that was acknowledged is there after."""

from __future__ import annotations

import fcntl
import os
import random
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from mgtui.store.storage import SessionStorage
from tests.store.saving_loop import number_in, tables
from tests.trials.families import times

SHUTDOWN: Final = 0x8004587D
"""EXT4_IOC_SHUTDOWN of Linux's fs/ext4/ext4.h."""

WITHOUT_JOURNAL: Final = 2
"""EXT4_GOING_FLAGS_NOLOGFLUSH: what the journal holds in memory is lost too."""

MKFS: Final = shutil.which("mkfs.ext4") or "/usr/sbin/mkfs.ext4"


class Disk:
    """An ext4 disk in a file, mounted at `place`."""

    def __init__(self, folder: Path) -> None:
        self.place = folder / "disk"
        self._image = folder / "disk.img"
        self.place.mkdir()
        with self._image.open("wb") as image:
            image.truncate(16 << 20)
        subprocess.run([MKFS, "-q", "-F", self._image], check=True, capture_output=True)

    def plug_in(self) -> None:
        """Mount it; its journal is played back."""
        subprocess.run(["mount", "-o", "loop", self._image, self.place], check=True, capture_output=True)

    def cut_power(self) -> None:
        """Lose all that has not reached it."""
        file = os.open(self.place, os.O_RDONLY)
        try:
            fcntl.ioctl(file, SHUTDOWN, struct.pack("I", WITHOUT_JOURNAL))
        finally:
            os.close(file)

    def pull_out(self) -> None:
        """Unmount it."""
        subprocess.run(["umount", self.place], check=True)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """An ext4 disk, plugged in."""
    if os.geteuid() != 0 or not os.path.exists(MKFS):
        pytest.skip("needs root and mkfs.ext4 (Debian's e2fsprogs)")
    made = Disk(tmp_path)
    try:
        made.plug_in()
    except subprocess.CalledProcessError as error:
        pytest.skip(f"no disk can be mounted from a file here: {error.stderr.decode().strip()}")
    yield made
    made.pull_out()


def test_a_power_cut_while_saving_loses_nothing_acknowledged(disk: Disk) -> None:
    path = disk.place / "werving.json"
    SessionStorage(path).write(tables(0))
    chance = random.Random(20260302)
    number = 0
    for _ in range(times("disk-cuts")):
        command = [sys.executable, "-m", "tests.store.saving_loop", str(path), str(number + 1)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
            assert process.stdout
            said = [process.stdout.readline() for _ in range(1 + chance.randrange(8))]
            try:
                process.wait(chance.random() * 0.01)
            except subprocess.TimeoutExpired:
                disk.cut_power()
            said += process.stdout.readlines()
        disk.pull_out()
        disk.plug_in()
        acknowledged = int(said[-1]) if len(said) > 1 else number
        number = number_in(path)
        assert acknowledged <= number <= acknowledged + 1
    assert number > times("disk-cuts")


def test_a_power_cut_does_lose_what_was_not_synced(disk: Disk) -> None:
    """That the trial can fail at all."""
    (disk.place / "synced").write_text("kept")
    os.sync()
    (disk.place / "not synced").write_text("lost")
    disk.cut_power()
    disk.pull_out()
    disk.plug_in()
    assert (disk.place / "synced").read_text() == "kept"
    assert not (disk.place / "not synced").exists()
