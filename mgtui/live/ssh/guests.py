"""Who may come in by key: the lines of an authorized_keys file, each with `role="…"` and perhaps `name="…"`.

Invariant: a line with a restriction that can't be understood lets nobody in.
"""

from __future__ import annotations

import stat
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, NamedTuple

import asyncssh

from mgtui.domain.people import ROLES, Role

LEAST_ROLE: Final[Role] = "viewer"
"""What a line without `role` lets one be."""

INVITED: Final = "invite"
"""How someone came in who had a code."""

OTHER_WORDS: Final[dict[str, Role]] = {"edit": "co-facilitator"}
"""What people may also write for a role."""

LARGEST_FILE: Final = 1024 * 1024

EXPIRY_FORMATS: Final = ("%Y%m%d", "%Y%m%d%H%M", "%Y%m%d%H%M%S")


class Guest(NamedTuple):
    """Someone who was let in.

    Attributes:
        name: as shown to the others; empty leaves it to the name they log in with.
        how: the fingerprint of their key, or INVITED.
        invite: the id of the invitation that let them in, if one did.
    """

    role: Role
    name: str
    how: str
    invite: str = ""


class UnsafeKeys(OSError):
    """A file of keys that others can write; whoever can write it could let anyone in."""


def authorized(path: Path) -> asyncssh.SSHAuthorizedKeys:
    """The keys in the file `path`.

    Raises:
        OSError: when it can't be read, is too large, or others can write it.
        ValueError: when there is no key in it.
    """
    status = path.stat()
    if status.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        raise UnsafeKeys(f"{path} can be written by others")
    if status.st_size > LARGEST_FILE:
        raise OSError(f"{path} is too large")
    return asyncssh.import_authorized_keys(path.read_text(encoding="utf-8"))


def guest_with(key: asyncssh.SSHKey, keys: asyncssh.SSHAuthorizedKeys, address: str) -> Guest | None:
    """Who the owner of `key`, coming from `address`, is; None for a stranger."""
    options = keys.validate(key, address, address)
    if options is None or "command" in options or _has_expired(options):
        return None
    role = role_called(_said(options, "role") or LEAST_ROLE)
    return Guest(role, _said(options, "name"), key.get_fingerprint()) if role else None


def role_called(word: str) -> Role | None:
    """The role that `word` stands for."""
    return OTHER_WORDS.get(word) or next((role for role in ROLES if role == word), None)


def _said(options: Mapping[str, Any], name: str) -> str:
    """The value of an option; asyncssh keeps those it doesn't know as lists."""
    value = options.get(name, "")
    if isinstance(value, list):
        value = value[0] if value else ""
    return value if isinstance(value, str) else ""


def _has_expired(options: Mapping[str, Any]) -> bool:
    if "expiry-time" not in options:
        return False
    said = _said(options, "expiry-time")
    zone = UTC if said.endswith("Z") else datetime.now().astimezone().tzinfo
    for format_ in EXPIRY_FORMATS:
        try:
            return datetime.strptime(said.rstrip("Z"), format_).replace(tzinfo=zone) < datetime.now(UTC)
        except ValueError:
            continue
    return True
