"""What a door hands to whom it lets in: a role, a name and a scope, signed so that nobody can make them more.

Invariant: a ticket that `admitted` accepts was issued by someone who could read the key beside the room's socket,
which only the user whose room it is can.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import os
import secrets
from datetime import datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from mgtui.domain.people import Person, Role

KEY_NAME = "door.key"
KEY_LENGTH = 32


class NotAdmitted(Exception):
    """A token that is no ticket for this room."""


class Removed(Exception):
    """A token of someone whom a facilitator has removed."""


class Ticket(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What its holder may.

    Attributes:
        role: as which they come in.
        name: as shown to the others; empty leaves it to the holder.
        scope: the session, or the folder of sessions, that it is for, as an absolute path; empty for any.
        key: the fingerprint of the key that they came in with; empty when they came in by something else.
        invite: the id of the invitation that let them in, if one did.
    """

    role: Role
    name: str = ""
    scope: str = ""
    key: str = ""
    invite: str = ""


def door_key(folder: Path) -> bytes:
    """The key of the rooms that listen in `folder`; made the first time.

    Raises:
        OSError: when it can't be read or made.
    """
    path = folder / KEY_NAME
    try:
        key = _read(path)
    except FileNotFoundError:
        _make(path)
        key = _read(path)
    if len(key) != KEY_LENGTH:
        raise OSError(f"{path} is no key")
    return key


def issue(key: bytes, ticket: Ticket) -> str:
    """The token that says `ticket`."""
    said = base64.urlsafe_b64encode(msgspec.json.encode(ticket)).decode()
    return f"{said}.{_signature(key, said)}"


def admitted(key: bytes, token: str, session: Path) -> Ticket:
    """What the holder of `token` may in the room of `session`.

    Raises:
        NotAdmitted: when it was not issued with `key`, or for another session.
    """
    said, _, signature = token.rpartition(".")
    if not hmac.compare_digest(signature.encode(), _signature(key, said).encode()):
        raise NotAdmitted
    ticket = claimed(token)
    if ticket.scope and not session.is_relative_to(ticket.scope):
        raise NotAdmitted
    return ticket


def claimed(token: str) -> Ticket:
    """What `token` says, whoever made it: good for asking, not for allowing.

    Raises:
        NotAdmitted: when it says nothing.
    """
    try:
        return msgspec.json.decode(base64.urlsafe_b64decode(token.rpartition(".")[0]), type=Ticket)
    except (msgspec.DecodeError, binascii.Error, ValueError):
        raise NotAdmitted from None


def client_of(proof: str) -> str:
    """The id of the client whose secret is `proof`: easy to check, and nobody else's to take."""
    return hashlib.sha256(proof.encode()).hexdigest()[:16]


def author_of(ticket: Ticket, name: str) -> str:
    """What the holder of `ticket`, whom the others know as `name`, is known by in each of their runs.

    A key is one person's. Without one it goes by the name, which nobody else can have while they are in the room, and
    by the door: a guest who takes the name of someone at this machine is still someone else.
    """
    who = f"guest {name}" if ticket.name else f"account {name}"
    if ticket.key:
        who = f"key {ticket.key}"
    return hashlib.sha256(who.encode()).hexdigest()[:16]


def way_of(ticket: Ticket) -> str:
    """What the holder of `ticket` came in by, as `Person.way` names it."""
    if ticket.key:
        return f"key {hashlib.sha256(ticket.key.encode()).hexdigest()[:16]}"
    return f"invite {ticket.invite}" if ticket.invite else ""


def person_with(ticket: Ticket, client: str, name: str, since: datetime) -> Person:
    """The holder of `ticket`, who comes in as `name`."""
    author, way = author_of(ticket, name), way_of(ticket)
    return Person(client=client, name=name, role=ticket.role, author=author, way=way, since=since)


def new_proof() -> str:
    """A secret for one run of the program."""
    return secrets.token_hex(16)


def _signature(key: bytes, said: str) -> str:
    return hmac.new(key, said.encode(), hashlib.sha256).hexdigest()


def _read(path: Path) -> bytes:
    file = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        return os.read(file, KEY_LENGTH + 1)
    finally:
        os.close(file)


def _make(path: Path) -> None:
    """Complete before it has its name, so that whoever finds it finds all of it; whoever is first wins."""
    temporary = path.with_name(f".{KEY_NAME}.{os.getpid()}")
    file = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        os.write(file, secrets.token_bytes(KEY_LENGTH))
    finally:
        os.close(file)
    try:
        os.link(temporary, path)
    except FileExistsError:
        pass
    finally:
        os.unlink(temporary)
