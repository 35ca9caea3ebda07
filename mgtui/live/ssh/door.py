"""The SSH door itself: where it listens, whom it has let in, and what it says of them.

Invariant: it never listens without a way to show who one is, nor beyond this machine unless it was told to.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import asyncssh

from mgtui.live.ssh.arrivals import Arrivals
from mgtui.live.ssh.doorkeeper import Doorkeeper
from mgtui.live.ssh.errand import Errand, Spawner
from mgtui.live.ssh.guest_session import GuestSession
from mgtui.live.ssh.guests import Guest
from mgtui.live.ssh.invites import Invites
from mgtui.locale import _
from mgtui.locale.safe_text import safe

LOOPBACK: Final = "127.0.0.1"
PORT: Final = 8022

LOGIN_WITHIN: Final = 60.0
KEEPALIVE_EVERY: Final = 15.0
KEEPALIVES_MISSED: Final = 4
"""Seconds, and after how many of them without an answer a connection is gone."""

GONE_WITHIN: Final = 2.0
"""Seconds that clients have to go by themselves after the goodbye."""

WINDOW: Final = 256 * 1024

KEX: Final = ("mlkem768x25519-sha256", "curve25519-sha256", "curve25519-sha256@libssh.org")
CIPHERS: Final = ("aes256-gcm@openssh.com", "aes128-gcm@openssh.com")
"""No ChaCha20: asyncssh takes so much longer for it that in a room of 26 every change came a fifth later."""
MACS: Final = ("hmac-sha2-256-etm@openssh.com", "hmac-sha2-512-etm@openssh.com")

Receive = Callable[[Guest, str], Errand]
"""What to run for a guest and what they ask for, empty for nothing in particular; raises `Unwanted`."""


class Door:
    """An SSH door.

    Args:
        key: the host key. keys: the file of those who may come in, read at every try; None for nobody.
        receive: decides what a guest gets. spawner: starts it.
        report: called with a line for the log.

    Attributes:
        invites: the codes that let someone in; there are none until issued.
    """

    def __init__(
        self,
        key: asyncssh.SSHKey,
        keys: Path | None,
        receive: Receive,
        spawner: Spawner,
        report: Callable[[str], None],
    ) -> None:
        self.keys = keys
        self.receive = receive
        self.spawner = spawner
        self.invites = Invites(time.monotonic)
        self.arrivals = Arrivals()
        self.connections: set[asyncssh.SSHServerConnection] = set()
        self.sessions: set[GuestSession] = set()
        self.is_closing = False
        self._key = key
        self._report = report
        self._listening: asyncssh.SSHAcceptor | None = None

    @property
    def port(self) -> int:
        """Where it listens; 0 while it does not."""
        return self._listening.get_port() if self._listening else 0

    async def open(self, address: str = LOOPBACK, port: int = PORT) -> None:
        """Let people in from now on.

        Raises:
            OSError: when that address and port can't be had.
            ValueError: when nobody could show who they are.
        """
        if self.keys is None and not self.invites.are_open:
            raise ValueError("neither keys nor invites")
        self._listening = await asyncssh.listen(
            address,
            port,
            server_factory=lambda: Doorkeeper(self),
            server_host_keys=[self._key],
            server_version="mgtui",
            kex_algs=KEX,
            encryption_algs=CIPHERS,
            mac_algs=MACS,
            compression_algs=("none", "zlib@openssh.com"),
            agent_forwarding=False,
            x11_forwarding=False,
            allow_scp=False,
            sftp_factory=None,
            line_editor=False,
            encoding=None,
            window=WINDOW,
            login_timeout=LOGIN_WITHIN,
            keepalive_interval=KEEPALIVE_EVERY,
            keepalive_count_max=KEEPALIVES_MISSED,
            gss_host=None,
            config=(),
        )

    async def close(self) -> None:
        """Let nobody in any more, have everyone's program save and stop, and say goodbye."""
        self.is_closing = True
        if self._listening:
            self._listening.close()
            await self._listening.wait_closed()
        farewell = _("The host has closed this door. Everything is saved.")
        await asyncio.gather(*(session.end(farewell) for session in list(self.sessions)))
        closing = [asyncio.ensure_future(connection.wait_closed()) for connection in self.connections]
        if closing:
            await asyncio.wait(closing, timeout=GONE_WITHIN)
        for connection in list(self.connections):
            connection.disconnect(asyncssh.DISC_BY_APPLICATION, farewell)
        if closing:
            await asyncio.wait(closing, timeout=GONE_WITHIN)
        for connection in list(self.connections):
            connection.abort()
        await self.spawner.close()

    def say(self, line: str) -> None:
        """Put `line` in the log, in which nobody's name does anything to the terminal that shows it."""
        self._report(safe(line))

    def came(self, guest: Guest, address: str) -> None:
        """Log that someone came."""
        told = _("{name} came in from {address} as {role} ({how})")
        self.say(told.format(name=guest.name, address=address, role=guest.role, how=guest.how))

    def left(self, guest: Guest, address: str) -> None:
        """Log that someone went."""
        self.say(_("{name} went ({address})").format(name=guest.name, address=address))

    def lock_invites(self) -> None:
        """Log that the codes work no longer."""
        self.say(_("too many wrong codes: the invitations are void"))
