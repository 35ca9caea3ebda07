"""`mgtui demo`: a sample session to play with, in a scratch copy."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from mgtui.cli.composition import samples, screens
from mgtui.cli.exits import DONE
from mgtui.cli.output import tell, write
from mgtui.locale import _

if TYPE_CHECKING:
    from mgtui.cli.composition.doors import ProgramDoors
    from mgtui.cli.composition.opened import Opened


def run(arguments: Namespace) -> int:
    """List the samples, or show one."""
    if arguments.list:
        write("".join(_line(sample) for sample in samples.all_samples()))
        return DONE
    sample = samples.chosen(arguments.name)
    screens.refuse_without_terminal()
    copy = samples.scratch_copy(sample)

    def begin(doors: ProgramDoors) -> Opened:
        return doors.seat_at(copy, is_scratch=True)

    code = screens.show(ascii_only=arguments.ascii, begin=begin)
    tell(_("What you did with the sample is in {file}.").format(file=copy))
    return code


def _line(sample: samples.SampleSession) -> str:
    return f"{sample.name:<10} {sample.language}  {sample.title}\n{'':14} {sample.summary}\n"
