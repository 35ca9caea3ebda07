"""The user's settings: every key has a default, and what is wrong in the file is told and left out, never fatal.

The file is TOML, written by hand or by us; saving keeps its comments, the keys we don't know and the values that were
wrong, and changes only what has been set anew.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable, Mapping, MutableMapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from mgtui.cli import places
from mgtui.locale import LANGUAGES, N_, Language, _

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

DEFAULT_THEME: Final = "mgtui-beamer-dark"

_LONGEST_FILE = 256 * 1024


class Settings(Struct, frozen=True):
    """What the user prefers; a settings file needs to name only what differs from these defaults.

    Attributes:
        language: of the interface; None follows the locale.
        theme: the name of a theme; the screens fall back on the default when they don't have it.
        vim_keys: whether hjkl move the cursor too.
        bell: whether the terminal's bell sounds when a turn is over.
        name: who the user is in a session's history; empty is the name of the account.
        ascii: whether to draw with plain ASCII only.
        keys: the keys of an intent that differ from its own, by the intent's id.
        sessions: the folder that new sessions go to; empty is the platform's documents folder.
    """

    language: Language | None = None
    theme: str = DEFAULT_THEME
    vim_keys: bool = False
    bell: bool = False
    name: str = ""
    ascii: bool = False
    keys: Mapping[str, tuple[str, ...]] = {}
    sessions: str = ""


class Flaw(Struct, frozen=True):
    """Something in the settings file that can't be used; the default holds instead.

    Attributes:
        message: what is wrong and what to do, still to be translated; may name {key}, {value}, {expected} and {reason}.
        expected: what the setting takes, still to be translated.
    """

    message: str
    path: Path
    key: str = ""
    value: str = ""
    expected: str = ""
    reason: str = ""

    def __str__(self) -> str:
        """The sentence in the language in use."""
        expected = _(self.expected)
        sentence = _(self.message).format(key=self.key, value=self.value, expected=expected, reason=self.reason)
        return f"{self.path}: {sentence}"


class Reading(Struct, frozen=True):
    """The settings that hold, and what in the file was passed over."""

    settings: Settings = Settings()
    flaws: tuple[Flaw, ...] = ()


def settings_file() -> Path:
    """The file that holds the user's settings; it need not exist."""
    return places.settings_folder() / "settings.toml"


def read(path: Path | None = None) -> Reading:
    """The settings in `path`, the user's own file unless told otherwise; no file means the defaults.

    Never fails: a file that can't be read, isn't TOML or holds a value of the wrong kind is told in the flaws.
    """
    path = path or settings_file()
    try:
        values = _values(_content(path))
    except (OSError, ValueError, RecursionError) as flaw:
        reason = (flaw.strerror if isinstance(flaw, OSError) else None) or str(flaw)
        message = N_("can't be read ({reason}); the default settings are used. Mend the file or remove it.")
        return Reading(flaws=(Flaw(message, path, reason=reason),))
    return _reading(values, path)


def save(settings: Settings, path: Path | None = None) -> None:
    """Make `path`, the user's own file unless told otherwise, say what `settings` says.

    Only what differs from what the file says now is written. A file that isn't TOML is set aside under a name that
    ends in `.broken`.

    Raises:
        OSError: the file can't be written; it is as it was.
    """
    import tomlkit

    path = (path or settings_file()).resolve()
    try:
        document = tomlkit.parse(_content(path))
    except ValueError:
        path.replace(path.with_name(f"{path.name}.broken"))
        document = tomlkit.document()
    _bring_up_to_date(document, _reading(document.unwrap(), path).settings, settings)
    _replace(path, tomlkit.dumps(document))


def _content(path: Path) -> str:
    """The text of the file; empty where there is none."""
    try:
        with path.open("rb") as file:
            content = file.read(_LONGEST_FILE + 1)
    except FileNotFoundError:
        return ""
    if len(content) > _LONGEST_FILE:
        raise ValueError(f"> {_LONGEST_FILE} bytes")
    return content.decode("utf-8-sig")


def _values(content: str) -> Mapping[str, Any]:
    if not content:
        return {}
    import tomllib

    return tomllib.loads(content)


