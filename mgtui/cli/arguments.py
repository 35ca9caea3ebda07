"""What the command line understands: every command with its arguments, in the language in use."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from mgtui.cli import export_arguments, host_arguments
from mgtui.cli.finding import session_named
from mgtui.cli.parsing import Help, Parser, Version
from mgtui.locale import LANGUAGES, _


def parser(arguments: Sequence[str] = ()) -> Parser:
    """The parser of the command line; its result has `command`, None when there is none.

    Args:
        arguments: what will be parsed. When it begins with a command, only that one is made ready, which is quicker.
    """
    top = Parser(
        prog="mgtui",
        description=_("A dashboard for a mutual gains workshop: who takes what, who brings what, does the deal hold?"),
        epilog="\n\n".join([_("Without a command: recent sessions, a new one, and samples."), _exit_codes()]),
        formatter_class=Help,
        allow_abbrev=False,
    )
    _add_common(top)
    group = top.add_subparsers(
        dest="command", metavar=_("COMMAND"), title=_("commands"), prog="mgtui", parser_class=Parser
    )
    asked_for = _command_in(arguments)
    for name in [asked_for] if asked_for else COMMANDS:
        _add_command(group, name)
    return top


def _command_in(arguments: Sequence[str]) -> str | None:
    """The command that `arguments` begin with, after the language perhaps."""
    rest = list(arguments)
    while rest and rest[0].startswith("--lang"):
        del rest[: 2 if rest[0] == "--lang" else 1]
    return rest[0] if rest and rest[0] in COMMANDS else None


def _add_command(group: argparse._SubParsersAction[Parser], name: str) -> None:
    describe, add_arguments = COMMANDS[name]
    summary, description = describe()
    command = group.add_parser(
        name,
        help=summary,
        description=description or f"{summary[0].upper()}{summary[1:]}.",
        epilog=_exit_codes(),
        formatter_class=Help,
        allow_abbrev=False,
    )
    _add_common(command)
    add_arguments(command)


def _add_common(command: Parser) -> None:
    # No default, so that what stands before the command is not forgotten after it.
    command.add_argument(
        "--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=_("the language: Dutch (nl) or English (en)")
    )
    command.add_argument(
        "--version", action=Version, nargs=0, default=argparse.SUPPRESS, help=_("show the version and exit")
    )


def _add_file(command: Parser) -> None:
    command.add_argument("file", metavar=_("FILE"), type=session_named, help=_("a session file"))


def _add_ascii(command: Parser) -> None:
    command.add_argument("--ascii", action="store_true", help=_("draw with plain ASCII only"))


def _add_json(command: Parser) -> None:
    command.add_argument("--json", action="store_true", help=_("as JSON, for programs"))


def _add_open(command: Parser) -> None:
    _add_file(command)
    command.add_argument("--as", dest="name", metavar=_("NAME"), help=_("who you are to the others"))
    command.add_argument(
        "--role", choices=host_arguments.ROLES, type=host_arguments.role_word, help=_("what you may do here")
    )
    command.add_argument("--read-only", action="store_true", help=_("look only; nothing is changed"))
    command.add_argument("--present", action="store_true", help=_("begin with the beamer screen"))
    _add_ascii(command)


def _add_present(command: Parser) -> None:
    _add_file(command)
    command.add_argument("--follow", action="store_true", help=_("show what the facilitator chooses to show"))
    command.add_argument("--as", dest="name", metavar=_("NAME"), help=_("what this screen is called to the others"))
    command.add_argument("--theme", choices=("light", "dark"), help=_("for a light room or a dark one"))
    _add_ascii(command)


def _add_demo(command: Parser) -> None:
    command.add_argument("name", nargs="?", metavar=_("NAME"), help=_("which one; without it one in your language"))
    command.add_argument("--list", action="store_true", help=_("list the samples"))
    _add_ascii(command)


def _add_show(command: Parser) -> None:
    _add_file(command)
    command.add_argument("--with-private", action="store_true", help=_("private items too"))


def _add_balance(command: Parser) -> None:
    _add_file(command)
    _add_json(command)


def _add_check(command: Parser) -> None:
    command.add_argument("files", nargs="+", metavar=_("FILE"), type=session_named, help=_("a session file"))
    _add_json(command)


def _add_new(command: Parser) -> None:
    command.add_argument("file", metavar=_("FILE"), help=_("where to make it"))
    command.add_argument("--title", required=True, metavar=_("TITLE"), help=_("what the collaboration is called"))
    partners = _("a party at the table; once for each")
    command.add_argument("--partner", action="append", default=[], dest="partners", metavar=_("PARTNER"), help=partners)
    command.add_argument("--ambition", default="", metavar=_("AMBITION"), help=_("what the partners want together"))
    scale = _("weigh in points from 1 to 5, or in amounts of a unit such as euro or fte")
    command.add_argument("--scale", default="points", metavar=_("points|UNIT"), help=scale)


def _add_export(command: Parser) -> None:
    _add_file(command)
    export_arguments.add_arguments(command)


def _add_import(command: Parser) -> None:
    _add_file(command)
    command.add_argument("--from", dest="source", required=True, metavar="CSV|MD|JSON", help=_("the list"))


def _add_restore(command: Parser) -> None:
    _add_file(command)
    kept = _("its name, as --list tells it, or the beginning of that")
    command.add_argument("kept", nargs="?", metavar=_("VERSION"), help=kept)
    command.add_argument(
        "--list", action="store_true", help=_("list the earlier versions, newest first, with what differs")
    )


def _add_history(command: Parser) -> None:
    _add_file(command)
    since = _("only what came after this meeting: its number, its day or its name")
    command.add_argument("--since", metavar=_("MEETING"), help=since)
    command.add_argument("--with-private", action="store_true", help=_("private items too"))
    _add_json(command)


def _add_copies(command: Parser) -> None:
    command.add_argument("a", metavar="A", type=session_named, help=_("a session file"))
    command.add_argument("b", metavar="B", type=session_named, help=_("a copy of it that went its own way"))
    command.add_argument("--with-private", action="store_true", help=_("private items too"))


def _add_compare(command: Parser) -> None:
    _add_copies(command)
    _add_json(command)


def _add_merge(command: Parser) -> None:
    _add_copies(command)
    command.add_argument("-o", "--out", required=True, metavar="C", help=_("the new file, where nothing is yet"))
    prefer = _("which copy holds where both changed the same; without it you are asked")
    command.add_argument("--prefer", choices=("a", "b"), help=prefer)


def _add_nothing(command: Parser) -> None:
    pass


def _import_description() -> str:
    return _(
        "Add partners and items from a list to a session, the whole list or nothing of it.\n\n"
        "CSV: UTF-8, cells apart by , or ; and a first row that names the columns, in any order:\n"
        "partner, direction (halen|brengen|take|bring), text, weight, certainty (firm|uncertain|zeker|onzeker),\n"
        "kind, reserve, status, origin, private. A row with a partner and a reserve only sets the reserve.\n\n"
        "Markdown: a heading for each partner, under it a heading Halen or Brengen, and under that the items, each\n"
        "behind a dash, with what is known of it behind it: - quiet in the region (2?, continuity)\n\n"
        "What “mgtui export” wrote as csv, md or json comes back as it was."
    )


def _present_description() -> str:
    return _(
        "Fill this terminal with one large view of the session, for a room that reads along: all meters, one partner,\n"
        "the matrix, the ambition, the stakeholders, the agreements. The arrows walk through them, esc ends.\n"
        "With --follow it shows what the facilitator chooses to show, with F5, at another terminal. What is private,\n"
        "covered or still being typed never reaches this screen."
    )


def _restore_description() -> str:
    return _(
        "Put an earlier version of a session in its place: the newest sound one, or the one that is named.\n"
        "What it replaces is kept as a version too, so this can be undone in the same way."
    )


def _merge_description() -> str:
    return _(
        "Join two copies of a session that went apart, by their histories: every change of both is kept, with its\n"
        "author and time. Where both changed the same field, or one removed what the other worked on, you are asked;\n"
        "A and B stay as they are."
    )


COMMANDS: Final[Mapping[str, tuple[Callable[[], tuple[str, str]], Callable[[Parser], None]]]] = {
    "open": (lambda: (_("the board of a session"), ""), _add_open),
    "present": (lambda: (_("large views for a beamer; nothing is changed"), _present_description()), _add_present),
    "demo": (lambda: (_("a sample session, in a scratch copy"), ""), _add_demo),
    "new": (lambda: (_("make a session"), ""), _add_new),
    "show": (lambda: (_("the board as plain text"), ""), _add_show),
    "balance": (lambda: (_("whether the deal holds for everyone, and why"), ""), _add_balance),
    "check": (lambda: (_("whether files are sound session files; lists every problem"), ""), _add_check),
    "export": (lambda: (export_arguments.summary(), export_arguments.description()), _add_export),
    "import": (
        lambda: (_("add partners and items from a list to a session"), _import_description()),
        _add_import,
    ),
    "host": (lambda: (host_arguments.summary(), host_arguments.description()), host_arguments.add_arguments),
    "history": (lambda: (_("every change, with who made it and when"), ""), _add_history),
    "compare": (lambda: (_("what two copies that went apart did since"), ""), _add_compare),
    "merge": (lambda: (_("join two copies that went apart in a new file"), _merge_description()), _add_merge),
    "restore": (lambda: (_("go back to an earlier version"), _restore_description()), _add_restore),
    "info": (
        lambda: (_("where settings, logs and sessions are; versions; what works here"), ""),
        _add_nothing,
    ),
}
"""Each command: its line in the list of commands with its longer description, and what adds its arguments."""


def _exit_codes() -> str:
    return _(
        "exit codes:\n"
        "  0  done\n"
        "  1  the answer is no: problems were found, or the deal is not sustainable\n"
        "  2  wrong usage\n"
        "  3  a file can't be used\n"
        "  4  someone else has the session open, or the change was refused"
    )
