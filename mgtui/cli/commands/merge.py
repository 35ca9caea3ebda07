"""`mgtui merge`: two copies of a session joined by their histories in a new file; asks only where both differ."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from mgtui.cli import people
from mgtui.cli.exits import DONE, FILE_UNUSABLE, REFUSED, Failure
from mgtui.cli.output import tell
from mgtui.documents.parting_report import Copy, conflict_as_text
from mgtui.domain.merging import Conflict, Parting, join, parting
from mgtui.locale import _, ngettext
from mgtui.locale.safe_text import safe
from mgtui.store.access import create_session, read_session
from mgtui.store.lock import this_process


def run(arguments: Namespace) -> int:
    """Join the copies and write the new file."""
    first, second = (read_session(Path(each)) for each in (arguments.a, arguments.b))
    a, b = Copy("A", arguments.a, first.session), Copy("B", arguments.b, second.session)
    apart = parting(a.session, first.history, b.session, second.history)
    if apart is None:
        sentence = _("{a} and {b} are no copies of one session: their histories have nothing in common.")
        raise Failure(FILE_UNUSABLE, sentence.format(a=safe(a.name), b=safe(b.name)))
    theirs = set(_theirs(apart, a, b, arguments.prefer, with_private=arguments.with_private))
    joined = join(a.session, first.history, apart, [each for at, each in enumerate(apart.conflicts) if at in theirs])
    holder = this_process(people.person().name)
    create_session(Path(arguments.out), joined.session, joined.history, holder, like=first.loaded).close()
    tell(_told(apart, len(joined.left), arguments.out))
    return DONE


def _theirs(apart: Parting, a: Copy, b: Copy, prefer: str | None, *, with_private: bool) -> Iterator[int]:
    """The numbers of the conflicts in which B is right."""
    for number, conflict in enumerate(apart.conflicts):
        if (prefer or _asked(conflict, a, b, with_private=with_private)) == "b":
            yield number


def _asked(conflict: Conflict, a: Copy, b: Copy, *, with_private: bool) -> str:
    """What the person answers: a or b.

    Raises:
        Failure: there is no answer.
    """
    question = conflict_as_text(conflict, a, b, with_private=with_private)
    while True:
        tell(_("{question}. Which holds, a or b?").format(question=question))
        answer = sys.stdin.readline()
        if not answer:
            raise Failure(
                REFUSED,
                _("Both changed the same, and nobody said which holds. Add --prefer a or --prefer b; nothing is made."),
            )
        if answer.strip().casefold() in ("a", "b"):
            return answer.strip().casefold()


def _told(apart: Parting, left: int, out: str) -> str:
    taken = len(apart.b) - left
    sentence = ngettext(
        "{file} is made: A with {n} change of B.", "{file} is made: A with {n} changes of B.", taken
    ).format(file=safe(out), n=taken)
    if not left:
        return sentence
    rest = ngettext(
        "{n} change of B was not needed, or speaks of what A removed.",
        "{n} changes of B were not needed, or speak of what A removed.",
        left,
    ).format(n=left)
    return f"{sentence} {rest}"
