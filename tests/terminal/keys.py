"""What a terminal sends for a key, a mouse or a paste: the legacy encoding of xterm, which every terminal knows."""

from __future__ import annotations

import string

_MODIFIERS = {"shift": 1, "alt": 2, "ctrl": 4}

# Keys that xterm sends as CSI letter, or CSI 1;modifier letter.
_LETTERED = {"up": "A", "down": "B", "right": "C", "left": "D", "home": "H", "end": "F"}
_FUNCTION = {"f1": "P", "f2": "Q", "f3": "R", "f4": "S"}
# Keys that xterm sends as CSI number ~, or CSI number;modifier ~.
_NUMBERED = {"insert": 2, "delete": 3, "pageup": 5, "pagedown": 6, "f5": 15, "f6": 17, "f7": 18, "f8": 19, "f9": 20}
_PLAIN = {"enter": "\r", "tab": "\t", "escape": "\x1b", "backspace": "\x7f", "space": " ", "shift+tab": "\x1b[Z"}
# Without kitty's protocol these can't be told from other keys; with it they are codes.
_KITTY_ONLY = {"ctrl+enter": "\x1b[13;5u", "shift+enter": "\x1b[13;2u"}
_KNOWN = {**_PLAIN, **_KITTY_ONLY}


def key(name: str) -> bytes:
    """The bytes of the key `name`: a character, "down", "F5", "ctrl+z", "alt+up", "shift+tab".

    Raises:
        ValueError: no key has that name; text is to be typed, not pressed.
    """
    if len(name) == 1:
        return name.encode()
    name = name.lower() if name[1:].isdigit() else name
    if name in _KNOWN:
        return _KNOWN[name].encode()
    *modifiers, base = name.split("+")
    if any(modifier not in _MODIFIERS for modifier in modifiers):
        raise ValueError(f"no key is called {name!r}")
    return _modified(name, modifiers, base).encode()


def _modified(name: str, modifiers: list[str], base: str) -> str:
    number = 1 + sum(_MODIFIERS[modifier] for modifier in modifiers)
    if base in _LETTERED:
        return f"\x1b[1;{number}{_LETTERED[base]}" if modifiers else f"\x1b[{_LETTERED[base]}"
    if base in _FUNCTION:
        return f"\x1b[1;{number}{_FUNCTION[base]}" if modifiers else f"\x1bO{_FUNCTION[base]}"
    if base in _NUMBERED:
        return f"\x1b[{_NUMBERED[base]};{number}~" if modifiers else f"\x1b[{_NUMBERED[base]}~"
    if modifiers == ["ctrl"] and base in string.ascii_lowercase:
        return chr(ord(base) - 96)
    if modifiers == ["alt"] and (len(base) == 1 or base in _PLAIN):
        return "\x1b" + _PLAIN.get(base, base)
    raise ValueError(f"no key is called {name!r}")


def paste(text: str) -> bytes:
    """`text` as a bracketed paste."""
    return b"\x1b[200~" + text.encode() + b"\x1b[201~"


def click(x: int, y: int, button: int = 0) -> bytes:
    """A press and release of `button` (0 is the left one) on the cell at column `x`, row `y`, from 0."""
    return mouse(button, x, y) + mouse(button, x, y, released=True)


def wheel(x: int, y: int, *, down: bool) -> bytes:
    """One notch of the wheel over the cell at column `x`, row `y`."""
    return mouse(65 if down else 64, x, y)


def mouse(code: int, x: int, y: int, *, released: bool = False) -> bytes:
    """An SGR mouse report; 32 on top of a button's `code` means that the mouse moved with it down."""
    return f"\x1b[<{code};{x + 1};{y + 1}{'m' if released else 'M'}".encode()
