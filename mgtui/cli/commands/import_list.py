"""`mgtui import`: takes over partners and items from a list, the whole list or nothing of it."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from mgtui.cli import people
from mgtui.cli.composition import room_of_one
from mgtui.cli.exits import DONE, FILE_UNUSABLE, WRONG_USAGE, Failure
from mgtui.cli.output import tell
from mgtui.documents.importing.plan import FORM_BY_ENDING, Form, Plan, plan
from mgtui.documents.importing.problems import BadImport
from mgtui.documents.importing.reading import LARGEST
from mgtui.documents.importing.telling import told
from mgtui.locale import _, ngettext
from mgtui.locale.safe_text import safe
from mgtui.store.access import open_session
from mgtui.store.lock import this_process

if TYPE_CHECKING:
    from mgtui.store.sessionfile import SessionFile


def run(arguments: Namespace) -> int:
    """Plan, take over, save, and say what was taken over."""
    form = FORM_BY_ENDING.get(Path(arguments.source).suffix.lower())
    if form is None:
        sentence = _("{file}: the list must be a file that ends in .csv, .md or .json.")
        raise Failure(WRONG_USAGE, sentence.format(file=safe(arguments.source)))
    data = _read(arguments.source)
    person = people.person()
    file = open_session(Path(arguments.file), this_process(person.name))
    try:
        planned = _planned(file, data, form, arguments.source)
        room = room_of_one.after(file.session, file.history, planned.change, person)
        file.save(room.session, room.history)
    finally:
        file.close()
    sentence = _("{file}: taken over: {counts}.")
    tell(sentence.format(file=safe(arguments.file), counts=told(planned)))
    return DONE


def _read(source: str) -> bytes:
    """The list; one byte more than it may have, so that a larger one is known without reading it."""
    with open(source, "rb") as file:
        return file.read(LARGEST + 1)


def _planned(file: SessionFile, data: bytes, form: Form, source: str) -> Plan:
    if file.newer:
        raise file.newer
    try:
        return plan(file.session, data, form, people.new_id)
    except BadImport as refused:
        raise Failure(FILE_UNUSABLE, _refused(refused, source)) from refused


def _refused(refused: BadImport, source: str) -> str:
    """Every problem on a line of its own, with the line of the list that it is in."""
    number = len(refused.problems)
    text = ngettext(
        "{file}: nothing is taken over, because of {n} problem:",
        "{file}: nothing is taken over, because of {n} problems:",
        number,
    )
    lines = [text.format(file=safe(source), n=number)]
    for problem in refused.problems:
        place = _("line {line}: ").format(line=problem.line) if problem.line else ""
        lines.append(f"  {place}{problem}")
    return "\n".join(lines)
