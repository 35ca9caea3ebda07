"""The program of someone who came in over SSH: `open` or `present FILE`, or `choose FOLDER`, with a token.

Invariant: it does nothing without a token, and what the token says is all that it may.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mgtui.cli import entry
from mgtui.cli.exits import REFUSED, WRONG_USAGE, Failure
from mgtui.locale import _

if TYPE_CHECKING:
    from mgtui.cli.composition.doors import ProgramDoors
    from mgtui.cli.composition.opened import Opened
    from mgtui.cli.settings import Settings
    from mgtui.domain.people import Person

TOKEN: Final = "MGTUI_TOKEN"


def main(arguments: Sequence[str]) -> int:
    """Show the screens to a guest, and return the exit code."""
    from mgtui.cli.troubles import as_failures

    def run() -> int:
        with as_failures():
            return _run(list(arguments))

    return entry.ended(run)


def _run(arguments: list[str]) -> int:
    from mgtui import locale
    from mgtui.cli.composition import screens
    from mgtui.live.tickets import NotAdmitted, claimed

    locale.use(locale.choose(None, None, os.environ))
    token = os.environ.pop(TOKEN, "")
    if len(arguments) != 2 or arguments[0] not in ("open", "present", "choose"):
        raise Failure(WRONG_USAGE, "mgtui.cli.guest open FILE | present FILE | choose FOLDER")
    what, place = arguments[0], Path(arguments[1])
    try:
        ticket = claimed(token)
    except NotAdmitted:
        raise Failure(REFUSED, _("You can't come in here without an invitation.")) from None

    def doors_for(person: Person, preferred: Settings) -> ProgramDoors:
        from mgtui.cli.composition.guest_doors import GuestDoors

        return GuestDoors(person, preferred, token, place)

    def begin(doors: ProgramDoors) -> Opened:
        return doors.seat_at(place)

    beamer = screens.Beamer(is_all=True) if what == "present" else None
    first = None if what == "choose" else begin
    return screens.show(ticket.name, ticket.role, begin=first, doors_for=doors_for, beamer=beamer)


def take_terminal() -> None:
    """Have standard input as this session's controlling terminal, so that its end ends us."""
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


if __name__ == "__main__":
    take_terminal()
    sys.exit(main(sys.argv[1:]))
