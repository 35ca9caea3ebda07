"""`mgtui show`: the board as plain text."""

from __future__ import annotations

from argparse import Namespace

from mgtui.cli.exits import DONE
from mgtui.cli.output import write
from mgtui.cli.reading import answerable
from mgtui.documents.board_text import board_as_text


def run(arguments: Namespace) -> int:
    """Write the board of a session, private items only when asked for."""
    session = answerable(arguments.file)
    write(board_as_text(session, with_private=arguments.with_private))
    return DONE
