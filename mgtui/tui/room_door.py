"""What the screens need of the SSH door to the open session; the composition root brings it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Literal, Protocol

from msgspec import Struct

from mgtui.domain.people import Role


class InviteCode(Struct, frozen=True, kw_only=True):
    """A code that lets one person in, once.

    Attributes:
        role: as which.
        until: when it ends.
    """

    code: str
    role: Role
    until: datetime


class DoorState(Struct, frozen=True, kw_only=True):
    """How the door stands.

    Attributes:
        stage: "opening" and "closing" take a moment, in which everyone may go on.
        line: what someone types to come in.
        is_for_all: whether others than this machine can reach it.
        fingerprint: of its host key.
        codes: those that still let someone in.
        log: who came and went, the latest last.
        trouble: why it could not be opened, or ended by itself; empty when nothing is wrong.
    """

    stage: Literal["shut", "opening", "open", "closing"] = "shut"
    line: str = ""
    is_for_all: bool = False
    fingerprint: str = ""
    codes: tuple[InviteCode, ...] = ()
    log: tuple[str, ...] = ()
    trouble: str = ""


class RoomDoor(Protocol):
    """The door; what happens to it is told in the screens' own thread."""

    @property
    def state(self) -> DoorState:
        """How it stands."""

    def listen(self, hear: Callable[[], None]) -> None:
        """Have `hear` called whenever it stands otherwise."""

    def listen_no_more(self, hear: Callable[[], None]) -> None:
        """No longer."""

    def open(self, *, is_for_all: bool, role: Role) -> None:
        """Open it, with a code for one person in `role`; whether that worked is told."""

    def invite(self, role: Role) -> None:
        """Have one more code, for `role`."""

    def close(self) -> None:
        """Close it; whoever is in is told, and everything is saved."""
