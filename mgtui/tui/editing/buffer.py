"""One line of text under a person's hands: cursor, selection, undo; pure, so keys end up in the order they came.

Invariant: cursor and anchor always stand between clusters, never inside one.
"""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct

from mgtui.locale.safe_text import safe
from mgtui.tui.editing.cells import clusters

_BREAKS = re.compile(r"[\r\n\v\f\x85\u2028\u2029]+")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")


FEWEST_STEPS: Final = 20
MOST_KEPT: Final = 1_000_000
"""Steps that can always be taken back, and characters that more of them may hold."""


class State(Struct, frozen=True):
    """What undo goes back to."""

    text: str
    cursor: int
    anchor: int


class Buffer:
    """A text that is being edited.

    Args:
        text: what it begins with; the cursor starts behind it.

    Attributes:
        text: the text now.
        cursor: where typing goes, an index in the text.
        anchor: the other end of the selection; equal to the cursor when nothing is selected.
        first_text: the text that it began with.
    """

    def __init__(self, text: str = "") -> None:
        self.first_text = self.text = text
        self.cursor = self.anchor = len(text)
        self._past: list[State] = []
        self._future: list[State] = []
        self._is_typing = False

    @property
    def shown(self) -> str:
        """The text as it may be written to a terminal, index for index; someone else's file may hold anything."""
        return safe(self.text.replace("\r\n", "\n\n"))

    @property
    def is_changed(self) -> bool:
        """Whether the text differs from what it began with."""
        return self.text != self.first_text

    @property
    def selection(self) -> tuple[int, int]:
        """The selected range, in order; empty when start and end are equal."""
        return min(self.cursor, self.anchor), max(self.cursor, self.anchor)

    def type(self, text: str) -> None:
        """Put `text` in place of the selection; a run of typing is one step for undo, up to a space."""
        text = clean(text)
        if not text:
            return
        goes_on = self._is_typing and self.cursor == self.anchor and not text.isspace()
        self._replace(*self.selection, text, keep_step=goes_on)
        self._is_typing = True

    def paste(self, text: str) -> None:
        """Put pasted `text` in place of the selection as one step; line breaks become spaces."""
        self._replace(*self.selection, clean(_BREAKS.sub(" ", text)))

    def backspace(self, by_word: bool = False) -> None:
        """Remove the selection, else the cluster or word before the cursor."""
        start, end = self.selection
        if start == end:
            start = self._word_left() if by_word else self._left()
        self._replace(start, end, "")

    def delete(self, by_word: bool = False) -> None:
        """Remove the selection, else the cluster or word behind the cursor."""
        start, end = self.selection
        if start == end:
            end = self._word_right() if by_word else self._right()
        self._replace(start, end, "")

    def delete_to_start(self) -> None:
        """Remove everything before the cursor."""
        self._replace(0, self.cursor, "")

    def delete_to_end(self) -> None:
        """Remove everything behind the cursor."""
        self._replace(self.cursor, len(self.text), "")

    def go_left(self, by_word: bool = False, selecting: bool = False) -> None:
        """Move one cluster or word to the left; out of a selection to its start."""
        start, end = self.selection
        leaves = start != end and not selecting and not by_word
        self.go_to(start if leaves else self._word_left() if by_word else self._left(), selecting)

    def go_right(self, by_word: bool = False, selecting: bool = False) -> None:
        """Move one cluster or word to the right; out of a selection to its end."""
        start, end = self.selection
        leaves = start != end and not selecting and not by_word
        self.go_to(end if leaves else self._word_right() if by_word else self._right(), selecting)

    def go_to(self, index: int, selecting: bool = False) -> None:
        """Move the cursor to `index`, or the cluster boundary before it."""
        self.cursor = index if index >= len(self.text) else max((s for s in self._bounds() if s <= index), default=0)
        self.cursor = min(self.cursor, len(self.text))
        if not selecting:
            self.anchor = self.cursor
        self._is_typing = False

    def select_all(self) -> None:
        """Select the whole text."""
        self.anchor, self.cursor = 0, len(self.text)
        self._is_typing = False

    def undo(self) -> bool:
        """Take back the last step; False when there is none."""
        return self._travel(self._past, self._future)

    def redo(self) -> bool:
        """Do again what was taken back; False when there is nothing."""
        return self._travel(self._future, self._past)

    def _travel(self, source: list[State], target: list[State]) -> bool:
        if not source:
            return False
        target.append(State(self.text, self.cursor, self.anchor))
        state = source.pop()
        self.text, self.cursor, self.anchor = state.text, state.cursor, state.anchor
        self._is_typing = False
        return True

    def _replace(self, start: int, end: int, text: str, keep_step: bool = False) -> None:
        self._is_typing = False
        if start == end and not text:
            return
        if not keep_step:
            self._past.append(State(self.text, self.cursor, self.anchor))
            del self._past[: -max(FEWEST_STEPS, MOST_KEPT // (len(self.text) + 1))]
        self._future.clear()
        self.text = self.text[:start] + text + self.text[end:]
        after = start + len(text)
        # What was typed may have joined a cluster with what stands behind it.
        self.cursor = self.anchor = next((s for s in self._bounds() if s >= after), len(self.text))

    def _bounds(self) -> list[int]:
        return [start for start, _end, _width in clusters(self.text)]

    def _left(self) -> int:
        return max((s for s in self._bounds() if s < self.cursor), default=0)

    def _right(self) -> int:
        return next((s for s in self._bounds() if s > self.cursor), len(self.text))

    def _word_left(self) -> int:
        found = re.search(r"[^\W_]+[\W_]*\Z|[\W_]+\Z", self.text[: self.cursor])
        return found.start() if found else 0

    def _word_right(self) -> int:
        found = re.match(r"[\W_]*[^\W_]+|[\W_]+", self.text[self.cursor :])
        return self.cursor + found.end() if found else len(self.text)


def clean(text: str) -> str:
    """`text` without control characters, which no keyboard means and a terminal might obey."""
    return _CONTROLS.sub("", text)


def lines_of(pasted: str) -> list[str]:
    """The lines of a pasted text that hold anything, without the bullets and blanks around them."""
    lines = (re.sub(r"^\s*(?:[-*•‣–]\s+|\d{1,3}[.)]\s+)?", "", line).strip() for line in _BREAKS.split(pasted))
    return [clean(line.replace("\t", " ")) for line in lines if line]
