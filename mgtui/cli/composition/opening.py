"""What is worth knowing about the session file that was just opened."""

from __future__ import annotations

from collections.abc import Iterator

from mgtui.cli.reading import mended_in_words
from mgtui.domain.people import Person
from mgtui.locale import _, dates
from mgtui.locale.safe_text import safe
from mgtui.store.sessionfile import SessionFile


def worth_knowing(file: SessionFile, person: Person) -> Iterator[str]:
    """Sentences about the file that was just opened, the most urgent first; none when all is as it should be."""
    if file.recovered:
        moment = dates.moment(file.recovered.kept)
        sentence = _("The file is broken. This is the version of {moment}; the broken one is set aside, not deleted.")
        yield sentence.format(moment=moment)
    if file.newer:
        yield _("Written by a newer mgtui: you can look at it, but not change it.")
    mended = mended_in_words(file.loaded.problems)
    if mended:
        yield mended
    copies = [safe(each.path.name) for each in file.conflict_copies]
    if copies and person.role != "viewer":
        sentence = _("Beside it lies what may be another copy of this session: {copies}.")
        yield sentence.format(copies=", ".join(copies))
