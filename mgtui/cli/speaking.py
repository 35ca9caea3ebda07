"""The language of this run, known before anything else is, so that even a wrong argument is told in it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from mgtui import locale
from mgtui.locale import N_


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

    if not (places.settings_folder() / "settings.toml").is_file():
        return None
    from mgtui.cli import settings

    return settings.read().settings.language


@contextmanager
def argument_parser() -> Iterator[None]:
    """Within this, argparse finds its own texts in our catalogue, in the language in use.

    It asks gettext for the catalogue of the present domain and of the language that LANGUAGE names.
    """
    import gettext

    domain, folder, language = gettext.textdomain(), gettext.bindtextdomain(locale.DOMAIN), os.environ.get("LANGUAGE")
    gettext.textdomain(locale.DOMAIN)
    gettext.bindtextdomain(locale.DOMAIN, locale.FOLDER)
    os.environ["LANGUAGE"] = locale.language()
    try:
        yield
    finally:
        gettext.textdomain(domain)
        gettext.bindtextdomain(locale.DOMAIN, folder)
        if language is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = language


# What argparse says, for our catalogue to translate.
ARGUMENT_PARSER_TEXTS = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("unrecognized arguments: %s"),
    N_("the following arguments are required: %s"),
    N_("expected one argument"),
    N_("expected at least one argument"),
    N_("ignored explicit argument %r"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("%(prog)s: error: %(message)s\n"),
)
