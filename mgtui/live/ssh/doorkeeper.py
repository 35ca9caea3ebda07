"""Lets one connection in, or not: by key or by code, with few tries, and then only to a terminal of our own.

Invariant: nobody gets a session before they showed who they are, and the role is that of what they showed last.
"""

from __future__ import annotations

import asyncio
import secrets
from typing import TYPE_CHECKING, Any, Final

import asyncssh

from mgtui.live.ssh import guests
from mgtui.live.ssh.guest_session import GuestSession
from mgtui.live.ssh.guests import Guest
from mgtui.locale import _

if TYPE_CHECKING:
    from mgtui.live.ssh.door import Door

MOST_TRIES: Final = 12
"""Keys and codes that may be tried on one connection; an agent offers all it has."""

MOST_CODES: Final = 3
"""Wrong codes on one connection."""

PAUSE_AFTER_WRONG_CODE: Final = 1.0
"""Seconds."""

MOST_SESSIONS: Final = 4
"""Terminals on one connection."""

LONGEST_NAME: Final = 40


class Doorkeeper(asyncssh.SSHServer):
    """What `door` does for one connection."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._guest: Guest | None = None
        self._sessions: set[GuestSession] = set()
        self._tries = 0
        self._wrong_codes = 0
        self._is_waiting = False
        self._name = ""

    def connection_made(self, conn: asyncssh.SSHServerConnection) -> None:
        """Someone is at the door."""
        self._conn = conn
        peer = conn.get_extra_info("peername")
        self._address = str(peer[0]) if peer else "?"
        if not self._door.arrivals.may_wait(self._address):
            conn.abort()
            return
        self._door.arrivals.add(self._address)
        self._is_waiting = True
        self._door.connections.add(conn)

    def connection_lost(self, exc: Exception | None) -> None:
        """They are gone, and so is what ran for them."""
        self._wait_no_more()
        self._door.connections.discard(self._conn)
        for session in list(self._sessions):
            session.hang_up()

    def begin_auth(self, username: str) -> bool:
        """Everyone has to show who they are."""
        self._name = "".join(each for each in username if each.isprintable())[:LONGEST_NAME]
        return True

    def public_key_auth_supported(self) -> bool:
        """Keys are for those who are in the file."""
        return self._door.keys is not None

    def validate_public_key(self, username: str, key: asyncssh.SSHKey) -> bool:
        """Whether the file has the key; it is read each time, so that a change counts at once."""
        if not self._may_try() or self._door.keys is None:
            return False
        try:
            self._guest = guests.guest_with(key, guests.authorized(self._door.keys), self._address)
        except (OSError, ValueError) as error:
            self._door.say(_("the keys can't be used: {problem}").format(problem=error))
            self._guest = None
        return self._guest is not None

    def kbdint_auth_supported(self) -> bool:
        """Codes are for when someone is invited."""
        return self._door.invites.are_open

    def get_kbdint_challenge(self, username: str, lang: str, submethods: str) -> Any:
        """Ask for the code."""
        return "", "", "", [(_("Invite code: "), True)]

    async def validate_kbdint_response(self, username: str, responses: Any) -> bool:
        """Whether that is the code."""
        return await self.validate_password(username, str(responses[0]) if responses else "")

    def password_auth_supported(self) -> bool:
        """For clients that know no questions."""
        return self._door.invites.are_open

    async def validate_password(self, username: str, password: str) -> bool:
        """Whether `password` is an invite code; a wrong one costs time."""
        if not self._may_try():
            return False
        invite = self._door.invites.redeem(password)
        if invite:
            self._guest = Guest(invite.role, "", guests.INVITED, secrets.token_hex(8))
            return True
        self._guest = None
        self._door.say(_("a wrong invite code from {address}").format(address=self._address))
        if self._door.invites.is_locked:
            self._door.lock_invites()
        await asyncio.sleep(PAUSE_AFTER_WRONG_CODE)
        self._wrong_codes += 1
        if self._wrong_codes >= MOST_CODES:
            self._send_away()
        return False

    def auth_completed(self) -> None:
        """They are in."""
        self._wait_no_more()

    def session_requested(self) -> asyncssh.SSHServerSession[bytes] | bool:
        """A terminal, for someone who is in and has not too many."""
        if self._guest is None or len(self._sessions) >= MOST_SESSIONS:
            return False
        guest = self._guest._replace(name=self._guest.name or self._name or "?")
        session = GuestSession(self._door, guest, self._address, self._sessions.discard)
        self._sessions.add(session)
        return session

    def connection_requested(self, dest_host: str, dest_port: int, orig_host: str, orig_port: int) -> bool:
        """No way through to elsewhere."""
        raise _no_forwarding()

    def unix_connection_requested(self, dest_path: str) -> bool:
        """No way through to a socket."""
        raise _no_forwarding()

    def server_requested(self, listen_host: str, listen_port: int) -> bool:
        """No way back from here."""
        return False

    def unix_server_requested(self, listen_path: str) -> bool:
        """No way back from a socket."""
        return False

    def _may_try(self) -> bool:
        self._tries += 1
        if self._tries > MOST_TRIES:
            self._send_away()
            return False
        return True

    def _send_away(self) -> None:
        self._guest = None
        self._door.say(_("too many tries from {address}").format(address=self._address))
        self._conn.disconnect(asyncssh.DISC_NO_MORE_AUTH_METHODS_AVAILABLE, _("Too many tries."))

    def _wait_no_more(self) -> None:
        if self._is_waiting:
            self._is_waiting = False
            self._door.arrivals.remove(self._address)


def _no_forwarding() -> asyncssh.ChannelOpenError:
    return asyncssh.ChannelOpenError(
        asyncssh.OPEN_ADMINISTRATIVELY_PROHIBITED, _("This door leads to a mgtui session and nowhere else.")
    )
