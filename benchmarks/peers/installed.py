"""Other programs to measure beside, where they are installed: beside this interpreter or on the path."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import NamedTuple

from tests.terminal import ProgramEnded, ScreenTimeout, Terminal


class Peer(NamedTuple):
    """A terminal program.

    Attributes:
        name: of the package.
        argv: starts it; None when it is not installed.
        until: on the screen when it has come up.
    """

    name: str
    argv: list[str] | None
    until: str


KNOWN = (("kanban-tui", "ktui", "Board"), ("posting", "posting", "Send"))


def dashboards(home: Path) -> list[Peer]:
    """The dashboards that we know of, each keeping its things in `home`."""
    places = os.pathsep.join((os.path.dirname(sys.executable), os.environ.get("PATH", "")))
    kept = [f"HOME={home}", *(f"XDG_{kind}_HOME={home}" for kind in ("CONFIG", "DATA", "STATE", "CACHE"))]
    found = []
    for name, command, until in KNOWN:
        program = shutil.which(command, path=places)
        found.append(Peer(name, ["env", *kept, program] if program else None, until))
    return found


def comes_up(peer: Peer) -> str:
    """Why `peer` can't be measured here; "" when it can."""
    if peer.argv is None:
        return "not installed"
    try:
        with Terminal(peer.argv, columns=120, rows=36) as terminal:
            terminal.wait_for(peer.until, 60)
    except (ProgramEnded, ScreenTimeout) as error:
        return f"does not come up here: {str(error).splitlines()[0].removesuffix('; screen:')}"
    return ""


def missing(*programs: str) -> str:
    """What of `programs` isn't here, as a reason to skip; "" when all are."""
    places = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin"))
    absent = [program for program in programs if shutil.which(program, path=places) is None]
    return f"no {', no '.join(absent)} here" if absent else ""
