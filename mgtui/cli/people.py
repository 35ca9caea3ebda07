"""Who is at this terminal: the name in the history, and the ids and times that this run gives out."""

from __future__ import annotations

import os
from datetime import datetime
from typing import Final

from mgtui.cli.exits import WRONG_USAGE, Failure
from mgtui.domain.people import Person, Role
from mgtui.domain.session import LONGEST_NAME
from mgtui.locale import _, numbers

_BYTES_OF_ID: Final = 6
_BYTES_OF_CLIENT: Final = 12


def person(name: str | None = None, role: Role = "facilitator") -> Person:
    """The person at this terminal, with a seat of its own for this run.

    Args:
        name: as asked for; else the one in the settings, else that of the account.
        role: what this person may do.

    Raises:
        Failure: `name` is empty or too long.
    """
    if name is not None:
        _refuse_unfit(name)
    return Person(client=os.urandom(_BYTES_OF_CLIENT).hex(), name=(name or _own_name()).strip(), role=role)


def new_id() -> str:
    """An id that no record has."""
    return os.urandom(_BYTES_OF_ID).hex()


def now() -> datetime:
    """The time, in the zone of this machine."""
    return datetime.now().astimezone()


def _refuse_unfit(name: str) -> None:
    if not name.strip():
        raise Failure(WRONG_USAGE, _("A name can't be empty."))
    if len(name) > LONGEST_NAME:
        limit = numbers.shown(LONGEST_NAME)
        raise Failure(WRONG_USAGE, _("That name is too long: at most {limit} characters.").format(limit=limit))


def _own_name() -> str:
    from mgtui.cli import places

    if not os.path.isfile(places.settings_folder() / "settings.toml"):
        return account()
    from mgtui.cli import settings

    return settings.read().settings.name.strip() or account()


def account() -> str:
    """The name of this user's account; "?" when the machine does not say."""
    named = os.environ.get("USER") or os.environ.get("LOGNAME")
    if not named:
        import pwd

        try:
            named = pwd.getpwuid(os.getuid()).pw_name
        except KeyError:
            named = "?"
    return named[:LONGEST_NAME]
