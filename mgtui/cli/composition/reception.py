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
        """What to run for `guest`, who asks for `wish`: nothing, "open NAME", or "present NAME", which only looks.

        Raises:
            Unwanted: when that is not done here.
        """
        what, name = self._understood(wish)
        key = guest.how if guest.how != INVITED else ""
        role = "viewer" if what == "present" else guest.role
        ticket = Ticket(role=role, name=guest.name, scope=str(self._place), key=key, invite=guest.invite)
        environment = {**inherited(), TOKEN: issue(self._key, ticket)}
        if name or (what == "present" and self._place.is_dir()):
            return Errand((what, str(self._named(name))), environment)
        return Errand(("choose" if self._place.is_dir() else what, str(self._place)), environment)

    def _understood(self, wish: str) -> tuple[str, str]:
        """What to do with which session; empty for the one that is hosted."""
        try:
            words = shlex.split(wish)
        except ValueError:
            words = [""]
        match words:
            case []:
                return "open", ""
            case ["present"]:
                return "present", ""
            case ["open" | "present" as what, name] if name:
                return what, name
        sentence = _("This door leads to a mgtui session and nowhere else. It knows “open NAME” and “present NAME”.")
        raise Unwanted(sentence)

    def _named(self, name: str) -> Path:
        found = [path for path in sessions_at(self._place) if name in (path.name, path.stem)]
        if not found:
            names = ", ".join(sorted(path.stem for path in sessions_at(self._place)))
            raise Unwanted(_("There is no such session here. There are: {names}.").format(names=names))
        return found[0]


def inherited() -> dict[str, str]:
    """What a guest's program knows of this one's environment."""
    return {name: os.environ[name] for name in INHERITED if name in os.environ} | {"PYTHONUTF8": "1"}
