"""A session as someone may see it: what is covered or private keeps its place and its flag, and loses its words.

Invariant: the text, kind, note and interests of what is hidden are nowhere in what comes out; a private item keeps
weight and certainty, since it counts in the balance that everyone sees, and a covered one keeps neither.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from mgtui.domain.session import TABLES, Agreement, Confirmation, Interest, Item, Session, Stakeholder

AnyRecord = TypeVar("AnyRecord", bound=Struct)


def for_person(session: Session, *signatures: str, covered: Callable[[Item], Item] | None = None) -> Session:
    """What those who may edit see: all but the words of what others have covered.

    Args:
        session: all of it.
        signatures: by which items say to be theirs (`Person.signatures`); "" is nobody's.
        covered: gives an item that keeps its place without its words, where one is kept at hand.
    """
    hidden = covered_for(session, signatures)
    if not hidden:
        return session
    mask = covered or without_words
    return with_items(session, {**session.items, **{item.id: mask(item) for item in hidden}})


def covered_for(session: Session, signatures: Collection[str]) -> list[Item]:
    """The items that are covered by someone else than who has `signatures`."""
    # Every change asks this of every item, and hardly any item is ever covered.
    covered = [item for item in session.items.values() if item.covered]
    return [item for item in covered if is_covered_for(item, signatures)]


def is_covered_for(item: Item, signatures: Collection[str]) -> bool:
    """Whether `item` is covered by someone else than who has `signatures`."""
    return item.covered and not (item.author and item.author in signatures)


def for_viewers(session: Session) -> Session:
    """What viewers, a beamer and a hand-out show: no covered or private words, no private interest, and no notes."""
    shown = with_items(session, _each(session.items, _for_viewers))
    shown = _without_private_interests(shown)
    shown = _without_marks_of_the_hidden(shown)
    tables = {name: _each(getattr(shown, name), _without_notes) for name in TABLES}
    return _with_tables(shown, **tables)


def for_documents(session: Session, *, with_private: bool = False) -> Session:
    """What a document tells: as viewers see it, or all but the covered words when the private is asked for by name."""
    return for_person(session, "") if with_private else for_viewers(session)


def hidden_as_in(past: Session, now: Session) -> Session:
    """`past` with private what is private or covered `now`, so that its words are not told by its history."""
    hidden = {item.id for item in now.items.values() if item.private or item.covered}
    items = _each(past.items, lambda item: replace(item, private=True) if item.id in hidden else item)
    private = {interest.id for interest in now.interests.values() if interest.private}
    interests = _each(past.interests, lambda each: replace(each, private=True) if each.id in private else each)
    return _with_tables(past, items=items, interests=interests)


def is_nameless(item: Item) -> bool:
    """Whether `item` only keeps the place of one whose words are hidden: to be counted, not listed."""
    return (item.private or item.covered) and not item.text


def _for_viewers(item: Item) -> Item:
    if item.covered:
        return without_words(item)
    return _private(item) if item.private else item


def without_words(item: Item) -> Item:
    """The place of a covered item, and nothing else of it."""
    return Item(
        id=item.id,
        partner=item.partner,
        direction=item.direction,
        text="",
        order=item.order,
        covered=True,
    )


def _private(item: Item) -> Item:
    return Item(
        id=item.id,
        partner=item.partner,
        direction=item.direction,
        text="",
        order=item.order,
        weight=item.weight,
        certainty=item.certainty,
        status=item.status,
        private=True,
        from_collaboration=item.from_collaboration,
    )


def with_items(session: Session, items: dict[str, Item]) -> Session:
    """The session with `items`, and without the links of those that are covered and nameless."""
    if items is session.items:
        return session
    links = {
        key: link
        for key, link in session.links.items()
        if not any(items[end].covered and not items[end].text for end in (link.bring, link.take))
    }
    return _with_tables(session, items=items, links=links if len(links) < len(session.links) else session.links)


def _without_private_interests(session: Session) -> Session:
    shown: dict[str, Interest] = {key: each for key, each in session.interests.items() if not each.private}
    if len(shown) == len(session.interests):
        return session
    items = _each(session.items, lambda item: _serving_only(item, shown))
    return _with_tables(session, interests=shown, items=items)


def _without_marks_of_the_hidden(session: Session) -> Session:
    """Without the marks by which confirmations know hidden items again: guesses at words could be tried on them."""
    hidden = {f"item/{item.id}" for item in session.items.values() if is_nameless(item)}

    def seen(agreement: Agreement) -> Agreement:
        confirmations: dict[str, Confirmation] = _each(
            agreement.confirmations, lambda each: _knowing_only(each, hidden)
        )
        return (
            agreement if confirmations is agreement.confirmations else replace(agreement, confirmations=confirmations)
        )

    agreements: dict[str, Agreement] = _each(session.agreements, seen)
    return _with_tables(session, agreements=agreements)


def _knowing_only(confirmation: Confirmation, hidden: set[str]) -> Confirmation:
    marks = confirmation.of.split()
    kept = [mark for mark in marks if mark.partition("=")[0] not in hidden]
    return confirmation if len(kept) == len(marks) else replace(confirmation, of=" ".join(kept))


def _serving_only(item: Item, interests: dict[str, Interest]) -> Item:
    served = tuple(each for each in item.interests if each in interests)
    return item if len(served) == len(item.interests) else replace(item, interests=served)


def _without_notes(record: AnyRecord) -> AnyRecord:
    if getattr(record, "note", ""):
        record = replace(record, note="")
    if isinstance(record, Stakeholder):
        answers = _each(record.answers, _without_notes)
        if answers is not record.answers:
            return replace(record, answers=answers)
    return record


def _each(table: dict[str, AnyRecord], seen: Callable[[AnyRecord], AnyRecord]) -> dict[str, AnyRecord]:
    """`table` with each record as it is `seen`; the same table when all stay the same."""
    altered = {key: after for key, record in table.items() if (after := seen(record)) is not record}
    return {**table, **altered} if altered else table


def _with_tables(session: Session, **tables: Mapping[str, Struct]) -> Session:
    altered = {name: table for name, table in tables.items() if table is not getattr(session, name)}
    return replace(session, **altered) if altered else session
