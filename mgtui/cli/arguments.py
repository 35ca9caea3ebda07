"""What the command line understands: every command with its arguments, in the language in use."""

from __future__ import annotations

import argparse
from typing import Any, NoReturn

import mgtui
from mgtui.cli.exits import WRONG_USAGE, Failure
from mgtui.cli.output import write
from mgtui.domain.people import ROLES
from mgtui.locale import LANGUAGES, _
from mgtui.locale.safe_text import safe


class Parser(argparse.ArgumentParser):
    """A parser that tells what is wrong as every other failure is told."""

    def error(self, message: str) -> NoReturn:
        """Fail with `message` and where to find help."""
        help_hint = _("See {command} --help.").format(command=self.prog)
        raise Failure(WRONG_USAGE, f"{safe(message)}\n{self.format_usage().rstrip()}\n{help_hint}")

    def print_help(self, file: Any = None) -> None:
        """Write the help as all output is written."""
        write(self.format_help())


def parser() -> Parser:
    """The parser of the whole command line; its result has `command`, None when there is none."""
    top = Parser(
        prog="mgtui",
        description=_("A dashboard for a mutual gains workshop: who takes what, who brings what, does the deal hold?"),
        epilog="\n\n".join([_("Without a command: recent sessions, a new one, and samples."), _exit_codes()]),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    _add_common(top)
    commands = _Commands(top)
    _add_screens(commands)
    _add_answers(commands)
    _add_changes(commands)
    return top


class _Version(argparse.Action):
    """Writes the version and ends, wherever on the command line it stands."""

    def __call__(self, parser: argparse.ArgumentParser, *_others: Any) -> NoReturn:
        """Write and end."""
        write(f"mgtui {mgtui.__version__}\n")
        raise SystemExit(0)


class _Commands:
    def __init__(self, top: Parser) -> None:
        self._group = top.add_subparsers(
            dest="command", metavar=_("COMMAND"), title=_("commands"), parser_class=Parser, required=False
        )

    def add(self, name: str, summary: str, description: str = "") -> Parser:
        """A command; `summary` is its line in the list of commands."""
        command: Parser = self._group.add_parser(
            name,
            help=summary,
            description=description or f"{summary[0].upper()}{summary[1:]}.",
            epilog=_exit_codes(),
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        _add_common(command)
        return command


def _add_common(command: Parser) -> None:
    # No default, so that what stands before the command is not forgotten after it.
    command.add_argument(
        "--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=_("the language: Dutch (nl) or English (en)")
    )
    command.add_argument(
        "--version", action=_Version, nargs=0, default=argparse.SUPPRESS, help=_("show the version and exit")
    )


def _add_file(command: Parser) -> None:
    command.add_argument("file", metavar=_("FILE"), help=_("a session file"))


def _add_ascii(command: Parser) -> None:
    command.add_argument("--ascii", action="store_true", help=_("draw with plain ASCII only"))


def _add_json(command: Parser) -> None:
    command.add_argument("--json", action="store_true", help=_("as JSON, for programs"))


def _add_screens(commands: _Commands) -> None:
    opened = commands.add("open", _("the board of a session"))
    _add_file(opened)
    opened.add_argument("--as", dest="name", metavar=_("NAME"), help=_("who you are to the others"))
    opened.add_argument("--role", choices=ROLES, help=_("what you may do here"))
    opened.add_argument("--read-only", action="store_true", help=_("look only; nothing is changed"))
    _add_ascii(opened)
    demo = commands.add("demo", _("a sample session, in a scratch copy"))
    demo.add_argument("name", nargs="?", metavar=_("NAME"), help=_("which one; without it one in your language"))
    demo.add_argument("--list", action="store_true", help=_("list the samples"))
    _add_ascii(demo)


def _add_answers(commands: _Commands) -> None:
    show = commands.add("show", _("the board as plain text"))
    _add_file(show)
    show.add_argument("--with-private", action="store_true", help=_("private items too"))
    balance = commands.add("balance", _("whether the deal holds for everyone, and why"))
    _add_file(balance)
    _add_json(balance)
    check = commands.add("check", _("whether files are sound session files; lists every problem"))
    check.add_argument("files", nargs="+", metavar=_("FILE"), help=_("a session file"))
    _add_json(check)
    commands.add("info", _("where settings, logs and sessions are; versions; what works here"))


def _add_changes(commands: _Commands) -> None:
    new = commands.add("new", _("make a session"))
    _add_file(new)
    new.add_argument("--title", required=True, metavar=_("TITLE"), help=_("what the collaboration is called"))
    new.add_argument(
        "--partner",
        action="append",
        default=[],
        dest="partners",
        metavar=_("PARTNER"),
        help=_("a party at the table; once for each"),
    )
    new.add_argument("--ambition", default="", metavar=_("AMBITION"), help=_("what the partners want together"))
    new.add_argument(
        "--scale",
        default="points",
        metavar=_("points|UNIT"),
        help=_("weigh in points from 1 to 5, or in amounts of a unit such as euro or fte"),
    )
    imported = commands.add("import", _("add partners and items from a list to a session"), _import_description())
    _add_file(imported)
    imported.add_argument("--from", dest="source", required=True, metavar="CSV|MD", help=_("the list"))
    restored = commands.add(
        "restore",
        _("go back to an earlier version"),
        _(
            "Put an earlier version of a session in its place: the newest sound one, or the one that is named.\n"
            "What it replaces is kept as a version too, so this can be undone in the same way."
        ),
    )
    _add_file(restored)
    restored.add_argument(
        "kept", nargs="?", metavar=_("VERSION"), help=_("its name, as --list tells it, or the beginning of that")
    )
    restored.add_argument("--list", action="store_true", help=_("list the earlier versions, newest first"))


def _import_description() -> str:
    return _(
        "Add partners and items from a list to a session, the whole list or nothing of it.\n\n"
        "CSV: UTF-8, cells apart by , or ; and a first row that names the columns, in any order:\n"
        "partner, direction (halen|brengen|take|bring), text, weight, certainty (firm|uncertain|zeker|onzeker),\n"
        "kind, reserve. A row with a partner and a reserve only sets the reserve.\n\n"
        "Markdown: a heading for each partner, under it a heading Halen or Brengen, and under that the items, each\n"
        "behind a dash, with what is known of it behind it: - quiet in the region (2?, continuity)"
    )


def _exit_codes() -> str:
    return _(
        "exit codes:\n"
        "  0  done\n"
        "  1  the answer is no: problems were found, or the deal is not sustainable\n"
        "  2  wrong usage\n"
        "  3  a file can't be used\n"
        "  4  someone else has the session open, or the change was refused"
    )
