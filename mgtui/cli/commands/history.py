"""`mgtui history`: every change of a session, or all since a meeting, with who made it and when."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from mgtui.cli.asked_for import meeting_called
from mgtui.cli.exits import DONE
from mgtui.cli.looking_back import end_of
from mgtui.cli.output import write, write_json
from mgtui.cli.reading import tell_what_is_left_out
from mgtui.documents.history_report import history_as_data, history_as_text
from mgtui.domain.history import Entry
from mgtui.domain.session import Session
from mgtui.locale import _
from mgtui.locale.wording import history
from mgtui.store.access import read_session


def run(arguments: Namespace) -> int:
    """Write the changes, earliest first."""
    file = read_session(Path(arguments.file))
    tell_what_is_left_out(arguments.file, file.loaded.problems)
    since = meeting_called(file.session, arguments.since) if arguments.since else None
    after = end_of(since) if since else 0
    told = _marked(file.history, file.session) if arguments.with_private else history.told(file.history, file.session)
    shown = [each for each in told if each.entry.revision > after]
    if arguments.json:
        write_json(history_as_data(file.session, shown, since))
    else:
        write(history_as_text(file.session, shown, since))
    return DONE


def _marked(entries: Sequence[Entry], session: Session) -> Iterator[history.Told]:
    """The private too, marked wherever more is told than would be unasked."""
    for each, unasked in zip(
        history.told(entries, session, with_private=True), history.told(entries, session), strict=True
    ):
        private = each.meaning != unasked.meaning
        yield history.Told(each.entry, f"{each.meaning} ({_('private')})", each.details) if private else each
