"""Keeps a session's SSH door open, and its room where nobody else has that, until it is told to stop.

Invariant: when it ends everyone was told, and what its room took is saved or told as lost.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
import sys
from pathlib import Path
from typing import Final, Protocol

from msgspec import Struct

from mgtui.cli import people, places
from mgtui.cli.composition.keeping import FileKeeper
from mgtui.cli.composition.opened import sockets_folder
from mgtui.cli.composition.reception import Reception, inherited
from mgtui.cli.exits import FILE_UNUSABLE, REFUSED, WRONG_USAGE, Failure
from mgtui.domain.people import Role
from mgtui.live import listening, tickets
from mgtui.live.entrance import Entrance
from mgtui.live.hosting import Caller, Hosting
from mgtui.live.ssh.door import Door
from mgtui.live.ssh.errand import Spawner
from mgtui.live.ssh.guests import authorized
from mgtui.live.ssh.host_key import fingerprint, host_key
from mgtui.live.ssh.invites import Invite, Invites
from mgtui.live.ssh.spawning import PlainSpawner, WarmSpawner
from mgtui.locale import _
from mgtui.locale.safe_text import safe
from mgtui.store.opening import real_path

HOST_KEY: Final = "ssh_host_ed25519_key"
KEYS: Final = "authorized_keys"
SSH_PORT: Final = 22
ELSEWHERE: Final = "192.0.2.1"
"""An address for documentation, where nobody is."""

GUEST: Final = (sys.executable, "-m", "mgtui.cli.guest")
NURSERY: Final = (sys.executable, "-m", "mgtui.cli.nursery")


class Wanted(Struct, frozen=True, kw_only=True):
    """What door is asked for; names as in `mgtui host`."""

    place: Path
    address: str
    port: int
    keys: Path | None
    invites: tuple[Role, ...]


class OpenDoor(Struct, frozen=True, kw_only=True):
    """A door that is open: what people need to know to come in."""

    address: str
    port: int
    fingerprint: str
    invites: tuple[Invite, ...]


class Teller(Protocol):
    """Whom the door tells what happens."""

    def opened(self, door: OpenDoor, invites: Invites) -> None:
        """People can come in; more of them can be invited."""

    def log(self, line: str) -> None:
        """Something happened."""


async def keep_open(wanted: Wanted, teller: Teller, stop: asyncio.Event) -> None:
    """Have the door that is wanted until `stop`.

    Raises:
        Failure: when it can't be opened.
        StoreError: when the session can't be used.
    """
    place = real_path(wanted.place)
    if place.is_dir():
        await _keep_door(wanted, place, None, teller, stop)
        return
    keeper = FileKeeper(place, people.account())
    room = _room(keeper)
    if room is None and not keeper.socket():
        raise keeper.occupied()
    try:
        if room:
            room.start()
        await _keep_door(wanted, place, keeper, teller, stop)
    finally:
        if room:
            room.end()
        if keeper.held and keeper.held.loss:
            raise Failure(FILE_UNUSABLE, _("Not everything could be saved where it should."))


def _room(keeper: FileKeeper) -> Hosting | None:
    """The room of the session, here unless someone else has it."""
    caller = Caller(proof=tickets.new_proof(), name=people.account())
    return Entrance(keeper, sockets_folder(), caller, people.now).host()


async def _keep_door(
    wanted: Wanted, place: Path, keeper: FileKeeper | None, teller: Teller, stop: asyncio.Event
) -> None:
    key = host_key(places.settings_folder() / HOST_KEY)
    keys = _keys(wanted.keys)
    if keys is None and not wanted.invites:
        sentence = _("Nobody could come in. Name a file of keys with --keys, or invite someone with --invite.")
        raise Failure(WRONG_USAGE, sentence)
    reception = Reception(place, tickets.door_key(_sockets_of(keeper)))
    door = Door(key, keys, reception.receive, _spawner(), teller.log)
    invites = tuple(door.invites.issue(role) for role in wanted.invites)
    try:
        await _open(door, wanted)
        told = OpenDoor(address=wanted.address, port=door.port, fingerprint=fingerprint(key), invites=invites)
        teller.opened(told, door.invites)
        await stop.wait()
    finally:
        await door.close()


async def _open(door: Door, wanted: Wanted) -> None:
    try:
        await door.open(wanted.address, wanted.port)
    except OSError as error:
        sentence = _("The door can't be opened at {address}, port {port}: {problem}.")
        problem = error.strerror or str(error)
        shown = sentence.format(address=safe(wanted.address), port=wanted.port, problem=problem)
        raise Failure(REFUSED, shown) from error


def _keys(named: Path | None) -> Path | None:
    """The file of keys that is named, which must be one, or the usual one if it is there."""
    usual = places.settings_folder() / KEYS
    path = named or (usual if usual.is_file() else None)
    if path:
        try:
            authorized(path)
        except (OSError, ValueError) as error:
            sentence = _("{path} can't be used as a file of keys: {problem}.")
            raise Failure(FILE_UNUSABLE, sentence.format(path=safe(str(path)), problem=error)) from error
    return path


def _sockets_of(keeper: FileKeeper | None) -> Path:
    """The folder where the rooms listen that guests will join."""
    folder = sockets_folder()
    place = listening.socket_for(keeper.path, folder, keeper.socket()) if keeper else None
    chosen = place.parent if place else folder
    if chosen is None:
        raise Failure(FILE_UNUSABLE, _("There is no folder here in which a room could listen."))
    return chosen


def _spawner() -> Spawner:
    plain = PlainSpawner(GUEST)
    # Elsewhere a forked process may not use the system's own libraries.
    return WarmSpawner(NURSERY, inherited(), plain) if sys.platform == "linux" else plain


def join_line(door: OpenDoor, host: str) -> str:
    """What someone types to come in, with `host` a name or address of this machine."""
    port = "" if door.port == SSH_PORT else f"-p {door.port} "
    return f"ssh -C {port}{_('YOUR-NAME')}@{host}"


def reachable_at(address: str) -> str:
    """What to call this machine for someone who comes to a door at `address`."""
    try:
        is_any = ipaddress.ip_address(address).is_unspecified
    except ValueError:
        is_any = not address
    return (_outward_address() or socket.gethostname()) if is_any else address


def is_for_this_machine_only(address: str) -> bool:
    """Whether nobody elsewhere can come to a door at `address`."""
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return address == "localhost"


def _outward_address() -> str:
    """This machine's address on the way out; nothing is sent to find it. Empty when there is no way out."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((ELSEWHERE, 9))
            return str(probe.getsockname()[0])
        except OSError:
            return ""
