"""`mgtui check`: are these sound session files? Every problem is listed with its place."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from mgtui.cli.exits import ANSWER_IS_NO, DONE, FILE_UNUSABLE
from mgtui.cli.output import write, write_json
from mgtui.documents.check_report import CheckedFile, check_as_data, check_as_text
from mgtui.locale import _
from mgtui.locale.wording import trouble
from mgtui.store.errors import StoreError
from mgtui.store.opening import real_path
from mgtui.store.siblings import conflict_copies
from mgtui.store.soundness import check


def run(arguments: Namespace) -> int:
    """Write what is wrong in each file."""
    files = [_checked(name) for name in arguments.files]
    if arguments.json:
        write_json(check_as_data(files))
    else:
        write(check_as_text(files))
    if any(file.trouble for file in files):
        return FILE_UNUSABLE
    return DONE if all(file.is_sound for file in files) else ANSWER_IS_NO


def _checked(name: str) -> CheckedFile:
    path = Path(name)
    try:
        return CheckedFile(file=name, problems=check(path), notes=_notes(path))
    except StoreError as error:
        return CheckedFile(file=name, trouble=trouble(error.code, error.details))


def _notes(path: Path) -> list[str]:
    """What lies beside the file that may be another copy of the same session."""
    note = _("{copy} beside it looks like a conflict copy made by {service}: compare the two before you go on.")
    return [note.format(copy=each.path.name, service=each.service) for each in conflict_copies(real_path(path))]
