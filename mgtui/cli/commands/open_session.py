"""`mgtui open`: the board of a session."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from mgtui.cli import calling
from mgtui.cli.composition import screens
from mgtui.cli.composition.screens import Beamer
from mgtui.cli.exits import FILE_UNUSABLE, Failure
from mgtui.cli.troubles import in_words
from mgtui.locale import _
from mgtui.locale.safe_text import safe

if TYPE_CHECKING:
    from mgtui.cli.composition.doors import ProgramDoors
    from mgtui.cli.composition.opened import Opened
    from mgtui.cli.settings import Settings
    from mgtui.domain.people import Person, Role


def run(arguments: Namespace) -> int:
    """Show the board, as the person and in the role that the command line says.

    Whoever was given a role came in by a door that says so, such as a line in sshd's authorized_keys: a guest, who
    reaches this session and no other file.
    """
    role: Role = "viewer" if arguments.read_only else arguments.role or "facilitator"

    def begin(doors: ProgramDoors) -> Opened:
        from mgtui.store.errors import NotWritable

        try:
            return doors.seat_at(Path(arguments.file))
        except NotWritable as error:
            how = calling.line("open", arguments.file, "--read-only")
            hint = _("To look at it only: {command}").format(command=safe(how))
            raise Failure(FILE_UNUSABLE, f"{in_words(error)}\n{hint}") from error

    def for_guest(person: Person, preferred: Settings) -> ProgramDoors:
        from mgtui.cli.composition.guest_doors import GuestDoors

        return GuestDoors(person, preferred, "", Path(arguments.file))

    doors_for = for_guest if arguments.role else None
    beamer = Beamer() if arguments.present else None
    return screens.show(arguments.name, role, arguments.ascii, begin, doors_for, beamer)
