"""`mgtui host`: an SSH door to a session, in the foreground, with a log of who came and went."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
from argparse import Namespace
from pathlib import Path
from typing import Final

import msgspec

from mgtui.cli import people
from mgtui.cli.composition import hosting
from mgtui.cli.composition.hosting import OpenDoor, Teller, Wanted
from mgtui.cli.door_talk import INVITE, Code
from mgtui.cli.exits import DONE
from mgtui.cli.output import write
from mgtui.domain.people import ROLES
from mgtui.live.ssh.invites import LIFETIME, Invites
from mgtui.locale import _, dates, ngettext, wording
from mgtui.locale.safe_text import safe, safe_json

SECONDS_A_MINUTE: Final = 60


def run(arguments: Namespace) -> int:
    """Open the door, and keep it open until ctrl+c."""
    wanted = Wanted(
        place=Path(arguments.file),
        address=arguments.listen,
        port=arguments.port,
        keys=Path(arguments.keys) if arguments.keys else None,
        invites=tuple(arguments.invites),
    )
    # It warns of every guest who goes without a word, in words for programmers: our own log says who left.
    logging.getLogger("asyncio").setLevel(logging.ERROR)
    asyncio.run(_keep_open(wanted, is_watched=arguments.events))
    return DONE


async def _keep_open(wanted: Wanted, *, is_watched: bool) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(number, stop.set)
    teller: Teller
    if is_watched:
        teller = watched = ForProgram()
        loop.add_reader(sys.stdin.fileno(), _listen, watched, stop)
    else:
        teller = ForPerson()
    await hosting.keep_open(wanted, teller, stop)
    teller.log(_("The door is closed; everything is saved."))


def _listen(teller: ForProgram, stop: asyncio.Event) -> None:
    """Do what the program that started this one says; stop when it is gone, and with it the other end of our input."""
    said = os.read(sys.stdin.fileno(), 1024)
    if said:
        teller.do(said.decode(errors="replace"))
    else:
        stop.set()


class ForPerson:
    """Tells a person at the terminal."""

    def opened(self, door: OpenDoor, invites: Invites) -> None:
        """Everything that someone needs to come in, and how to close the door."""
        line = hosting.join_line(door, hosting.reachable_at(door.address))
        write(
            _("The door is open at {address}, port {port}.").format(address=safe(door.address), port=door.port) + "\n"
        )
        if hosting.is_for_this_machine_only(door.address):
            write(_("Only this machine can reach the door.") + " ")
            write(_("With --listen 0.0.0.0 others can too.") + "\n")
        write(_("Host key: {fingerprint}").format(fingerprint=door.fingerprint) + "\n\n")
        write(_("To come in, type:") + f"\n\n    {line}\n\n")
        for invite in door.invites:
            minutes = round(LIFETIME / SECONDS_A_MINUTE)
            told = ngettext(
                "Invite code for one {role}: {code} (once, for {n} minute)",
                "Invite code for one {role}: {code} (once, for {n} minutes)",
                minutes,
            )
            write(told.format(role=wording.role(invite.role), code=invite.code, n=minutes) + "\n")
        write("\n" + _("Stop with ctrl+c.") + "\n\n")

    def log(self, line: str) -> None:
        """A line with the time."""
        write(f"{dates.time_of_day(people.now(), seconds=True)}  {safe(line)}\n")


class ForProgram:
    """Tells the program that started this one, a line of JSON at a time, and takes its word: "invite ROLE"."""

    def __init__(self) -> None:
        self._invites: Invites | None = None

    def opened(self, door: OpenDoor, invites: Invites) -> None:
        """What the door's `OpenDoor` holds, and the line to type."""
        self._invites = invites
        self._write({"opened": door, "line": hosting.join_line(door, hosting.reachable_at(door.address))})

    def log(self, line: str) -> None:
        """The line."""
        self._write({"log": line})

    def do(self, said: str) -> None:
        """Invite whom the lines of `said` ask for; what else they say is passed over."""
        for line in said.splitlines():
            role = line.removeprefix(INVITE)
            if self._invites and role in ROLES and line.startswith(INVITE):
                self._invites.issue(role)
                self._write({})

    def _write(self, said: dict[str, object]) -> None:
        """`said`, and the codes that let someone in by now."""
        invites = self._invites
        codes = [Code(e.code, e.role, invites.seconds_left(e)) for e in invites.open] if invites else []
        write(safe_json(msgspec.json.encode({**said, "codes": codes}).decode()) + "\n")
