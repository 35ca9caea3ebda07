"""The interface's words in Dutch and English: texts are looked up when they are shown, never when a module loads.

English is the source language, so a text without a translation shows as it stands in the code. The language can be
switched while the program runs, which is why nothing may keep a translated text.
"""

from __future__ import annotations

import gettext as _gettext
import os
from collections.abc import Mapping
from functools import cache
from typing import Final, Literal, get_args

Language = Literal["nl", "en"]

LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
DOMAIN: Final = "mgtui"

_SOURCE_LANGUAGE: Final[Language] = "en"
FOLDER: Final = os.path.dirname(os.path.abspath(__file__))
_language: Language = _SOURCE_LANGUAGE


def _(message: str) -> str:
    """`message` in the language in use; a message without a translation comes back as it is."""
    # An empty message is the key of a catalogue's header.
    return _catalogue(_language).gettext(message) if message else ""


def ngettext(singular: str, plural: str, number: int) -> str:
    """`singular` or `plural`, whichever fits `number`, in the language in use."""
    return _catalogue(_language).ngettext(singular, plural, number)


def pgettext(context: str, message: str) -> str:
    """`message` as it is meant in `context` ("verb", "column title"), in the language in use."""
    return _catalogue(_language).pgettext(context, message)


def N_(message: str) -> str:
    """Mark `message` for translation without translating it; `_(message)` does so where it is shown."""
    return message


def use(language: Language) -> None:
    """Show texts, numbers and dates in `language` from now on."""
    global _language
    _language = language


def language() -> Language:
    """The language in use; English until `use` says otherwise."""
    return _language


def choose(explicit: str | None, setting: str | None, environ: Mapping[str, str]) -> Language:
    """The language for this run.

    Args:
        explicit: what `--lang` says, if anything.
        setting: what the user's settings say, if anything.
        environ: the environment, for its locale.

    Returns:
        The first of those that names a language we speak; English when none does.
    """
    return _spoken(explicit) or _spoken(setting) or _from_environment(environ)


def _from_environment(environ: Mapping[str, str]) -> Language:
    """Dutch for Dutch locales; LANGUAGE goes before the locale unless that is C, as in GNU gettext."""
    names = (environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next(filter(None, names), "C")
    if _base(locale) in {"c", "posix"}:
        return _SOURCE_LANGUAGE
    wishes = [*environ.get("LANGUAGE", "").split(":"), locale]
    return next(filter(None, map(_spoken, wishes)), _SOURCE_LANGUAGE)


def _spoken(name: str | None) -> Language | None:
    """The language of ours that `name` ("nl", "nl_BE.UTF-8", "Dutch") stands for, if any."""
    base = _base(name or "")
    base = {"dutch": "nl", "nederlands": "nl", "english": "en"}.get(base, base)
    return next((known for known in LANGUAGES if known == base), None)


def _base(locale: str) -> str:
    """The language part of a locale's name: "nl" of "nl_NL.UTF-8@euro"."""
    return locale.strip().lower().replace("-", "_").partition("_")[0].partition(".")[0].partition("@")[0]


@cache
def _catalogue(language: Language) -> _gettext.NullTranslations:
    if language == _SOURCE_LANGUAGE:
        return _gettext.NullTranslations()
    path = os.path.join(FOLDER, language, "LC_MESSAGES", f"{DOMAIN}.mo")
    with open(path, "rb") as compiled:
        return _gettext.GNUTranslations(compiled)
