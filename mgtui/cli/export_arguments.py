"""What `mgtui export` understands; nothing of the forms themselves is imported for it."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Final

from mgtui.locale import _

FORMS: Final = ("md", "html", "txt", "csv", "json", "xlsx", "svg")
"""As the documents have them."""


def add_arguments(command: ArgumentParser) -> None:
    """Add everything but the session file."""
    command.add_argument("--to", choices=FORMS, help=_("the form; without it, the ending of OUT tells"))
    command.add_argument("-o", "--output", metavar=_("OUT"), help=_("the file to make; without it, to stdout"))
    partner = _("the hand-out of one partner (md, html, txt), or its rows (csv)")
    command.add_argument("--partner", metavar=_("PARTNER"), help=partner)
    since = _("tell what has changed since this meeting: its number, day or name; the one before the last without it")
    command.add_argument("--since", metavar=_("MEETING"), help=since)
    command.add_argument("--with-private", action="store_true", help=_("what is private too, marked as such"))
    command.add_argument("--force", action="store_true", help=_("replace OUT if it is there already"))


def summary() -> str:
    """Its line in the list of commands."""
    return _("a report, hand-out, list, workbook or picture to take along")


def description() -> str:
    """What it does, at length."""
    return _(
        "Write a session in a form to take along, to stdout or to a file.\n\n"
        "  md, html, txt  the report; with --partner the story of one partner for its stakeholders\n"
        "  csv            a row for each item, for a spreadsheet; the language decides between , and ;\n"
        "  xlsx           a workbook that goes on calculating (needs the extra “office”)\n"
        "  svg            pictures: everyone's balance, and who brings what to whom\n"
        "  json           the session as data; docs/session.schema.json describes it\n\n"
        "What is still covered is never in it, and what is private only when asked for."
    )
