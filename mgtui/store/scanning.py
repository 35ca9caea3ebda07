"""Finds where in a JSON text things are, for a text known to be well-formed; slow, so only for what is wrong in it."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator

from msgspec import Struct

from mgtui.store.problems import Problem, ProblemCode, path_of

DEEPEST = 32
"""How deep objects and lists may be nested."""

MOST_PROBLEMS = 100
LEAST_INTEGER, LARGEST_INTEGER = -(2**63), 2**64 - 1
LONGEST_INTEGER = 20

# Patterns as text: only a file with something wrong in it needs them, and compiling takes as long as importing this.
TOKEN = r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+'
SURROGATE = "[\ud800-\udfff]"


class Found(Struct, frozen=True):
    """A key or value of the text.

    Attributes:
        steps: the keys and indexes that lead to it.
        offset: of its first character.
        token: its text; an opening bracket for an object or list.
        repeats: whether its object has had this key before.
    """

    steps: tuple[str | int, ...]
    offset: int
    token: str
    is_key: bool = False
    repeats: bool = False


class _Frame:
    """An object or list that the scan is inside of."""

    def __init__(self, opening: str) -> None:
        self.keys: set[str] | None = set() if opening == "{" else None
        self.step: str | int = "" if opening == "{" else 0
        self.wants_key = opening == "{"

    def after_comma(self) -> None:
        if isinstance(self.step, int):
            self.step += 1
        self.wants_key = self.keys is not None


def scan(text: str) -> Iterator[Found]:
    """Every key and value of `text`, in order; ends at what is nested too deep."""
    frames: list[_Frame] = []
    for match in re.finditer(TOKEN, text):
        token = match[0]
        if token in "}]":
            frames.pop()
        elif token == ",":
            frames[-1].after_comma()
        elif token == ":":
            frames[-1].wants_key = False
        elif frames and frames[-1].wants_key:
            yield _key(frames, match)
        else:
            yield Found(_steps(frames), match.start(), token)
            if token in "{[":
                frames.append(_Frame(token))
                if len(frames) > DEEPEST:
                    return


def findings(text: str) -> list[Problem]:
    """What no session file may hold though JSON parsers let it pass, each with its place; the first hundred."""
    found = []
    for each in scan(text):
        code = _flaw(each)
        if code:
            found.append(_problem(text, each, code))
            if len(found) == MOST_PROBLEMS:
                break
    return found


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """The line and column, both from 1, of character `offset`."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _key(frames: list[_Frame], match: re.Match[str]) -> Found:
    frame, key = frames[-1], json.loads(match[0])
    assert frame.keys is not None
    repeats = key in frame.keys
    frame.keys.add(key)
    frame.step = key
    return Found(_steps(frames), match.start(), match[0], is_key=True, repeats=repeats)


def _steps(frames: list[_Frame]) -> tuple[str | int, ...]:
    return tuple(frame.step for frame in frames)


def _flaw(found: Found) -> ProblemCode | None:
    first = found.token[0]
    if first == '"':
        if found.repeats:
            return "duplicate_key"
        return "lone_surrogate" if "\\u" in found.token and re.search(SURROGATE, json.loads(found.token)) else None
    if first in "{[":
        return "too_deep" if len(found.steps) >= DEEPEST else None
    if found.token in ("NaN", "Infinity", "-Infinity"):
        return "not_a_number"
    return "number_too_large" if first in "-0123456789" and is_too_large(found.token) else None


def is_too_large(token: str) -> bool:
    """Whether the number `token` is one that not every program can hold: over 64 bits, or beyond a float's range."""
    if token.lstrip("-").isdigit():
        return len(token) > LONGEST_INTEGER or not LEAST_INTEGER <= int(token) <= LARGEST_INTEGER
    return not math.isfinite(float(token))


def _problem(text: str, found: Found, code: ProblemCode) -> Problem:
    line, column = line_and_column(text, found.offset)
    return Problem(code, re.sub(SURROGATE, "\N{REPLACEMENT CHARACTER}", path_of(found.steps)), line=line, column=column)
