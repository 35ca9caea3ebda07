"""The SSH door to the session at this terminal: `mgtui host` in a process of its own, for which nothing here waits.

Invariant: the door does not outlive this process, whose end closes the pipe that holds it open.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from datetime import timedelta
from typing import IO, Final

import msgspec
from msgspec import structs

from mgtui import locale
from mgtui.cli import people
from mgtui.cli.door_talk import INVITE, Said
from mgtui.cli.exits import REFUSED
from mgtui.cli.host_arguments import LOOPBACK, PORT
from mgtui.domain.people import Role
from mgtui.locale import _
from mgtui.tui.room_door import DoorState, InviteCode

EVERYWHERE: Final = "0.0.0.0"

ANY_PORT: Final = 0

MOST_LINES: Final = 50
"""Lines of the log that are kept."""

CLOSED_WITHIN: Final = 12.0
"""Seconds that everyone who is in has to save and go."""


class DoorProcess:
    """The door to the session at `path`.

    Args:
        path: says where the open session is; asked when the door is opened.
        in_app: runs something in the screens' own thread.
    """

    def __init__(self, path: Callable[[], str], in_app: Callable[[Callable[[], None]], None]) -> None:
        self.state = DoorState()
        self._path = path
        self._in_app = in_app
        self._listeners: list[Callable[[], None]] = []
        self._process: subprocess.Popen[bytes] | None = None

    def listen(self, hear: Callable[[], None]) -> None:
        """Have `hear` called whenever it stands otherwise."""
        self._listeners.append(hear)

    def listen_no_more(self, hear: Callable[[], None]) -> None:
        """No longer."""
        self._listeners.remove(hear)

    def open(self, *, is_for_all: bool, role: Role) -> None:
        """Open it, with a code for one person in `role`; whether that worked is told."""
        if self._process is None:
            self._be(DoorState(stage="opening", is_for_all=is_for_all))
            self._start(EVERYWHERE if is_for_all else LOOPBACK, PORT, role)

    def invite(self, role: Role) -> None:
        """Have one more code, for `role`."""
        if self._process and self._process.stdin and self.state.stage == "open":
            self._process.stdin.write(f"{INVITE}{role}\n".encode())
            self._process.stdin.flush()

    def close(self) -> None:
        """Close it; whoever is in is told, and everything is saved."""
        if self._process and self._process.stdin and not self._process.stdin.closed:
            self._process.stdin.close()
            self._be(structs.replace(self.state, stage="closing", codes=()))

    def end(self) -> None:
        """Close it and wait until that is done."""
        process = self._process
        if process:
            self._listeners.clear()
            self.close()
            try:
                process.wait(CLOSED_WITHIN)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def _start(self, address: str, port: int, role: Role) -> None:
        place = ("--listen", address, "--port", str(port), "--invite", role)
        command = (sys.executable, "-m", "mgtui", "--lang", locale.language(), "host", self._path(), *place, "--events")
        complaints = tempfile.TemporaryFile()  # noqa: SIM115
        try:
            process = self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=complaints, start_new_session=True
            )
        except OSError as error:
            complaints.close()
            self._be(DoorState(trouble=_("The door can't be opened: {problem}.").format(problem=error.strerror)))
            return

        def over(status: int, complaint: str) -> None:
            if status == REFUSED and port and self.state.stage == "opening":
                self._start(address, ANY_PORT, role)  # someone else has the usual one
            else:
                self._be_shut(status, complaint)

        threading.Thread(target=self._read, args=(process, complaints, over), daemon=True).start()

    def _read(self, process: subprocess.Popen[bytes], complaints: IO[bytes], over: Callable[[int, str], None]) -> None:
        """Pass on what the door says, and in the end how it ended; in a thread of its own."""
        assert process.stdout
        with process.stdout, complaints:
            for line in process.stdout:
                said = msgspec.json.decode(line, type=Said)
                self._in_app(lambda said=said: self._hear(said))  # type: ignore[misc]
            status = process.wait()
            complaints.seek(0)
            complaint = complaints.read(4096).decode(errors="replace").strip().removeprefix("mgtui: ")
        self._in_app(lambda: over(status, complaint))

    def _hear(self, said: Said) -> None:
        state = self.state
        if said.opened:
            state = structs.replace(state, stage="open", line=said.line, fingerprint=said.opened.fingerprint)
        if said.log:
            state = structs.replace(state, log=(*state.log, said.log)[-MOST_LINES:])
        now = people.now()
        codes = [
            InviteCode(code=each.code, role=each.role, until=now + timedelta(seconds=each.seconds))
            for each in said.codes
        ]
        self._be(structs.replace(state, codes=() if state.stage == "closing" else tuple(codes)))

    def _be_shut(self, status: int, complaint: str) -> None:
        self._process = None
        ended_by_itself = self.state.stage != "closing"
        trouble = complaint or _("The door has closed by itself.") if status or ended_by_itself else ""
        self._be(DoorState(log=self.state.log, trouble=trouble))

    def _be(self, state: DoorState) -> None:
        self.state = state
        for hear in list(self._listeners):
            hear()
