"""How the command line is parsed: argparse, speaking the language in use and failing as everything else does."""

from __future__ import annotations

import argparse
import os
import sys
from typing import Any, NoReturn

import mgtui
from mgtui.cli.exits import WRONG_USAGE, Failure
from mgtui.cli.output import write
from mgtui.locale import N_, _, ngettext
from mgtui.locale.safe_text import safe

# argparse looks its own texts up under these names; left to itself it would search the disk for each of them.
vars(argparse).update(_=_, ngettext=ngettext)

# What argparse itself says, for our catalogue to translate.
ARGUMENT_PARSER_TEXTS = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("unrecognized arguments: %s"),
    N_("the following arguments are required: %s"),
    N_("expected one argument"),
    N_("expected at least one argument"),
    N_("ignored explicit argument %r"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("%(prog)s: error: %(message)s\n"),
)


class Help(argparse.RawDescriptionHelpFormatter):
    """Help as wide as the terminal; argparse would import half a dozen modules to find out."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_width())


class Parser(argparse.ArgumentParser):
    """A parser that tells what is wrong as every other failure is told."""

    def error(self, message: str) -> NoReturn:
        """Fail with `message` and where to find help."""
        help_hint = _("See {command} --help.").format(command=self.prog)
        raise Failure(WRONG_USAGE, f"{safe(message)}\n{self.format_usage().rstrip()}\n{help_hint}")

    def print_help(self, file: Any = None) -> None:
        """Write the help as all output is written."""
        write(self.format_help())


class Version(argparse.Action):
    """Writes the version and ends, wherever on the command line it stands."""

    def __call__(self, parser: argparse.ArgumentParser, *_others: Any) -> NoReturn:
        """Write and end."""
        write(f"mgtui {mgtui.__version__}\n")
        raise SystemExit(0)


def _width() -> int:
    try:
        columns = int(os.environ.get("COLUMNS", "")) or os.get_terminal_size(sys.stdout.fileno()).columns
    except (ValueError, OSError, AttributeError):
        columns = 80
    return max(columns, 40) - 2
