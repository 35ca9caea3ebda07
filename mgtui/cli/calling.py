"""What a person types to start this program again, for sentences that say what to do next."""

from __future__ import annotations

import os
import sys
from typing import Final

NAME: Final = "mgtui"


def line(*words: str) -> str:
    """The command line with `words`: the program by name where the shell finds it, else by the path it started from."""
    from shlex import join

    return join([_command(), *words])


def _command() -> str:
    from shutil import which

    started = sys.argv[0]
    is_by_path = os.path.basename(started) == NAME and os.path.isfile(started)
    return started if is_by_path and which(NAME) is None else NAME
