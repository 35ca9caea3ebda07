"""What each key does to a text under a person's hands; everything else is left to whoever asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from mgtui.tui.editing.buffer import Buffer


def press(buffer: Buffer, key: str, character: str | None) -> bool:
    """Do to `buffer` what `key` (Textual's name) means; a printable `character` is typed.

    Returns:
        Whether the key means anything in a text. Enter, escape, tab, up and down never do.
    """
    edit = _EDITS.get(key)
    if edit is not None:
        edit(buffer)
        return True
    if character and character.isprintable():
        buffer.type(character)
        return True
    # Keys that mean something on a board or a list must not do so in the middle of a text.
    return key in _IGNORED


_EDITS: Final[Mapping[str, Callable[[Buffer], object]]] = {
    "left": lambda b: b.go_left(),
    "right": lambda b: b.go_right(),
    "shift+left": lambda b: b.go_left(selecting=True),
    "shift+right": lambda b: b.go_right(selecting=True),
    "ctrl+left": lambda b: b.go_left(by_word=True),
    "ctrl+right": lambda b: b.go_right(by_word=True),
    "alt+left": lambda b: b.go_left(by_word=True),
    "alt+right": lambda b: b.go_right(by_word=True),
    "ctrl+shift+left": lambda b: b.go_left(by_word=True, selecting=True),
    "ctrl+shift+right": lambda b: b.go_right(by_word=True, selecting=True),
    "home": lambda b: b.go_to(0),
    "end": lambda b: b.go_to(len(b.text)),
    "ctrl+a": lambda b: b.select_all(),
    "ctrl+e": lambda b: b.go_to(len(b.text)),
    "shift+home": lambda b: b.go_to(0, selecting=True),
    "shift+end": lambda b: b.go_to(len(b.text), selecting=True),
    "backspace": lambda b: b.backspace(),
    "ctrl+h": lambda b: b.backspace(),
    "ctrl+w": lambda b: b.backspace(by_word=True),
    "alt+backspace": lambda b: b.backspace(by_word=True),
    "ctrl+backspace": lambda b: b.backspace(by_word=True),
    "delete": lambda b: b.delete(),
    "ctrl+delete": lambda b: b.delete(by_word=True),
    "ctrl+u": lambda b: b.delete_to_start(),
    "ctrl+k": lambda b: b.delete_to_end(),
    "ctrl+z": lambda b: b.undo(),
    "ctrl+y": lambda b: b.redo(),
}

_IGNORED: Final = frozenset({"pageup", "pagedown", "insert", "alt+up", "alt+down", "shift+up", "shift+down"})
