"""`mgtui new`: makes a session file, with its partners at the table and its first meeting opened."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from mgtui.cli import calling, people
from mgtui.cli.composition import beginning
from mgtui.cli.exits import DONE, FILE_UNUSABLE, WRONG_USAGE, Failure
from mgtui.cli.output import tell
from mgtui.locale import _
from mgtui.locale.safe_text import safe
from mgtui.store.errors import Missing


def run(arguments: Namespace) -> int:
    """Make the file and say how to open it."""
    if not arguments.file:
        raise Failure(WRONG_USAGE, _("Name the file to make."))
    scale = beginning.scale_called(arguments.scale)
    path = Path(arguments.file)
    person = people.person()
    try:
        file = beginning.create(path, arguments.title, arguments.partners, arguments.ambition, scale, person)
    except Missing as error:
        sentence = _("{folder}: there is no such folder. Make it first, or choose another.")
        raise Failure(FILE_UNUSABLE, sentence.format(folder=safe(str(error.path)))) from error
    file.close()
    how = calling.line("open", arguments.file)
    tell(_("{file} is made. Open it with: {command}").format(file=safe(arguments.file), command=safe(how)))
    return DONE
