"""`mgtui info`: where settings, logs and sessions are, which versions run, and what works on this terminal."""

from __future__ import annotations

import os
import platform
import sys
from argparse import Namespace
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from typing import Final

import mgtui
from mgtui import locale
from mgtui.cli import people, places, settings
from mgtui.cli.composition import samples
from mgtui.cli.exits import DONE
from mgtui.cli.output import speaks_unicode, write
from mgtui.locale import _
from mgtui.locale.safe_text import safe

_PACKAGES: Final = ("textual", "tinydb", "msgspec", "asyncssh", "pyperclip")


def run(arguments: Namespace) -> int:
    """Write it, a line for each thing."""
    write("".join(f"{name}: {safe(value)}\n" for name, value in (*_places(), *_versions(), *_terminal())))
    return DONE


def _places() -> Iterator[tuple[str, str]]:
    reading = settings.read()
    file = settings.settings_file()
    yield _("settings"), str(file) if file.exists() else _("{file} (not made yet)").format(file=file)
    for flaw in reading.flaws:
        yield _("settings"), str(flaw)
    yield _("what mgtui remembers"), str(places.state_folder())
    yield _("crash reports"), str(places.state_folder() / "crashes")
    yield _("new sessions"), str(places.sessions_folder(reading.settings.sessions))
    yield _("samples"), str(samples.folder() or _("not found"))
    yield _("your name"), reading.settings.name or people.account()


def _versions() -> Iterator[tuple[str, str]]:
    yield "mgtui", mgtui.__version__
    yield "Python", f"{platform.python_version()} ({platform.system()} {platform.machine()})"
    for package in _PACKAGES:
        yield package, _version_of(package)


def _version_of(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return _("not installed")


def _terminal() -> Iterator[tuple[str, str]]:
    yield _("language"), {"nl": "Nederlands", "en": "English"}[locale.language()]
    yield _("terminal"), os.environ.get("TERM") or _("unknown")
    yield _("size"), _size()
    yield _("colours"), _colours()
    yield _("signs"), _("all") if speaks_unicode(sys.stdout) else _("ASCII only: set a UTF-8 locale, or use --ascii")
    yield _("clipboard"), _clipboard()


def _size() -> str:
    try:
        columns, lines = os.get_terminal_size(sys.stdout.fileno())
    except (OSError, ValueError):
        return _("no terminal here")
    text = f"{columns} × {lines}"
    fits = columns >= 80 and lines >= 24
    return text if fits else _("{size}; the board needs 80 × 24").format(size=text)


def _colours() -> str:
    if "NO_COLOR" in os.environ:
        return _("none, because NO_COLOR is set")
    if os.environ.get("COLORTERM", "") in ("truecolor", "24bit"):
        return _("all")
    return "256" if "256" in os.environ.get("TERM", "") else "16"


def _clipboard() -> str:
    if os.environ.get("SSH_CONNECTION") or os.environ.get("SSH_TTY"):
        return _("that of the terminal you sit at, if it allows that (OSC 52)")
    return _("that of this machine, and that of the terminal if it allows that (OSC 52)")
