"""Whether session files are sound, as text for people and as data for programs, with the place of every problem."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from msgspec import Struct

from mgtui.locale import _, ngettext, wording
from mgtui.locale.safe_text import safe


class Problem(Protocol):
    """One thing that is wrong in a session file."""

    @property
    def code(self) -> str:
        """What it is."""

    @property
    def place(self) -> str:
        """The way to it from the top of the file, such as "items/3/weight"; empty for the whole file."""

    @property
    def level(self) -> str:
        """Whether it keeps the file from being opened ("fatal"), is mended when it is, or is only noted."""

    @property
    def line(self) -> int:
        """Where that is in the text, from 1; 0 when that is not known."""

    @property
    def column(self) -> int:
        """The place in the line, from 1; 0 when that is not known."""

    @property
    def details(self) -> Mapping[str, str]:
        """The values that the sentence about it names."""


class CheckedFile(Struct, frozen=True, kw_only=True):
    """What checking one file came to.

    Attributes:
        file: its name, as it was given.
        problems: everything that is wrong in it.
        trouble: a sentence when it could not be read at all, else empty.
        notes: sentences about what is worth knowing though it is no fault of the file.
    """

    file: str
    problems: Sequence[Problem] = ()
    trouble: str = ""
    notes: Sequence[str] = ()

    @property
    def is_sound(self) -> bool:
        """Whether there is nothing wrong with it."""
        return not self.problems and not self.trouble


def check_as_text(files: Sequence[CheckedFile]) -> str:
    """A line for each sound file, a list of problems for each other; ends in a line break."""
    return "".join(f"{line}\n" for file in files for line in _lines(file))


def check_as_data(files: Sequence[CheckedFile]) -> dict[str, Any]:
    """The same as data: `{"sound", "files": [{"file", "sound", "problems": [{"code", "message", …}]}]}`."""
    return {"sound": all(file.is_sound for file in files), "files": [_data(file) for file in files]}


def _lines(file: CheckedFile) -> Iterator[str]:
    name = safe(file.file)
    if file.trouble:
        yield f"{name}: {file.trouble}"
    elif file.is_sound:
        yield _("{file}: sound").format(file=name)
    else:
        number = len(file.problems)
        yield ngettext("{file}: {n} problem", "{file}: {n} problems", number).format(file=name, n=number)
        yield from (f"  {_line(problem)}" for problem in file.problems)
    yield from (f"  {safe(note)}" for note in file.notes)


def _line(problem: Problem) -> str:
    place = safe(problem.place)
    if problem.line:
        place = _("{place} line {line}, column {column}").format(place=place, line=problem.line, column=problem.column)
    where = place.strip()
    message = wording.problem(problem.code, problem.details)
    return f"{where}: {message}" if where else message


def _data(file: CheckedFile) -> dict[str, Any]:
    data: dict[str, Any] = {"file": file.file, "sound": file.is_sound}
    if file.trouble:
        data["trouble"] = file.trouble
    data["problems"] = [_problem_data(problem) for problem in file.problems]
    if file.notes:
        data["notes"] = list(file.notes)
    return data


def _problem_data(problem: Problem) -> dict[str, Any]:
    data: dict[str, Any] = {"code": problem.code, "level": problem.level, "place": problem.place}
    if problem.line:
        data |= {"line": problem.line, "column": problem.column}
    return {**data, "message": wording.problem(problem.code, problem.details)}
