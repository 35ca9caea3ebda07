"""Doors to a session for tests: `mgtui host`, and the stock client to come in with."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec
import psutil

from tests.terminal import Terminal

CLIENT = (
    *("-F", "none"),
    *("-o", "StrictHostKeyChecking=yes"),
    *("-o", "IdentitiesOnly=yes"),
    *("-o", "IdentityAgent=none"),
    *("-o", "PreferredAuthentications=publickey,keyboard-interactive"),
    *("-o", "NumberOfPasswordPrompts=1"),
    *("-o", "LogLevel=ERROR"),
)


def make_key(path: Path) -> str:
    """A new key pair at `path`; returns the public line."""
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", path], check=True)
    return path.with_suffix(".pub").read_text().strip()


def _has_terminal(pid: int) -> bool:
    """Asked of `ps`: psutil remembers the terminals that there were when it was first asked."""
    told = subprocess.run(["ps", "-o", "tty=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return told.stdout.strip().strip("?") != ""


class BuiltInDoor:
    """`mgtui host` on a free port, with one key for each role.

    Attributes:
        codes: the invite codes, in the order asked for.
        log: the lines it has written so far, after `read_until`.
    """

    def __init__(self, place: Path, home: Path, *arguments: str, keys: str | None = None) -> None:
        self.home = home
        self.keys = home / "keys"
        if keys is not None:
            self.keys.write_text(keys)
            self.keys.chmod(0o600)
            arguments = (*arguments, "--keys", str(self.keys))
        environment = {
            **os.environ,
            "MGTUI_STATE_DIR": str(home / "state"),
            "MGTUI_CONFIG_DIR": str(home / "config"),
            "LANG": "C.UTF-8",
        }
        command = [sys.executable, "-m", "mgtui", "host", str(place), "--port", "0", "--events", *arguments]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
        )
        self.log: list[str] = []
        opened = self._next()["opened"]
        self.port: int = opened["port"]
        self.fingerprint: str = opened["fingerprint"]
        self.codes: list[str] = [invite["code"] for invite in opened["invites"]]
        self.known_hosts = home / "known_hosts"
        self.known_hosts.write_text(self._host_key_line())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.stop(signal.SIGKILL)

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Stop it; returns its exit status."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        _, told = self.process.communicate(timeout=20)
        assert not told, told.decode()
        return self.process.returncode

    def guests(self) -> list[psutil.Process]:
        """The programs that run for guests: those below the door that have a terminal."""
        below = psutil.Process(self.process.pid).children(recursive=True)
        return [each for each in below if _has_terminal(each.pid)]

    def read_until(self, pattern: str) -> str:
        """Wait for a line in the log with `pattern` in it."""
        while not (found := [line for line in self.log if re.search(pattern, line)]):
            self.log.append(str(self._next()["log"]))
        return found[-1]

    def ssh(self, *words: str, name: str = "ana", key: str = "", options: Sequence[str] = ()) -> list[str]:
        """The command by which `name` comes in."""
        identity = ["-i", str(self.home / key)] if key else ["-o", "PubkeyAuthentication=no"]
        known = ["-o", f"UserKnownHostsFile={self.known_hosts}"]
        return ["ssh", *options, *CLIENT, *known, *identity, "-p", str(self.port), f"{name}@127.0.0.1", *words]

    def terminal(
        self,
        *words: str,
        name: str = "ana",
        key: str = "",
        options: Sequence[str] = (),
        env: dict[str, str] | None = None,
    ) -> Terminal:
        """`name` at a terminal, coming in."""
        return Terminal(self.ssh(*words, name=name, key=key, options=options), env=env)

    def run(self, *words: str, key: str = "", options: Sequence[str] = ()) -> subprocess.CompletedProcess[str]:
        """Come in without a terminal, and wait for the end."""
        command = self.ssh(*words, key=key, options=options)
        return subprocess.run(command, capture_output=True, text=True, timeout=20, stdin=subprocess.DEVNULL)

    def _next(self) -> dict[str, Any]:
        assert self.process.stdout
        line = self.process.stdout.readline()
        if not line:
            raise AssertionError(self.process.communicate()[1].decode())
        return msgspec.json.decode(line, type=dict[str, Any])

    def _host_key_line(self) -> str:
        made = self.home / "config" / "ssh_host_ed25519_key"
        public = subprocess.run(["ssh-keygen", "-y", "-f", made], check=True, capture_output=True, text=True).stdout
        return f"[127.0.0.1]:{self.port} {public}"
