"""Which key does what on a screen: the person's own keys first, then hjkl when switched on, then the intents' own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from textual.keys import _character_to_key

from mgtui.locale import _
from mgtui.tui.intents.intent import EVERYWHERE, OVERLAYS_TOO, AnyIntent

_SHOWN = {
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "question_mark": "?",
    "slash": "/",
    "plus": "+",
    "minus": "-",
    "comma": ",",
    "greater_than_sign": ">",
    "less_than_sign": "<",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "equals_sign": "=",
    "escape": "esc",
    "pageup": "pgup",
    "pagedown": "pgdn",
    "delete": "del",
}


class Keymap:
    """The keys of a screen's intents.

    Args:
        intents: all that can be done there.
        own_keys: by intent id, the keys that the person chose instead of the intent's own.
        vim_keys: whether hjkl move the cursor.
    """

    def __init__(self, intents: Iterable[AnyIntent], own_keys: Mapping[str, tuple[str, ...]], vim_keys: bool) -> None:
        self.intents = tuple(intents)
        self._by_key: dict[str, AnyIntent] = {}
        claims: list[tuple[AnyIntent, Iterable[str]]] = [(i, own_keys[i.id]) for i in self.intents if i.id in own_keys]
        if vim_keys:
            claims += [(i, i.vim_keys) for i in self.intents]
        claims += [(i, i.keys) for i in self.intents if i.id not in own_keys]
        for intent, keys in claims:
            for key in keys:
                self._by_key.setdefault(normal(key), intent)

    def intent_for(self, key: str) -> AnyIntent | None:
        """What `key` (Textual's name for it) does here."""
        return self._by_key.get(key)

    def keys_of(self, intent: AnyIntent) -> tuple[str, ...]:
        """The keys that do `intent` here, the one to show first."""
        return tuple(key for key, each in self._by_key.items() if each.id == intent.id)

    def items(self) -> Iterable[tuple[str, AnyIntent]]:
        """Every key with what it does."""
        return self._by_key.items()


def lives_on(intent: AnyIntent, screen: str, is_overlay: bool) -> bool:
    """Whether `intent` can be done on the screen called `screen`."""
    return screen in intent.screens or (OVERLAYS_TOO if is_overlay else EVERYWHERE[0]) in intent.screens


def normal(key: str) -> str:
    """Textual's name for a key that a person wrote as "?", "shift+?" or "question_mark"."""
    *modifiers, last = key.split("+") if key != "+" else ["+"]
    return "+".join([*modifiers, _character_to_key(last) if len(last) == 1 else last])


def shown(key: str) -> str:
    """A key as a person reads it, in the language in use: "↑", "?", "ctrl+p", "spatie"."""
    *modifiers, last = key.split("+")
    if last == "space":
        return "+".join([*modifiers, _("space")])
    last = _SHOWN.get(last, last.upper() if last[:1] == "f" and last[1:].isdigit() else last)
    return "+".join([*modifiers, last])
