"""One process holds a session; the rest learn who; and death, however it comes, lets the next one in."""

from __future__ import annotations

import errno
import fcntl
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from mgtui.store.errors import HeldByAnother, StoreError
from mgtui.store.lock import Holder, holder_of, lock_path, take, this_process
from mgtui.store.storage import SessionStorage

HOLD = """
import sys, time
from pathlib import Path
from mgtui.store.lock import take, this_process
lock = take(Path(sys.argv[1]), this_process("Ana", "/run/mgtui/room"))
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "werving.json"


def holding(path: Path) -> subprocess.Popen[str]:
    """A process that holds the session at `path` until its input ends."""
    command = [sys.executable, "-c", HOLD, str(path)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_the_next_process_learns_who_holds_it_and_where_to_join(path: Path) -> None:
    process = holding(path)
    with pytest.raises(HeldByAnother) as refused:
        take(path, this_process("Bo"))
    assert refused.value.holder == Holder("Ana", os.uname().nodename, process.pid, "/run/mgtui/room")
    assert refused.value.details == {"name": "Ana", "host": os.uname().nodename}
    process.communicate()


def test_a_killed_holder_lets_the_next_one_in(path: Path) -> None:
    process = holding(path)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    lock = take(path, this_process("Bo"))
    assert holder_of(path) == this_process("Bo")
    lock.release()


def test_a_released_lock_names_nobody_and_stays_in_its_place(path: Path) -> None:
    lock = take(path, this_process("Ana"))
    sidecar = lock_path(path).stat().st_ino
    lock.release()
    lock.release()
    assert holder_of(path) is None
    assert lock_path(path).stat().st_ino == sidecar


def test_a_forked_child_does_not_hold_the_lock_after_its_parent(path: Path) -> None:
    lock = take(path, this_process("Ana"))
    is_there, say_so = os.pipe()
    may_end, let_end = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(let_end)
        os.write(say_so, b".")
        os.read(may_end, 1)
        os._exit(0)
    os.read(is_there, 1)
    lock.forget()
    take(path, this_process("Bo")).release()
    for end in (is_there, say_so, may_end, let_end):
        os.close(end)
    os.waitpid(child, 0)


def test_a_child_that_ends_does_not_free_its_parents_lock(path: Path) -> None:
    lock = take(path, this_process("Ana"))
    child = os.fork()
    if child == 0:
        lock.release()
        os._exit(0)
    os.waitpid(child, 0)
    with pytest.raises(HeldByAnother):
        take(path, this_process("Bo"))
    assert holder_of(path) == this_process("Ana")
    lock.release()


def test_the_holder_can_say_later_where_to_join(path: Path) -> None:
    lock = take(path, this_process("Ana, the facilitator"))
    lock.announce(this_process("Ana", "/run/mgtui/room"))
    assert holder_of(path) == this_process("Ana", "/run/mgtui/room")
    lock.release()


@pytest.mark.parametrize("note", [b"", b"{", b"\xff", b'{"pid": "x"}', b"[" * 9999])
def test_a_sidecar_that_says_nothing_sensible_is_no_obstacle(path: Path, note: bytes) -> None:
    lock_path(path).write_bytes(note)
    assert holder_of(path) is None
    take(path, this_process("Ana")).release()


def test_a_link_in_the_place_of_the_sidecar_is_not_followed(path: Path, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("precious")
    lock_path(path).symlink_to(victim)
    with pytest.raises(StoreError):
        take(path, this_process("Ana"))
    assert victim.read_text() == "precious"


def test_where_locks_do_not_work_the_hash_check_goes_on_alone(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsupported(*_: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", unsupported)
    lock = take(path, this_process("Ana"))
    assert not lock.is_enforced
    storage = SessionStorage(path, lock=lock)
    storage.write({"items": {}})
    assert SessionStorage(path, "r").read() == {"items": {}}
    lock.release()
