"""What `mgtui host` understands; nothing of the door itself is imported for it."""

from __future__ import annotations

import argparse
import re
from typing import Final

from mgtui.cli.finding import session_named
from mgtui.locale import _
from mgtui.locale.safe_text import clipped

ROLES: Final = ("facilitator", "co-facilitator", "viewer")
"""As the domain has them; not imported from there, since help is answered before anything is imported."""

OTHER_WORDS: Final = {"edit": "co-facilitator"}
"""What people also write for a role."""

PORT: Final = 8022
LOOPBACK: Final = "127.0.0.1"
_HIGHEST_PORT: Final = 65_535


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Add all there is."""
    place = _("a session file, or a folder of sessions to choose from")
    command.add_argument("file", metavar=_("FILE|FOLDER"), type=session_named, help=place)
    listen = _("the address to listen at; without it only this machine can reach the door")
    command.add_argument("--listen", default=LOOPBACK, metavar=_("ADDRESS"), help=listen)
    port = _("the port to listen at (default: {port})").format(port=PORT)
    command.add_argument("--port", type=_port, default=PORT, metavar=_("PORT"), help=port)
    keys = _("the keys of those who may come in; without it authorized_keys in the settings folder, if it is there")
    command.add_argument("--keys", metavar=_("FILE"), help=keys)
    invite = _("print a code that lets someone in once, in this role; once for each person")
    command.add_argument(
        "--invite", action="append", default=[], dest="invites", choices=ROLES, type=role_word, help=invite
    )
    command.add_argument("--events", action="store_true", help=argparse.SUPPRESS)


def summary() -> str:
    """Its line in the list of commands."""
    return _("open an SSH door to a session, for co-facilitators elsewhere")


def description() -> str:
    """What it does, at length."""
    return _(
        "Let co-facilitators into a session over SSH, until ctrl+c. Nothing else of this machine can be reached.\n\n"
        'Who may come in: keys in a file as sshd has it, each line with role="facilitator", "co-facilitator" or\n'
        '"viewer" (the default) and perhaps name="…"; and whoever types an invite code.\n'
        "A folder serves a choice of its sessions; “ssh -t … open NAME” goes straight to one."
    )


def role_word(word: str) -> str:
    """The role that `word` stands for; a word that is none is left to be refused."""
    return OTHER_WORDS.get(word, word)


def _port(word: str) -> int:
    if not re.fullmatch(r"[0-9]{1,5}", word) or int(word) > _HIGHEST_PORT:
        sentence = _("“{port}” is no port. Give a number from 0 to {highest}.")
        raise argparse.ArgumentTypeError(sentence.format(port=clipped(word, 40), highest=_HIGHEST_PORT))
    return int(word)
