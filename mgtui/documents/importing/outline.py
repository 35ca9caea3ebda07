"""A Markdown outline to rows of cells: a heading per partner, under it halen and brengen, under those the items.

    # De Linde
    reserve: 3
    ## Halen
    - kennis over werving (3)
    - rust in de regio (2?, continuïteit)
    - gedeelde open dag (?)
    ## Brengen
    - deel van de autonomie (5, onzeker)

What stands between brackets at the end of an item are its notes, in any order: a weight, "?" for "uncertain" behind a
weight and for "no weight yet" alone, a certainty, a kind, a status, where it comes from and whether it is private,
each in Dutch or English. Brackets that hold anything else are part of the text. A list in a list (partner, halen or
brengen, items) does as well as headings, and a heading over the partners' headings is the title, which is passed
over. Names and texts are Markdown, and of a report of ours only the board between its marks is read.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple

import msgspec

from mgtui.documents.importing.problems import BadImport, ImportProblem, ProblemCode
from mgtui.documents.importing.rows import (
    CERTAINTIES,
    DIRECTIONS,
    KIND_NAMES,
    MOST_ROWS,
    ORIGINS,
    PRIVACIES,
    STATUS_NAMES,
    UNKNOWN_WEIGHT,
    Cells,
)
from mgtui.documents.markdown_text import BOARD_BEGINS, BOARD_ENDS, unescaped

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*\Z")
_BULLET = re.compile(r"(\s*)(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?(.*)\Z")
_RULE = re.compile(r"\s*([-*_])(\s*\1){2,}\s*\Z")
_COMMENT = re.compile(r"\s*<!--.*-->\s*\Z")
_RESERVE = re.compile(r"(?:reserve|beste alternatief|best alternative)\s*:\s*(\S+)\Z", re.IGNORECASE)
_NOTES = re.compile(r"(.*\S)\s*\(([^()]*)\)\Z", re.DOTALL)
_BETWEEN_NOTES = re.compile(r"\s*;\s*|,\s+|,(?=[^\d\s])")
_NUMBER = re.compile(r"([+\-\N{MINUS SIGN}]?\d[\d.,]*)\s*(\??)\Z")
_TAB: Final = 4

Kind = Literal["heading", "bullet", "text", "mark"]


class _Line(NamedTuple):
    """A line that is not blank; `depth` is a heading's level or a bullet's indent in cells."""

    number: int
    kind: Kind
    depth: int
    text: str

    @property
    def direction(self) -> str:
        """The direction that the line names, with or without emphasis and a colon."""
        bare = self.text.strip("*_: ").casefold()
        return bare if bare in DIRECTIONS else ""


class Outline(NamedTuple):
    """The rows of an outline as typed, and what is wrong with the lines that are not among them."""

    rows: list[Cells]
    problems: list[ImportProblem]


def read(text: str) -> Outline:
    """The rows of the outline in `text`.

    Raises:
        BadImport: when there are too many of them.
    """
    reading = _Reading(_board_of(list(_lines(text))))
    reading.read()
    if len(reading.rows) > MOST_ROWS:
        raise BadImport([ImportProblem("too_many_rows", reading.rows[-1].line, {"limit": str(MOST_ROWS)})])
    return Outline([_as_meant(_with_notes(row)) for row in reading.rows], reading.problems)


class _Reading:
    """Where in the outline we are: under which partner and direction, and at which indent the items stand."""

    def __init__(self, lines: Sequence[_Line]) -> None:
        self.rows: list[Cells] = []
        self.problems: list[ImportProblem] = []
        self._lines = lines
        self._by_headings = any(line.kind == "heading" for line in lines)
        self._partner = ""
        self._direction = ""
        self._indent: int | None = None

    def read(self) -> None:
        for at, line in enumerate(self._lines):
            if line.direction and (line.kind != "bullet" or not self._is_item_here(line)):
                self._start_direction(line)
            elif line.kind == "heading":
                self._start_section(at, line)
            elif line.kind == "bullet":
                self._bullet(line)
            else:
                self._text(line)

    def _is_item_here(self, line: _Line) -> bool:
        """Whether a bullet stands where the items of this column stand, so that it is one whatever it says."""
        return bool(self._direction) and self._indent == line.depth

    def _start_direction(self, line: _Line) -> None:
        self._direction, self._indent = line.direction, None

    def _start_section(self, at: int, line: _Line) -> None:
        if self._is_title(at, line):
            self._start_partner("", line)
        else:
            self._start_partner(line.text, line)

    def _is_title(self, at: int, line: _Line) -> bool:
        """Whether the next heading is a deeper one that is no direction."""
        following = next((each for each in self._lines[at + 1 :] if each.kind == "heading"), None)
        return following is not None and following.depth > line.depth and not following.direction

    def _start_partner(self, name: str, line: _Line) -> None:
        self._partner, self._direction, self._indent = name.strip("*_: "), "", None
        if self._partner:
            self.rows.append(Cells(line=line.number, partner=self._partner))

    def _bullet(self, line: _Line) -> None:
        if not self._by_headings and (line.depth == 0 or not self._partner):
            self._start_partner(line.text, line)
        elif self._is_reserve(line):
            pass
        elif self._indent is not None and line.depth > self._indent + 1:
            self._fault("item_under_item", line)
        elif self._partner and self._direction:
            self._indent = line.depth if self._indent is None else self._indent
            row = Cells(line=line.number, partner=self._partner, direction=self._direction, text=line.text)
            self.rows.append(row)
        else:
            self._fault("not_understood", line)

    def _text(self, line: _Line) -> None:
        if self._is_reserve(line):
            return
        continues = self._indent is not None and line.depth > self._indent and bool(self.rows)
        if not continues:
            self._fault("not_understood", line)
            return
        last = self.rows[-1]
        self.rows[-1] = msgspec.structs.replace(last, text=f"{last.text} {line.text}")

    def _is_reserve(self, line: _Line) -> bool:
        found = _RESERVE.match(line.text)
        if not found or not self._partner or self._direction:
            return False
        self.rows.append(Cells(line=line.number, partner=self._partner, reserve=found[1]))
        return True

    def _fault(self, code: ProblemCode, line: _Line) -> None:
        self.problems.append(ImportProblem(code, line.number))


def _lines(text: str) -> Iterator[_Line]:
    for number, raw in enumerate(text.split("\n"), 1):
        line = raw.rstrip().expandtabs(_TAB)
        if line in (BOARD_BEGINS, BOARD_ENDS):
            yield _Line(number, "mark", 0, line)
        if not line or _RULE.match(line) or _COMMENT.match(line):
            continue
        if heading := _HEADING.match(line):
            yield _Line(number, "heading", len(heading[1]), heading[2])
        elif bullet := _BULLET.match(line):
            yield _Line(number, "bullet", len(bullet[1]), bullet[2].strip())
        else:
            yield _Line(number, "text", len(line) - len(line.lstrip()), line.strip())


def _board_of(lines: list[_Line]) -> list[_Line]:
    """The lines between the marks of a report of ours; every line where there are none."""
    begins = next((at for at, line in enumerate(lines) if line.text == BOARD_BEGINS), 0)
    ends = next((at for at, line in enumerate(lines) if line.text == BOARD_ENDS and at > begins), len(lines))
    return [line for line in lines[begins:ends] if line.kind != "mark"]


def _as_meant(row: Cells) -> Cells:
    """`row` with its name and text as Markdown shows them."""
    return msgspec.structs.replace(row, partner=unescaped(row.partner), text=unescaped(row.text))


def _with_notes(row: Cells) -> Cells:
    """`row` with the notes at the end of its text in cells of their own."""
    found = _NOTES.match(row.text)
    notes = _notes(found[2]) if found else None
    return msgspec.structs.replace(row, text=found[1], **notes) if found and notes else row


def _notes(text: str) -> dict[str, str] | None:
    """The cells that the notes in `text` fill, or None when they are no notes."""
    cells: dict[str, str] = {}
    for note in _BETWEEN_NOTES.split(text.strip()):
        found = _note(note)
        if found is None or found.keys() & cells.keys():
            return None
        cells |= found
    return cells


def _note(text: str) -> dict[str, str] | None:
    word = text.casefold()
    if text == UNKNOWN_WEIGHT:
        return {"weight": UNKNOWN_WEIGHT}
    if number := _NUMBER.match(text):
        return {"weight": number[1]} | ({"certainty": "uncertain"} if number[2] else {})
    if word in CERTAINTIES:
        return {"certainty": word}
    return next(({cell: word} for cell, known in _WORDS.items() if word in known), None)


_WORDS: Final[Mapping[str, Collection[str]]] = {
    "kind": KIND_NAMES,
    "status": STATUS_NAMES,
    "origin": ORIGINS,
    "private": PRIVACIES.keys() - {"yes", "ja", "no", "nee"},
}