def _reading(values: Mapping[str, Any], path: Path) -> Reading:
    held: dict[str, Any] = {}
    flaws: list[Flaw] = []
    for key, value in values.items():
        if key == "keys" and isinstance(value, dict):
            held[key], wrong = _keys(value, path)
            flaws += wrong
        elif key in _ACCEPTED:
            accepts, expected = _ACCEPTED[key]
            if accepts(value):
                held[key] = value
            else:
                flaws.append(_wrong(path, key, value, expected))
    return Reading(Settings(**held), tuple(flaws))


def _keys(table: Mapping[str, Any], path: Path) -> tuple[dict[str, tuple[str, ...]], list[Flaw]]:
    """The keys of each intent in the `keys` table, a single one or a list, and what in it is neither."""
    held: dict[str, tuple[str, ...]] = {}
    flaws: list[Flaw] = []
    for intent, value in table.items():
        named = value if isinstance(value, list) else [value]
        if all(isinstance(key, str) and _KEY.match(key) for key in named):
            held[intent] = tuple(named)
        else:
            flaws.append(_wrong(path, f"keys.{intent}", value, N_('a key such as "ctrl+n", or a list of keys')))
    return held, flaws


def _wrong(path: Path, key: str, value: object, expected: str) -> Flaw:
    message = N_("{key} = {value} is passed over; it takes {expected}.")
    return Flaw(message, path, key=key, value=_plain(value), expected=expected)


def _plain(value: object) -> str:
    """`value` on one line, at most forty characters, safe for a terminal."""
    text = {True: "true", False: "false"}[value] if isinstance(value, bool) else ascii(value)
    return text if len(text) <= 40 else f"{text[:39]}…"


_KEY = re.compile(r"[^\s\x00-\x1f\x7f]{1,40}\Z")


def _is_line(value: object) -> bool:
    return isinstance(value, str) and len(value) <= 1000 and value.isprintable()


def _is_name(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"[A-Za-z0-9_-]{1,60}", value) is not None


def _is_switch(value: object) -> bool:
    return isinstance(value, bool)


_ACCEPTED: Final[Mapping[str, tuple[Callable[[object], bool], str]]] = {
    "language": (lambda value: value in LANGUAGES, N_('"nl" or "en"')),
    "theme": (_is_name, N_('the name of a theme, such as "mgtui-beamer-light"')),
    "vim_keys": (_is_switch, N_("true or false")),
    "bell": (_is_switch, N_("true or false")),
    "name": (_is_line, N_("a text of one line")),
    "ascii": (_is_switch, N_("true or false")),
    "keys": (lambda _value: False, N_("a table of actions and their keys")),
    "sessions": (_is_line, N_("the path of a folder")),
}


def _bring_up_to_date(document: TOMLDocument, old: Settings, new: Settings) -> None:
    for name in (each for each in Settings.__struct_fields__ if each != "keys"):
        if getattr(old, name) != (value := getattr(new, name)):
            _put(document, name, value)
    if old.keys != new.keys:
        _bring_keys_up_to_date(document, old.keys, new.keys)


def _bring_keys_up_to_date(
    document: TOMLDocument, old: Mapping[str, tuple[str, ...]], new: Mapping[str, tuple[str, ...]]
) -> None:
    import tomlkit

    if not isinstance(document.get("keys"), dict):
        document["keys"] = tomlkit.table()
    table: MutableMapping[str, Any] = document["keys"]
    for intent in sorted(old.keys() | new.keys()):
        if old.get(intent) != (keys := new.get(intent)):
            _put(table, intent, _as_written(keys))


def _as_written(keys: tuple[str, ...] | None) -> str | list[str] | None:
    """One key as a text, several as a list; none of our own means the setting goes."""
    if keys is None:
        return None
    return keys[0] if len(keys) == 1 else list(keys)


def _put(table: MutableMapping[str, Any], name: str, value: object) -> None:
    if value is None:
        table.pop(name, None)
    else:
        table[name] = value


def _replace(path: Path, text: str) -> None:
    """Put `text` at `path` in one step, for the user's eyes only."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise
