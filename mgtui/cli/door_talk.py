"""What `mgtui host --events` and the program that started it say to each other, a line at a time."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from mgtui.domain.people import Role

INVITE: Final = "invite "
"""Said to the door for one more code; a role follows. The end of the input closes the door."""


class Code(Struct, frozen=True):
    """A code that lets someone in, and for how many seconds from now."""

    code: str
    role: Role
    seconds: float


class Opened(Struct, frozen=True):
    """Of a door that is open: the fingerprint of its host key, beside what `OpenDoor` holds."""

    fingerprint: str


class Said(Struct, frozen=True):
    """A line of what the door says.

    Attributes:
        opened: once, when people can come in.
        line: what they type, said along with it.
        log: something happened.
        codes: those that let someone in by now; said each time.
    """

    opened: Opened | None = None
    line: str = ""
    log: str = ""
    codes: tuple[Code, ...] = ()
