"""What each guest of the SSH door gets: a session, or a choice of sessions, with a token for just that.

Invariant: the token says the role by which the door let the guest in, and reaches no further than what is hosted.
"""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import Final

from mgtui.cli.composition.guest_doors import sessions_at
from mgtui.cli.guest import TOKEN
from mgtui.live.ssh.errand import Errand
from mgtui.live.ssh.guest_session import Unwanted
from mgtui.live.ssh.guests import INVITED, Guest
from mgtui.live.tickets import Ticket, issue
from mgtui.locale import _

INHERITED: Final = (
    "PATH",
    "HOME",
    "USER",
    "LANG",
    "TZ",
    "TMPDIR",
    "XDG_RUNTIME_DIR",
    "XDG_STATE_HOME",
    "XDG_CONFIG_HOME",
    "MGTUI_STATE_DIR",
    "MGTUI_CONFIG_DIR",
    "PYTHONPATH",
    "VIRTUAL_ENV",
)


class Reception:
    """Receives guests at the session or folder `place`.

    Args:
        place: an absolute path, links resolved.
        key: what the rooms there accept tokens by.
    """

    def __init__(self, place: Path, key: bytes) -> None:
        self._place = place
        self._key = key

    def receive(self, guest: Guest, wish: str) -> Errand:
        """What to run for `guest`, who asks for `wish`: nothing, or "open NAME".

        Raises:
            Unwanted: when that is not done here.
        """
        key = guest.how if guest.how != INVITED else ""
        ticket = Ticket(role=guest.role, name=guest.name, scope=str(self._place), key=key)
        environment = {**inherited(), TOKEN: issue(self._key, ticket)}
        if wish:
            return Errand(("open", str(self._named(wish))), environment)
        return Errand(("choose" if self._place.is_dir() else "open", str(self._place)), environment)

    def _named(self, wish: str) -> Path:
        try:
            words = shlex.split(wish)
        except ValueError:
            words = []
        if len(words) != 2 or words[0] != "open":
            raise Unwanted(_("This door leads to a mgtui session and nowhere else. It knows “open NAME”."))
        found = [path for path in sessions_at(self._place) if words[1] in (path.name, path.stem)]
        if not found:
            names = ", ".join(sorted(path.stem for path in sessions_at(self._place)))
            raise Unwanted(_("There is no such session here. There are: {names}.").format(names=names))
        return found[0]


def inherited() -> dict[str, str]:
    """What a guest's program knows of this one's environment."""
    return {name: os.environ[name] for name in INHERITED if name in os.environ} | {"PYTHONUTF8": "1"}
