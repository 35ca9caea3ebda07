"""What is worth telling a person about their own doing: what was undone, refused, or written over another's words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from msgspec import Struct

from mgtui.domain.changes import Set, Single, inverse, parts
from mgtui.domain.news import Changed, Rejected, Replaced
from mgtui.domain.people import Person
from mgtui.locale import _, ngettext
from mgtui.locale.wording import changes, refusals

Tone = Literal["plain", "good", "warning"]


class Notice(Struct, frozen=True, eq=False):
    """A sentence for one person; every one is new, also when it says the same.

    Attributes:
        text: the sentence, in the language in use when it was said.
        tone: "warning" for what did not happen or needs a look.
    """

    text: str
    tone: Tone = "plain"


def of(news: Changed | Rejected | Replaced, person: Person, undo: Callable[[], str]) -> Notice | None:
    """What `person`, whose key `undo` names, is told of `news`, if anything."""
    if isinstance(news, Rejected):
        return Notice(refusals.refusal(news.refusal), "warning")
    if isinstance(news, Replaced):
        text = _("{name} had just changed this too; {undo} brings that text back.")
        return Notice(text.format(name=news.by, undo=undo()), "warning")
    entry = news.entry
    revealed = [part.id for part in parts(entry.change) if _ends_a_round(part)]
    if revealed:
        count = sum(isinstance(part, Set) and part.field == "covered" for part in parts(entry.change))
        text = ngettext("{name} has revealed {n} item.", "{name} has revealed {n} items.", count)
        return Notice(text.format(name=entry.by, n=count), "good")
    if entry.client != person.client:
        return None
    if entry.undoes:
        what = changes.change(inverse(entry.change), news.session, news.before)
        return Notice(_("Undone: {what}").format(what=what), "good")
    if entry.redoes:
        what = changes.change(entry.change, news.session, news.before)
        return Notice(_("Done again: {what}").format(what=what), "good")
    return None


def _ends_a_round(part: Single) -> bool:
    return isinstance(part, Set) and (part.table, part.field) == ("rounds", "revealed") and part.value is not None
