"""The language of this run, known before anything else is, so that even a wrong argument is told in it."""

from __future__ import annotations

import os
from collections.abc import Sequence

from mgtui import locale


def choose(arguments: Sequence[str]) -> None:
    """Speak what `--lang` says, else what the settings say, else what the locale says."""
    explicit = _asked_for(arguments)
    locale.use(locale.choose(explicit, None if explicit else _setting(), os.environ))


def _asked_for(arguments: Sequence[str]) -> str | None:
    """The value of the last `--lang` on the command line, whatever else stands there."""
    found = None
    for at, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument.startswith("--lang="):
            found = argument.partition("=")[2]
        elif argument == "--lang" and at + 1 < len(arguments):
            found = arguments[at + 1]
    return found


def _setting() -> str | None:
    from mgtui.cli import places

    if not os.path.isfile(places.settings_folder() / "settings.toml"):
        return None
    from mgtui.cli import settings

    return settings.read().settings.language
