"""What is worth knowing about the session file that was just opened."""

from __future__ import annotations

from collections.abc import Iterator

from mgtui.domain.people import Person
from mgtui.locale import _, dates, ngettext
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
    mended = sum(problem.level == "repaired" for problem in file.loaded.problems)
    if mended:
        yield ngettext(
            "{n} thing in the file could not be used; “mgtui check” tells which. It stays in the file.",
            "{n} things in the file could not be used; “mgtui check” tells which. They stay in the file.",
            mended,
        ).format(n=mended)
    copies = [safe(each.path.name) for each in file.conflict_copies]
    if copies and person.role != "viewer":
        sentence = _("Beside it lies what may be another copy of this session: {copies}.")
        yield sentence.format(copies=", ".join(copies))
