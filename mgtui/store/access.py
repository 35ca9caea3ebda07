"""Opens, reads, makes and restores session files; every refusal leaves the disk as it was."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from mgtui.domain.history import Entry
from mgtui.domain.session import Session
from mgtui.store.errors import AlreadyThere, Missing, NotASession
from mgtui.store.loading import Loaded, load
from mgtui.store.lock import Holder, take, this_process
from mgtui.store.migrations import CURRENT
from mgtui.store.opening import real_path
from mgtui.store.pages import Pages
from mgtui.store.sessionfile import SessionFile, is_sound
from mgtui.store.storage import SessionStorage
from mgtui.store.versions import Clock, Version, Versions, utc_now


def open_session(
    path: Path, holder: Holder | None = None, *, recover: bool = False, clock: Clock = utc_now
) -> SessionFile:
    """Opens the session at `path` for writing.

    Args:
        path: the session file.
        holder: who opens it, for others to see; this process when not given.
        recover: opens the newest sound earlier version when the file itself is broken. The broken file is set
            aside, as `NAME.broken-TIME`, at the first save.
        clock: tells the time for the names of kept versions.

    Raises:
        HeldByAnother: when someone else has it open.
        NotASession: when it can't be used, with every problem.
        StoreError: when it can't be read or locked.
    """
    real = real_path(path)
    if not real.exists():
        raise Missing(real)
    lock = take(real, holder or this_process())
    try:
        storage = SessionStorage(real, lock=lock, clock=clock)
        return SessionFile(storage, lock, *_loaded(storage, recover=recover))
    except BaseException:
        lock.release()
        raise


def read_session(path: Path, *, recover: bool = False) -> SessionFile:
    """Opens the session at `path` to read it only, whoever has it open; leaves no trace.

    Args:
        path: the session file.
        recover: reads the newest sound earlier version when the file itself is broken.

    Raises:
        NotASession: when it can't be used, with every problem.
        StoreError: when it can't be read.
    """
    storage = SessionStorage(path, "r")
    return SessionFile(storage, None, *_loaded(storage, recover=recover))


def create_session(
    path: Path,
    session: Session,
    history: Sequence[Entry] = (),
    holder: Holder | None = None,
    *,
    clock: Clock = utc_now,
    like: Loaded | None = None,
) -> SessionFile:
    """Makes a new session file at `path` and leaves it open for writing.

    Args:
        path: where.
        session: the session.
        history: the entries that led to it.
        holder: who makes it, for others to see; this process when not given.
        clock: tells the time for the names of kept versions.
        like: the file that the session comes from, so that what this version does not know of it comes along.

    Raises:
        AlreadyThere: when something is there; it is untouched.
        HeldByAnother: when someone else is just making it.
        StoreError: when it can't be written.
    """
    real = _free_place(path)
    lock = take(real, holder or this_process())
    loaded = Loaded(session, [], [], CURRENT, like.heading if like else None, like.pages if like else Pages())
    try:
        file = SessionFile(SessionStorage(real, lock=lock, clock=clock), lock, loaded)
        file.save(session, history)
    except BaseException:
        lock.release()
        raise
    return file


def restore_session(path: Path, version: str, holder: Holder | None = None, *, clock: Clock = utc_now) -> Version:
    """Puts an earlier version in the place of the session, which is itself kept as one labelled "before-restore".

    Args:
        path: the session file, which may be broken or gone.
        version: the name of the version, the beginning of it, or its label.
        holder: who restores it, for others to see; this process when not given.
        clock: tells the time for the name of the version kept.

    Raises:
        Missing: when there is no such version.
        NotASession: when that version is broken itself.
        HeldByAnother: when someone has the session open.
        StoreError: when it can't be written. The file is as it was.
    """
    real = real_path(path)
    chosen = Versions(real).find(version)
    lock = take(real, holder or this_process())
    try:
        storage = SessionStorage(real, lock=lock, clock=clock)
        data = storage.versions.read(chosen)
        load(data, chosen.path)
        storage.write_bytes(data, "before-restore")
    finally:
        lock.release()
    return chosen


def versions_of(path: Path) -> list[Version]:
    """The earlier versions of the session at `path`, newest first; the session itself may be broken or gone."""
    return Versions(real_path(path)).all()


def _loaded(storage: SessionStorage, *, recover: bool) -> tuple[Loaded, Version | None]:
    """What is in the file, or if it is broken and that is wanted, in the newest sound version of it."""
    data = storage.read_bytes()
    if data is None:
        raise Missing(storage.path)
    try:
        return load(data, storage.path), None
    except NotASession:
        version = storage.versions.newest_sound(lambda kept: is_sound(kept, storage.path)) if recover else None
        if version is None:
            raise
        return load(storage.versions.read(version), storage.path), version


def _free_place(path: Path) -> Path:
    real = real_path(path)
    if not real.parent.is_dir():
        raise Missing(real.parent)
    if real.exists():
        raise AlreadyThere(real)
    return real
