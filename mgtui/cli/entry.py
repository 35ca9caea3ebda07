"""Where the program starts: finds the language, reads the arguments, runs the command, and always ends with its code.

Invariant: nobody ever sees a traceback, and nothing is imported that the command at hand does not need.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

import mgtui
from mgtui.cli.exits import DONE, INTERRUPTED, PROGRAM_FAULT, Failure

if TYPE_CHECKING:
    import argparse

_MODULES: Final = {
    None: "welcome",
    "open": "open_session",
    "present": "present",
    "demo": "demo",
    "new": "new",
    "show": "show",
    "balance": "balance",
    "check": "check",
    "export": "export",
    "import": "import_list",
    "history": "history",
    "compare": "compare",
    "merge": "merge",
    "restore": "restore",
    "host": "host",
    "info": "info",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with `argv`, the arguments of this process unless told otherwise, and return its exit code."""
    if argv is None:
        return _as_program(sys.argv[1:])
    return ended(lambda: _run(list(argv)))


def _as_program(arguments: list[str]) -> int:
    """Run with nothing collected, neither during the imports nor at the end: a quarter of a short command's time."""
    gc.disable()
    code = ended(lambda: _run(arguments))
    gc.freeze()
    return code


def ended(run: Callable[[], int]) -> int:
    """The exit code of `run`; what goes wrong in it is told, and has one too."""
    try:
        return run()
    except Failure as failure:
        _tell(failure.sentence)
        return failure.code
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        return _stumble(error)


def _run(arguments: list[str]) -> int:
    if arguments == ["--version"]:
        return _version()
    from mgtui.cli import speaking

    speaking.choose(arguments)
    parsed = _parsed(arguments)
    if parsed is None:
        return DONE
    return _command(parsed)


def _parsed(arguments: list[str]) -> argparse.Namespace | None:
    """What the arguments say; None when they asked for help or the version, which has been given."""
    from mgtui.cli.arguments import parser

    try:
        return parser(arguments).parse_args(arguments)
    except SystemExit:
        return None


def _command(parsed: argparse.Namespace) -> int:
    from importlib import import_module

    from mgtui.cli.troubles import as_failures

    with as_failures():
        code: int = import_module(f"mgtui.cli.commands.{_MODULES[parsed.command]}").run(parsed)
        return code


def _version() -> int:
    from mgtui.cli.output import write

    write(f"mgtui {mgtui.__version__}\n")
    return DONE


def _tell(sentence: str) -> None:
    from mgtui.cli.output import tell

    tell(sentence)


def _stumble(error: Exception) -> int:
    """Say calmly that the program itself is at fault; what happened goes into a report without anyone's words."""
    from mgtui.cli.crash_report import keep
    from mgtui.locale import _

    where = keep(error)
    said = [_("mgtui had to stop because of a mistake of its own. Sorry about that.")]
    said.append(_("Your session files are as they were last saved."))
    if where:
        said.append(_("What went wrong, without any of your texts, is in {path}.").format(path=where))
    _tell("\n".join(said))
    return PROGRAM_FAULT
