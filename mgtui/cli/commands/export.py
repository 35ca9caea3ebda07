"""`mgtui export`: a report, hand-out, list, workbook, picture or data to take along."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from mgtui.cli.asked_for import meeting_called, partner_called
from mgtui.cli.exits import DONE, WRONG_USAGE, Failure
from mgtui.cli.looking_back import looking_back_on, meeting_before
from mgtui.cli.output import tell, write, write_bytes
from mgtui.cli.placing import place
from mgtui.cli.reading import tell_what_is_left_out
from mgtui.documents.exporting.forms import FORMS, OF_ONE_PARTNER, Form, OfficeMissing, Wish, export
from mgtui.locale import _
from mgtui.locale.safe_text import safe
from mgtui.store.access import read_session
from mgtui.store.sessionfile import SessionFile


def run(arguments: Namespace) -> int:
    """Make the whole document, then write it to a file or to stdout."""
    form = _form(arguments)
    names_file = arguments.output not in (None, "", "-")
    if form == "xlsx" and not names_file and sys.stdout.isatty():
        raise Failure(WRONG_USAGE, _("A workbook is no text for a terminal. Name a file for it: -o OUT.xlsx"))
    file = read_session(Path(arguments.file))
    tell_what_is_left_out(arguments.file, file.loaded.problems)
    data = _document(file, _wish(file, form, arguments))
    if names_file:
        place(data, arguments.output, beside=file.path, force=arguments.force)
        tell(_("{path} is written.").format(path=safe(arguments.output)))
    elif sys.stdout.isatty():
        write(data.decode())
    else:
        write_bytes(data)
    return DONE


def _form(arguments: Namespace) -> Form:
    """What `--to` says, else what the name of the file says."""
    ending = Path(arguments.output or "").suffix.lower().lstrip(".")
    asked = arguments.to or {"markdown": "md", "htm": "html"}.get(ending, ending)
    form = next((each for each in FORMS if each == asked), None)
    if form is None:
        sentence = _("Say in which form: --to {forms}.")
        raise Failure(WRONG_USAGE, sentence.format(forms="|".join(FORMS)))
    if arguments.partner and form not in OF_ONE_PARTNER:
        sentence = _("--partner goes with --to {forms}; as {form} the session is exported whole.")
        raise Failure(WRONG_USAGE, sentence.format(forms="|".join(OF_ONE_PARTNER), form=form))
    return form


def _wish(file: SessionFile, form: Form, arguments: Namespace) -> Wish:
    session = file.session
    partner = partner_called(session, arguments.partner).id if arguments.partner else ""
    meeting = meeting_called(session, arguments.since) if arguments.since else meeting_before(session)
    before = looking_back_on(session, file.history, meeting)
    return Wish(form=form, partner=partner, before=before, with_private=arguments.with_private)


def _document(file: SessionFile, wish: Wish) -> bytes:
    try:
        return export(file.session, wish)
    except OfficeMissing:
        sentence = _("For a workbook, mgtui needs XlsxWriter: python -m pip install 'mgtui[office]'. CSV goes without.")
        raise Failure(WRONG_USAGE, sentence) from None
