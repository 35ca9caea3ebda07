"""The key by which people know this door again: ed25519, made once, readable by this user alone.

Invariant: a key that is there is never replaced.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

import asyncssh

KIND = "ssh-ed25519"


def host_key(path: Path) -> asyncssh.SSHKey:
    """The key in the file `path`; made the first time.

    Raises:
        OSError: when it can't be read or made, or when others can read it.
        asyncssh.KeyImportError: when the file holds no key.
    """
    if not path.exists():
        _make(path)
    if path.stat().st_mode & 0o077:
        raise PermissionError(f"{path} can be read by others")
    return asyncssh.import_private_key(path.read_bytes())


def fingerprint(key: asyncssh.SSHKey) -> str:
    """The fingerprint of `key`, as ssh shows it: "SHA256:…"."""
    return key.get_fingerprint()


def _make(path: Path) -> None:
    """Complete before it has its name; of two who make one at the same time the first wins."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    data = asyncssh.generate_private_key(KIND, comment="mgtui").export_private_key()
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    file = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        with os.fdopen(file, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        os.link(temporary, path)
    except FileExistsError:
        pass
    finally:
        temporary.unlink()
