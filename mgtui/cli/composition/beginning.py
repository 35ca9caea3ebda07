"""A new session: what a person asks for, checked, and a file whose history begins with just that."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from mgtui.cli import people
from mgtui.cli.composition import room_of_one
from mgtui.cli.exits import WRONG_USAGE, Failure
from mgtui.domain.names import same_name
from mgtui.domain.people import Person
from mgtui.domain.scale import POINTS, Scale, amounts
from mgtui.domain.session import LONGEST_NAME, LONGEST_TEXT, Session
from mgtui.domain.verbs.partners import begin
from mgtui.locale import _, numbers
from mgtui.locale.safe_text import clipped
from mgtui.store.access import create_session
from mgtui.store.lock import this_process
from mgtui.store.sessionfile import SessionFile

LONGEST_UNIT: Final = 40
_LONGEST_NAMED: Final = 60
_POINTS_NAMES: Final = ("points", "punten")


def scale_called(name: str) -> Scale:
    """The scale that a person asks for: "points", or the unit of an amount such as "euro".

    Raises:
        Failure: `name` is no unit.
    """
    unit = name.strip()
    if unit.casefold() in _POINTS_NAMES:
        return POINTS
    names_something = any(unicodedata.category(each)[0] == "L" or unicodedata.category(each) == "Sc" for each in unit)
    if not names_something or len(unit) > LONGEST_UNIT or not unit.isprintable():
        sentence = _("“{name}” is no scale. Give “points” for 1 to 5, or a unit such as euro or fte.")
        raise Failure(WRONG_USAGE, sentence.format(name=clipped(name, _LONGEST_NAMED)))
    return amounts(unit)


def create(path: Path, title: str, partners: Sequence[str], ambition: str, scale: Scale, person: Person) -> SessionFile:
    """A new session file, left open for writing.

    Raises:
        Failure: the title or a partner's name does not fit.
        StoreError: the file can't be made; nothing that is there is touched.
    """
    names = [_fitting(name, LONGEST_NAME, _("The name of a partner")) for name in partners]
    _refuse_twins(names)
    change = begin(
        identity := people.new_id(),
        _fitting(title, LONGEST_NAME, _("The title")),
        [(people.new_id(), name) for name in names],
        people.now(),
        people.new_id(),
        _fitting(ambition, LONGEST_TEXT, _("The ambition"), may_be_empty=True),
        scale,
    )
    room = room_of_one.after(Session(id=identity), (), change, person)
    return create_session(path, room.session, room.history, this_process(person.name))


def _fitting(text: str, limit: int, what: str, *, may_be_empty: bool = False) -> str:
    text = text.strip()
    if not text and not may_be_empty:
        raise Failure(WRONG_USAGE, _("{what} can't be empty.").format(what=what))
    if len(text) > limit:
        shown = {"what": what, "length": numbers.shown(len(text)), "limit": numbers.shown(limit)}
        raise Failure(
            WRONG_USAGE, _("{what} is too long: {length} characters, where at most {limit} fit.").format(**shown)
        )
    return text


def _refuse_twins(names: Sequence[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if same_name(name) in seen:
            sentence = _("Two partners are called “{name}”. Give each a name of its own.")
            raise Failure(WRONG_USAGE, sentence.format(name=clipped(name, _LONGEST_NAMED)))
        seen.add(same_name(name))
