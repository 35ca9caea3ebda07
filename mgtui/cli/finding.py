"""Where the session is that a person names: here, else in the folder that new sessions go to.

Invariant: whatever is here goes first, and only a bare name is sought elsewhere.
"""

from __future__ import annotations

import os


def session_named(name: str) -> str:
    """The path of the session called `name`; `name` itself when there is none to be found."""
    if not name or os.path.basename(name) != name or os.path.lexists(name):
        return name
    from mgtui.cli import places, settings

    elsewhere = str(places.sessions_folder(settings.read().settings.sessions) / name)
    return elsewhere if os.path.isfile(elsewhere) else name
