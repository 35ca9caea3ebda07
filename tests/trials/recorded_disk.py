"""A disk that remembers every operation, and tells what a power cut after any of them could have left of it.

Invariant: what was synced is there after the cut; of anything else, all, some or nothing may be. A file's bytes count
as synced with the file, a name with its folder, as POSIX has it; no file system that people use promises less.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, NamedTuple

Files = dict[str, bytes]
"""What is in each file, by its path."""

CHANGING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


class Write(NamedTuple):
    """The content of file `number` is `data` from now on."""

    number: int
    data: bytes


class Sync(NamedTuple):
    """The disk has the content of file `number`."""

    number: int


class Name(NamedTuple):
    """File `number` is called `path`, and no longer `former` if it was; number 0 takes the name away."""

    path: str
    number: int
    former: str = ""


class SyncNames(NamedTuple):
    """The disk has the names in `folder`."""

    folder: str


class Promise(NamedTuple):
    """Someone was told that this is safe; `what` is for whoever looks after the cut."""

    what: Any


Operation = Write | Sync | Name | SyncNames | Promise


class Recorder:
    """What is done in `folder` through `os`, in order, while `recording`; what is there before that is synced.

    Attributes:
        operations: all that was done.
    """

    def __init__(self, folder: Path) -> None:
        self.operations: list[Operation] = []
        self._folder = str(folder)
        self._contents: dict[int, bytes] = {}
        self._numbers: dict[str, int] = {}
        self._open: dict[int, tuple[int, int]] = {}
        self._folders: dict[int, str] = {}
        self._seen: list[str] = []
        self._audited: list[str] = []
        for path in (each for each in folder.rglob("*") if each.is_file()):
            number = self._number(str(path))
            self._write(number, path.read_bytes())
            self.operations += [Sync(number), Name(str(path), number), SyncNames(str(path.parent))]
        self.before = len(self.operations)

    def promise(self, what: Any) -> None:
        """Note that `what` is told as safe."""
        self.operations.append(Promise(what))

    @contextmanager
    def recording(self) -> Iterator[None]:
        """Look on; Python's own account of what touched the disk must agree in the end."""
        real = {name: getattr(os, name) for name in _RECORDED}
        _auditors.append(self._audit)
        try:
            for name, call in real.items():
                setattr(os, name, self._recorded(name, call))
            yield
        finally:
            for name, call in real.items():
                setattr(os, name, call)
            _auditors.remove(self._audit)
        assert self._audited == self._seen

    def _recorded(self, name: str, call: Any) -> Any:
        note = getattr(self, f"_note_{name}")

        def recorded(*args: Any, **kwargs: Any) -> Any:
            before = os.path.lexists(args[0]) if name == "open" else False
            result = call(*args, **kwargs)
            note(before, result, *args) if name == "open" else note(result, *args)
            return result

        return recorded

    def _note_open(self, was_there: bool, file: int, path: Any, flags: int, *_: object) -> None:
        place = os.fspath(path)
        if not self._is_ours(place):
            return
        if os.path.isdir(place):
            self._folders[file] = place
        elif flags & CHANGING:
            self._seen.append("open")
            if not was_there:
                number = self._number(place)
                self._write(number, b"")
                self.operations.append(Name(place, number))
            elif flags & os.O_TRUNC:
                self._write(self._numbers[place], b"")
            self._open[file] = (self._numbers[place], 0)

    def _note_write(self, written: int, file: int, data: Any) -> None:
        if file in self._open:
            number, at = self._open[file]
            self._write_at(number, bytes(data[:written]), at)
            self._open[file] = (number, at + written)

    def _note_pwrite(self, written: int, file: int, data: bytes, at: int) -> None:
        if file in self._open:
            self._write_at(self._open[file][0], data[:written], at)

    def _note_ftruncate(self, _: None, file: int, length: int) -> None:
        if file in self._open:
            number, _at = self._open[file]
            self._seen.append("os.truncate")
            self._write(number, self._contents[number][:length].ljust(length, b"\0"))

    def _note_fsync(self, _: None, file: int) -> None:
        if file in self._open:
            self.operations.append(Sync(self._open[file][0]))
        elif file in self._folders:
            self.operations.append(SyncNames(self._folders[file]))

    def _note_close(self, _: None, file: int) -> None:
        self._open.pop(file, None)
        self._folders.pop(file, None)

    def _note_replace(self, _: None, former: Any, path: Any) -> None:
        self._seen.append("os.rename")
        number = self._numbers.pop(os.fspath(former))
        self._numbers[os.fspath(path)] = number
        self.operations.append(Name(os.fspath(path), number, os.fspath(former)))

    def _note_link(self, _: None, path: Any, second: Any) -> None:
        self._seen.append("os.link")
        number = self._numbers[os.fspath(second)] = self._numbers[os.fspath(path)]
        self.operations.append(Name(os.fspath(second), number))

    def _note_unlink(self, _: None, path: Any) -> None:
        self._seen.append("os.remove")
        del self._numbers[os.fspath(path)]
        self.operations.append(Name(os.fspath(path), 0))

    def _number(self, path: str) -> int:
        self._numbers[path] = len(self._contents) + 1
        self._contents[self._numbers[path]] = b""
        return self._numbers[path]

    def _write_at(self, number: int, data: bytes, at: int) -> None:
        before = self._contents[number].ljust(at, b"\0")
        self._write(number, before[:at] + data + before[at + len(data) :])

    def _write(self, number: int, data: bytes) -> None:
        self._contents[number] = data
        self.operations.append(Write(number, data))

    def _is_ours(self, path: str) -> bool:
        return path.startswith(self._folder)

    def _audit(self, event: str, args: tuple[Any, ...]) -> None:
        """What Python itself says of it: in this folder nothing may change that was not noted."""
        if event == "open" and isinstance(args[0], (str, os.PathLike)) and self._is_ours(os.fspath(args[0])):
            if args[2] & CHANGING and not os.path.isdir(args[0]):
                self._audited.append(event)
        elif event == "os.truncate" and args[0] in self._open:
            self._audited.append(event)
        elif event in ("os.rename", "os.link", "os.remove") and self._is_ours(os.fspath(args[0])):
            # A removal of what is not there is announced too, and fails.
            self._audited += [event] if event != "os.remove" or os.path.lexists(args[0]) else []


