"""Is it a sound session file? Every problem of it, with its place down to the line; nothing is altered."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from mgtui.domain.history import Entry
from mgtui.domain.history import replay as replay_history
from mgtui.domain.refusal import Refused
from mgtui.domain.session import Session
from mgtui.store.errors import NotASession
from mgtui.store.loading import Loaded, load
from mgtui.store.opening import read_regular, real_path
from mgtui.store.problems import Problem, path_of
from mgtui.store.scanning import line_and_column, scan


def check(path: Path) -> list[Problem]:
    """Every problem of the session file at `path`; none when it is sound.

    Raises:
        StoreError: when it can't be read at all.
    """
    real = real_path(path)
    data, _ = read_regular(real)
    try:
        loaded = load(data, real)
    except NotASession as error:
        problems = list(error.problems)
    else:
        problems = loaded.problems + _history_problems(loaded)
    return _located(data, problems)


def _history_problems(loaded: Loaded) -> list[Problem]:
    """Whether the history leads to the session; not asked when something else is wrong already."""
    mended = any(problem.level != "noted" for problem in loaded.problems)
    if mended or not loaded.history or _leads_to(loaded.session, loaded.history):
        return []
    return [Problem("history_differs", "history", "noted")]


def _leads_to(session: Session, history: list[Entry]) -> bool:
    try:
        return replay_history(Session(id=session.id), history) == session
    except Refused:
        return False


def _located(data: bytes, problems: list[Problem]) -> list[Problem]:
    """`problems` with the line and column of their place, where that is in the text."""
    wanted = {problem.place for problem in problems if problem.place and not problem.line}
    if not wanted:
        return problems
    text = data.decode("utf-8-sig")
    places: dict[str, tuple[int, int]] = {}
    for found in scan(text):
        place = path_of(found.steps)
        if place in wanted and not found.is_key:
            places[place] = line_and_column(text, found.offset)
    return [_at(problem, places) for problem in problems]


def _at(problem: Problem, places: dict[str, tuple[int, int]]) -> Problem:
    if problem.line or problem.place not in places:
        return problem
    line, column = places[problem.place]
    return replace(problem, line=line, column=column)
