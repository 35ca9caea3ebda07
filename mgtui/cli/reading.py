"""Reads a session for a command that answers and ends: without a lock, a trace, or importing what only saving needs."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mgtui.cli.output import tell
from mgtui.domain.session import Session
from mgtui.locale import ngettext
from mgtui.locale.safe_text import safe
from mgtui.store.loading import Loaded, load
from mgtui.store.opening import read_regular, real_path
from mgtui.store.problems import Problem


def answerable(name: str) -> Session:
    """The session in the file called `name`, and on stderr how much of it had to be left out of the answer.

    Raises:
        StoreError: when it can't be used.
    """
    loaded = _loaded(name)
    tell_what_is_left_out(name, loaded.problems)
    return loaded.session


def tell_what_is_left_out(name: str, problems: Iterable[Problem]) -> None:
    """Tell on stderr how much of the file called `name` is left out of an answer; nothing when all of it is in."""
    left_out = mended_in_words(problems)
    if left_out:
        tell(f"{safe(name)}: {left_out}")


def mended_in_words(problems: Iterable[Problem]) -> str:
    """How much of a file could not be used, as a sentence; empty when all of it could."""
    mended = sum(problem.level == "repaired" for problem in problems)
    if not mended:
        return ""
    return ngettext(
        "{n} thing in the file could not be used; “mgtui check” tells which. It stays in the file.",
        "{n} things in the file could not be used; “mgtui check” tells which. They stay in the file.",
        mended,
    ).format(n=mended)


def session_in(name: str) -> Session:
    """The session in the file called `name`, whoever has it open.

    Raises:
        StoreError: when it can't be used.
    """
    return _loaded(name).session


def _loaded(name: str) -> Loaded:
    path = real_path(Path(name))
    data, _status = read_regular(path)
    return load(data, path)
