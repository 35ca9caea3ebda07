"""Codes that let someone in once: for one role, for a while, and for nobody who has to guess.

Invariant: a code works at most once, not after its time, and not after five wrong guesses since it was made.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable
from typing import Final

from msgspec import Struct

from mgtui.domain.people import Role

ALPHABET: Final = "23456789abcdefghjkmnpqrstuvwxyz"
"""No two that look alike when read from a screen."""

LENGTH: Final = 12
"""Characters; 59 bits."""

GROUP: Final = 4

LIFETIME: Final = 30 * 60.0
"""Seconds."""

MOST_FAILURES: Final = 5


class Invite(Struct, frozen=True, kw_only=True):
    """An invitation.

    Attributes:
        code: what to type, in groups; capitals and dashes don't matter.
        role: as which it lets someone in.
        until: the moment it ends, on the clock of its `Invites`.
    """

    code: str
    role: Role
    until: float


class Invites:
    """The invitations of one door.

    Args:
        clock: seconds that only go up.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._open: dict[str, Invite] = {}
        self._failures = 0

    @property
    def open(self) -> tuple[Invite, ...]:
        """Those that could still let someone in, in the order in which they were made."""
        now = self._clock()
        self._open = {key: each for key, each in self._open.items() if each.until > now}
        return tuple(self._open.values())

    def seconds_left(self, invite: Invite) -> float:
        """How long `invite` lasts from now."""
        return invite.until - self._clock()

    @property
    def are_open(self) -> bool:
        """Whether some code could still let someone in."""
        return bool(self.open)

    @property
    def is_locked(self) -> bool:
        """Whether there were too many wrong guesses since the last invitation."""
        return self._failures >= MOST_FAILURES

    def issue(self, role: Role, lifetime: float = LIFETIME) -> Invite:
        """A new invitation for someone to come in as `role` within `lifetime` seconds."""
        bare = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
        code = "-".join(bare[at : at + GROUP] for at in range(0, LENGTH, GROUP))
        invite = Invite(code=code, role=role, until=self._clock() + lifetime)
        self._failures = 0
        self._open[bare] = invite
        return invite

    def redeem(self, said: str) -> Invite | None:
        """The invitation whose code is `said`, which is used up by that; None for a wrong guess."""
        bare = "".join(said.split()).replace("-", "").lower()
        if not self.are_open:
            return None
        found = [key for key in self._open if hmac.compare_digest(key.encode(), bare.encode())]
        if found:
            return self._open.pop(found[0])
        self._failures += 1
        if self.is_locked:
            self._open.clear()
        return None
