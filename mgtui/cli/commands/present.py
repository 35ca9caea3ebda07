"""`mgtui present`: large views for a beamer, by oneself or following the facilitator; never anything but looking."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from mgtui.cli.composition import screens
from mgtui.cli.composition.screens import Beamer
from mgtui.locale import _

if TYPE_CHECKING:
    from mgtui.cli.composition.doors import ProgramDoors
    from mgtui.cli.composition.opened import Opened


def run(arguments: Namespace) -> int:
    """Show the beamer screen, as someone who may only look."""
    theme = f"mgtui-beamer-{arguments.theme}" if arguments.theme else ""

    def begin(doors: ProgramDoors) -> Opened:
        return doors.seat_at(Path(arguments.file))

    beamer = Beamer(is_all=True, follows=arguments.follow, theme=theme)
    name = arguments.name if arguments.name is not None else _("beamer")
    return screens.show(name, "viewer", arguments.ascii, begin, beamer=beamer)
