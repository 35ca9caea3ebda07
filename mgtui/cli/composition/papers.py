"""Documents for the screens: made and read by the documents, put in files as the command line does."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from mgtui.cli.composition.naming import file_name
from mgtui.cli.exits import Failure
from mgtui.cli.looking_back import looking_back_on, meeting_before
from mgtui.cli.placing import AlreadyThere, place
from mgtui.cli.troubles import in_words
from mgtui.documents.exporting.forms import FORMS, OfficeMissing, Wish, export
from mgtui.documents.exporting.preview import preview
from mgtui.documents.importing.plan import FORM_BY_ENDING, plan
from mgtui.documents.importing.problems import BadImport
from mgtui.documents.importing.reading import LARGEST
from mgtui.documents.importing.telling import told
from mgtui.domain.grounding import ground
from mgtui.domain.history import Entry
from mgtui.domain.refusal import Refused
from mgtui.domain.session import Session
from mgtui.locale import _
from mgtui.locale.wording import refusal
from mgtui.tui.doors import Stuck
from mgtui.tui.papers import Asked, Found, InTheWay

MOST_PROBLEMS_TOLD: Final = 8


class ProgramPapers:
    """Documents of the session that is open.

    Args:
        session_path: where that session is kept; it is never overwritten.
        folder: where documents go when the person says nothing else.
        new_id: gives an id that no record has.
        may_write: whether files of this machine may be read and written; not for a guest.
    """

    def __init__(self, session_path: str, folder: Path, new_id: Callable[[], str], *, may_write: bool = True) -> None:
        self._session_path = session_path
        self._folder = folder
        self._new_id = new_id
        self._may_write = may_write

    def preview(self, asked: Asked, session: Session, history: Sequence[Entry]) -> str:
        """What the document will say, as text."""
        return preview(session, _wish(asked, session, history))

    def place_for(self, asked: Asked, session: Session) -> str:
        """A free name beside the session, after its title and the partner."""
        partner = session.partners.get(asked.partner)
        stem = file_name(f"{session.title} {partner.name}" if partner else session.title)
        numbered = (self._folder / f"{stem}{'' if at == 1 else f'-{at}'}.{asked.form}" for at in range(1, 10_000))
        return str(next(path for path in numbered if not path.exists()))

    def keep(
        self, asked: Asked, session: Session, history: Sequence[Entry], path: str, *, replace: bool = False
    ) -> str:
        """Make the document and put it at `path`.

        Raises:
            InTheWay: something is there already.
            Stuck: it can't be made or put there.
        """
        self._refuse_guests()
        try:
            data = export(session, _wish(asked, session, history))
            place(data, path, beside=Path(self._session_path), force=replace)
        except OfficeMissing:
            raise Stuck(_("A workbook needs XlsxWriter, which is not installed here. CSV goes without.")) from None
        except AlreadyThere:
            raise InTheWay(_("There is a file there already. Enter again replaces it.")) from None
        except Failure as failure:
            raise Stuck(failure.sentence) from failure
        except OSError as error:
            raise Stuck(in_words(error, path)) from error
        return os.path.realpath(Path(path).expanduser())

    def story(self, session: Session, partner: str) -> str:
        """The hand-out of `partner` as Markdown."""
        return export(session, Wish(form="md", partner=partner)).decode()

    def take_in(self, path: str, session: Session) -> Found:
        """What the list at `path` would add.

        Raises:
            Stuck: it can't be read or taken over.
        """
        self._refuse_guests()
        form = FORM_BY_ENDING.get(Path(path).suffix.lower())
        if form is None:
            raise Stuck(_("The list must be a file that ends in .csv, .md or .json."))
        try:
            with Path(path).expanduser().open("rb") as file:
                data = file.read(LARGEST + 1)
            planned = plan(session, data, form, self._new_id)
            return Found(ground(session, planned.change), told(planned))
        except BadImport as refused:
            raise Stuck(_problems(refused)) from refused
        except Refused as refused:
            raise Stuck(refusal(refused)) from refused
        except OSError as error:
            raise Stuck(in_words(error, path)) from error

    def _refuse_guests(self) -> None:
        if not self._may_write:
            raise Stuck(_("That is not possible here: you came in as a guest."))


def _wish(asked: Asked, session: Session, history: Sequence[Entry]) -> Wish:
    form = next(each for each in FORMS if each == asked.form)
    before = looking_back_on(session, history, meeting_before(session))
    return Wish(form=form, partner=asked.partner, before=before, with_private=asked.with_private)


def _problems(refused: BadImport) -> str:
    """The first problems with their lines, and how many more there are."""
    lines = []
    for problem in refused.problems[:MOST_PROBLEMS_TOLD]:
        at = _("line {line}: ").format(line=problem.line) if problem.line else ""
        lines.append(f"{at}{problem}")
    more = len(refused.problems) - len(lines)
    if more:
        lines.append(_("and {n} more").format(n=more))
    return "\n".join(lines)
