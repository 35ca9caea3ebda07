"""What one person who may edit sees: everything, but for the words of what others have covered.

Invariant: no session, entry or change that comes out of a veil holds a word of an item that someone else has covered,
nor of one that was removed while it was covered; its place remains, and so its count.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec.structs import replace

from mgtui.domain.changes import Add, Move, Remove, Set, Single, of_parts, parts
from mgtui.domain.history import Entry
from mgtui.domain.news import Changed
from mgtui.domain.session import Item, Link, Session
from mgtui.domain.visibility import covered_for, for_person, without_words

KEPT = ("id", "partner", "direction", "order", "weight", "certainty", "status", "covered", "private")
"""What the history keeps of an item that was open before it was covered: it counted then, for all to see."""


class Veil:
    """The veil before the eyes of one person; it remembers what it was last asked for.

    Args:
        own: by which items say to be that person's (`Person.signatures`).
    """

    def __init__(self, own: Collection[str]) -> None:
        self._own = own
        self._masks: dict[str, tuple[Item, Item]] = {}
        self._seen: list[tuple[Session, Session]] = []
        self._removed = _RemovedCovered(self._own)
        self._past: tuple[int, frozenset[str], Sequence[Entry]] = (-1, frozenset(), ())

    def also_for(self, own: Collection[str]) -> Veil:
        """The veil of the same person, who has other signatures as well by now."""
        return self if set(own) <= set(self._own) else Veil(frozenset((*self._own, *own)))

    def session(self, session: Session) -> Session:
        """`session` through the veil; the very same where nothing is covered."""
        for whole, shown in self._seen:
            if whole is session:
                return shown
        shown = for_person(session, *self._own, covered=self._mask)
        self._seen = [*self._seen[-1:], (session, shown)]
        return shown

    def history(self, session: Session, history: Sequence[Entry]) -> Sequence[Entry]:
        """The `history` of `session` through the veil; the very same where nothing ever needs hiding."""
        hidden = _hidden(session, self._own) | self._removed.among(history)
        if not hidden:
            return history
        length, known, shown = self._past
        if (length, known) != (len(history), hidden) or shown[-1:] != history[-1:]:
            hiding = _Hiding(hidden, _ever_linked(history))
            shown = [hiding.entry(each) for each in history]
            self._past = (len(history), hidden, shown)
        return shown

    def changed(self, news: Changed) -> Changed:
        """What happened, through the veil as it hangs before and after it."""
        before = self.session(news.before)
        if before is news.before and not any(map(_may_cover, parts(news.entry.change))):
            # Of nearly every change that is so, and items need not be looked through for it.
            self._seen = [*self._seen[-1:], (news.session, news.session)]
            return news
        after = self.session(news.session)
        if before is news.before and after is news.session:
            return news
        hidden = _hidden(news.before, self._own) | _hidden(news.session, self._own)
        hiding = _Hiding(hidden, {**news.before.links, **news.session.links})
        return Changed(after, hiding.entry(news.entry), before)

    def _mask(self, item: Item) -> Item:
        """The same mask as long as it looks the same, so that screens see that nothing changed."""
        known = self._masks.get(item.id)
        if known and known[0] is item:
            return known[1]
        mask = without_words(item)
        if known and known[1] == mask:
            mask = known[1]
        self._masks[item.id] = (item, mask)
        return mask


class _RemovedCovered:
    """The items that were removed while someone else had them covered, looked up in each entry once."""

    def __init__(self, own: Collection[str]) -> None:
        self._own = own
        self._found: set[str] = set()
        self._looked_at = 0
        self._last: Entry | None = None

    def among(self, history: Sequence[Entry]) -> frozenset[str]:
        at = self._looked_at
        if at > len(history) or (at and history[at - 1] is not self._last):
            self._found, at = set(), 0
        for entry in history[at:]:
            for part in parts(entry.change):
                if isinstance(part, Remove) and part.table == "items" and self._hides(part):
                    self._found.add(part.id)
        self._looked_at, self._last = len(history), history[-1] if history else None
        return frozenset(self._found)

    def _hides(self, part: Remove) -> bool:
        return bool(part.record.get("covered")) and part.record.get("author") not in self._own


class _Hiding:
    """Takes the words of some items, and the links with them, out of entries.

    Args:
        items: by id.
        links: every link that may be spoken of.
    """

    def __init__(self, items: Collection[str], links: Mapping[str, Link]) -> None:
        self._items = items
        self._links = {key for key, link in links.items() if link.bring in items or link.take in items}

    def entry(self, entry: Entry) -> Entry:
        """`entry` without them; the very same where it does not speak of them."""
        singles = parts(entry.change)
        shown = [each for part in singles for each in self._single(part)]
        if len(shown) == len(singles) and all(a is b for a, b in zip(shown, singles, strict=True)):
            return entry
        return replace(entry, change=of_parts(entry.change, shown))

    def _single(self, part: Single) -> Iterator[Single]:
        if part.table == "links" and part.id in self._links:
            return
        if part.table == "items" and part.id in self._items:
            yield from _nameless(part)
        else:
            yield part


def _nameless(part: Single) -> Iterator[Single]:
    if isinstance(part, Move):
        yield part
    elif isinstance(part, Set):
        if part.field in KEPT:
            yield part
    else:
        record = {name: value for name, value in part.record.items() if name in KEPT} | {"text": ""}
        if record.get("covered"):
            record.pop("weight", None)
        yield Add("items", record) if isinstance(part, Add) else Remove("items", part.id, record)


def _may_cover(part: Single) -> bool:
    """Whether after `part` an item may be covered by someone else that was not before."""
    if isinstance(part, Add):
        return bool(part.record.get("covered"))
    return isinstance(part, Set) and part.field in ("covered", "author")


def _hidden(session: Session, own: Collection[str]) -> frozenset[str]:
    return frozenset(item.id for item in covered_for(session, own))


def _ever_linked(history: Sequence[Entry]) -> dict[str, Link]:
    found = {}
    for entry in history:
        for part in parts(entry.change):
            if part.table == "links" and isinstance(part, Add | Remove):
                found[part.id] = Link(id=part.id, bring=part.record.get("bring", ""), take=part.record.get("take", ""))
    return found
