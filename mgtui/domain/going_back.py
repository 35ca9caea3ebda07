"""Going back to how a session, or one record of it, was at an earlier revision: a new change, so that it can be undone.

Invariant: nothing is rewritten and nothing is shown by it. The meetings and rounds that were held stay held, what is
covered now keeps its words and its cover, and what is private now stays private.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from mgtui.domain.changes import Batch, parts
from mgtui.domain.difference import difference
from mgtui.domain.followup import state_at
from mgtui.domain.history import Entry
from mgtui.domain.references import REFERENCES, Reference, link_flaw, named_in
from mgtui.domain.session import TABLES, Item, Link, Record, Session
from mgtui.domain.visibility import hidden_as_in

HELD = ("meetings", "rounds")
"""The tables of what took place, which going back does not make undone."""

Tables = dict[str, dict[str, Record]]


def back_to(session: Session, history: Sequence[Entry], revision: int) -> Batch:
    """The change that makes `session` what it was at `revision` of its `history`; empty when it still is."""
    then = _then(session, history, revision)
    tables: Tables = {name: dict(getattr(then, name)) for name in TABLES}
    for name in HELD:
        tables[name] = {**getattr(then, name), **getattr(session, name)}
    tables["items"] |= {key: item for key, item in session.items.items() if item.covered}
    for key, item in tables["items"].items():
        if isinstance(item, Item) and item.covered and key in session.items and not session.items[key].covered:
            tables["items"][key] = replace(item, covered=False)
    settings = {"title": then.title, "ambition": then.ambition, "scale": then.scale}
    target = _without_dangling(replace(session, **settings, **tables))
    return _changed(session, target, revision)


def record_back_to(session: Session, history: Sequence[Entry], revision: int, table: str, identity: str) -> Batch:
    """The change that makes one record what it was at `revision`; empty when it still is, or was not there then."""
    then: Record | None = getattr(_then(session, history, revision), table).get(identity)
    now: Record | None = getattr(session, table).get(identity)
    if then is None or getattr(now, "covered", False):
        return Batch((), back_to=revision)
    if isinstance(then, Item) and isinstance(now, Item) and then.covered:
        then = replace(then, covered=False)
    target = replace(session, **{table: {**getattr(session, table), identity: _forgetting(session, table, then)}})
    return _changed(session, target, revision)


def _then(session: Session, history: Sequence[Entry], revision: int) -> Session:
    then = hidden_as_in(state_at(history, revision, Session(id=session.id)), session)
    # Who covered an item is not undone with it: nobody else can put a name under it, or take one away.
    signed = {key: session.items[key].author for key in then.items.keys() & session.items.keys()}
    items = {key: replace(then.items[key], author=by) for key, by in signed.items() if then.items[key].author != by}
    return replace(then, items={**then.items, **items}) if items else then


def _changed(session: Session, target: Session, revision: int) -> Batch:
    return Batch(tuple(parts(difference(session, target))), back_to=revision)


def _without_dangling(session: Session) -> Session:
    """`session` without records and names that lead to what is not there; what goes may make more go."""
    while True:
        tables: dict[str, Mapping[str, Record]] = {}
        for name in TABLES:
            whole: dict[str, Record] = getattr(session, name)
            kept = {
                key: _forgetting(session, name, record)
                for key, record in whole.items()
                if _holds(session, name, record)
            }
            if len(kept) < len(whole) or any(kept[key] is not whole[key] for key in kept):
                tables[name] = kept
        if not tables:
            return session
        session = replace(session, **tables)


def _holds(session: Session, table: str, record: Record) -> bool:
    """Whether all is there that `record` can't exist without."""
    needed = [each for each in REFERENCES if each.table == table and each.holds == "one"]
    if any(named_in(record, each)[0] not in getattr(session, each.target) for each in needed):
        return False
    return not (isinstance(record, Link) and link_flaw(session, record))


def _forgetting(session: Session, table: str, record: Record) -> Record:
    """`record` without the names of what is not there."""
    for reference in REFERENCES:
        if reference.table == table and reference.holds != "one":
            there = getattr(session, reference.target)
            if any(each not in there for each in named_in(record, reference)):
                record = replace(record, **{reference.field: _kept(record, reference, there)})
    if isinstance(record, Item):
        own = tuple(each for each in record.interests if session.interests[each].partner == record.partner)
        return record if own == record.interests else replace(record, interests=own)
    return record


def _kept(record: Record, reference: Reference, there: Mapping[str, Record]) -> object:
    value = getattr(record, reference.field)
    if reference.holds == "entries":
        return {key: each for key, each in value.items() if key in there}
    return tuple(each for each in value if each in there)