_RECORDED: Final = ("open", "write", "pwrite", "ftruncate", "fsync", "close", "replace", "link", "unlink")

_auditors: list[Any] = []
"""Python lets go of no audit hook, so there is one, and those who look come and go."""


def _audit(event: str, args: tuple[Any, ...]) -> None:
    for auditor in _auditors:
        auditor(event, args)


sys.addaudithook(_audit)


def after_a_cut(operations: Sequence[Operation]) -> Iterator[Files]:
    """Every state in which a power cut just after `operations` could have left the disk, each once."""
    told: set[tuple[tuple[str, int], ...]] = set()
    contents = list(_contents(operations))
    for names in _namings(operations):
        for files in contents:
            state = {path: files.get(number, b"") for path, number in names.items()}
            key = tuple(sorted((path, hash(data)) for path, data in state.items()))
            if key not in told:
                told.add(key)
                yield state


def _contents(operations: Sequence[Operation]) -> Iterator[dict[int, bytes]]:
    """What the files may hold: what was synced; all that was written; or as many zeros as that."""
    synced: dict[int, bytes] = {}
    written: dict[int, bytes] = {}
    for each in operations:
        if isinstance(each, Write):
            written[each.number] = each.data
        elif isinstance(each, Sync):
            synced[each.number] = written[each.number]
    yield synced
    yield written
    yield {**{number: b"\0" * len(data) for number, data in written.items()}, **synced}
    yield {**{number: data[: len(data) // 2] for number, data in written.items()}, **synced}


def _namings(operations: Sequence[Operation]) -> Iterator[dict[str, int]]:
    """What the files may be called: with none of what was not synced, the first of it, one of it, all of it."""
    synced: dict[str, int] = {}
    waiting: list[Name] = []
    for each in operations:
        if isinstance(each, Name):
            waiting.append(each)
        elif isinstance(each, SyncNames):
            for name in [one for one in waiting if os.path.dirname(one.path) == each.folder]:
                _apply(name, synced)
                waiting.remove(name)
    for count in range(len(waiting) + 1):
        yield _with(synced, waiting[:count])
    for one in waiting:
        yield _with(synced, [one])
        yield _with(synced, [other for other in waiting if other is not one])


def _with(names: dict[str, int], more: Sequence[Name]) -> dict[str, int]:
    named = dict(names)
    for each in more:
        _apply(each, named)
    return named


def _apply(name: Name, names: dict[str, int]) -> None:
    names.pop(name.former, None)
    if name.number:
        names[name.path] = name.number
    else:
        names.pop(name.path, None)
