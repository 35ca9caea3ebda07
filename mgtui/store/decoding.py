"""Bytes to tables, refusing every byte sequence that two programs might read as two different sessions.

Invariant: what `decode` returns holds only finite numbers, whole characters and objects whose keys differ.
"""

from __future__ import annotations

import json
import re
from codecs import BOM_UTF8
from pathlib import Path
from typing import Any

from mgtui.store.errors import NotASession
from mgtui.store.problems import Problem
from mgtui.store.scanning import DEEPEST, findings, is_too_large, line_and_column

Record = dict[str, Any]
Tables = dict[str, dict[str, Record]]

SURROGATE_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]")
ALWAYS_FITS = 18


def decode(data: bytes, path: Path) -> Tables:
    """The tables in `data`.

    Args:
        data: the whole file.
        path: the file they are from, for the error to name.

    Raises:
        NotASession: with every problem and its place.
    """
    text = _text(data, path)
    parser = _Parser()
    try:
        document = json.loads(
            text,
            object_pairs_hook=parser.unrepeated,
            parse_constant=parser.constant,
            parse_float=parser.fraction,
            parse_int=parser.integer,
        )
    except json.JSONDecodeError as error:
        problem = Problem("not_json", line=error.lineno, column=error.colno, details={"problem": error.msg})
        raise NotASession(path, [problem]) from None
    except RecursionError:
        raise NotASession(path, findings(text)) from None
    if parser.suspects or SURROGATE_ESCAPE.search(text) or _is_too_deep(document):
        problems = findings(text)
        if problems:
            raise NotASession(path, problems)
    return _tables(document, path)


def _text(data: bytes, path: Path) -> str:
    if not data.strip():
        raise NotASession(path, [Problem("empty")])
    try:
        return data.removeprefix(BOM_UTF8).decode("utf-8", "strict")
    except UnicodeDecodeError as error:
        sound = error.object[: error.start].decode("utf-8")
        line, column = line_and_column(sound, len(sound))
        raise NotASession(path, [Problem("not_utf8", line=line, column=column)]) from None


class _Parser:
    """The hooks of one parse; `suspects` tells whether the text needs the slow look."""

    def __init__(self) -> None:
        self.suspects = False

    def unrepeated(self, pairs: list[tuple[str, Any]]) -> Record:
        found = dict(pairs)
        if len(found) != len(pairs):
            self.suspects = True
        return found

    def constant(self, name: str) -> None:
        self.suspects = True

    def fraction(self, token: str) -> float:
        self.suspects |= is_too_large(token)
        return float(token)

    def integer(self, token: str) -> int:
        if len(token) < ALWAYS_FITS or not is_too_large(token):
            return int(token)
        self.suspects = True
        return 0


def _is_too_deep(document: Any) -> bool:
    """Looks level by level; by `type`, as a long history has a hundred thousand values and `isinstance` is slow."""
    level = [document] if type(document) in (dict, list) else []
    for _ in range(DEEPEST):
        level = [
            child
            for parent in level
            for child in (parent.values() if type(parent) is dict else parent)
            if type(child) is dict or type(child) is list
        ]
        if not level:
            return False
    return True


def _tables(document: Any, path: Path) -> Tables:
    if not isinstance(document, dict):
        raise NotASession(path, [Problem("not_tables")])
    problems = []
    for name, table in document.items():
        if not isinstance(table, dict):
            problems.append(Problem("not_a_table", name))
            continue
        for number, record in table.items():
            if not isinstance(record, dict):
                problems.append(Problem("not_a_record", f"{name}/{number}"))
    if problems:
        raise NotASession(path, problems)
    return document
