"""Sessions and changes for property tests: any session that is sound, and any change that someone might submit."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from mgtui.domain.changes import Add, Batch, Change, Move, Remove, Set, apply
from mgtui.domain.grounding import ground
from mgtui.domain.refusal import Refused
from mgtui.domain.scale import POINTS, Scale, amounts
from mgtui.domain.session import KINDS, STATUSES, TABLES, Session

SEVERAL = settings(max_examples=40, deadline=None)
"""For claims about whole sessions, which take longer to make than to check."""

MOMENT = datetime(2025, 3, 4, 20, 15, tzinfo=UTC)

LETTERS = "abcdefg"
IDS = st.sampled_from("abcde")
TEXTS = st.text(alphabet="aé\t—x ", max_size=6)
ORDERS = st.text(alphabet="0Vz", max_size=3)
SCALES = st.sampled_from([POINTS, amounts("euro")])


def weights(scale: Scale) -> st.SearchStrategy[Decimal | None]:
    """Weights on `scale`, and none."""
    if scale.high is not None:
        return st.none() | st.integers(int(scale.low), int(scale.high)).map(Decimal)
    return st.none() | st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False)


def moments() -> st.SearchStrategy[str]:
    """Times as JSON has them."""
    return st.just(MOMENT.isoformat())


def told() -> st.SearchStrategy[dict[str, Any] | None]:
    """That a stakeholder was told, or not."""
    return st.none() | st.fixed_dictionaries({"at": moments(), "story": TEXTS})


@cache
def fields(scale: Scale) -> dict[str, dict[str, st.SearchStrategy[Any]]]:
    """By table, what its fields may be set to, as JSON has it."""
    ids = st.lists(IDS, max_size=3)
    common = {"order": ORDERS, "note": TEXTS}
    answer = st.fixed_dictionaries({"response": st.sampled_from(["valued", "doubt", "objects"]), "at": moments()})
    delivery = st.fixed_dictionaries({"answer": st.sampled_from(["yes", "partly", "no"]), "at": moments()})
    worth = st.fixed_dictionaries({"answer": st.sampled_from(["yes", "doubt", "no"]), "at": moments(), "by": TEXTS})
    ready = st.fixed_dictionaries({"at": moments(), "by": TEXTS})
    confirmation = st.fixed_dictionaries({"at": moments(), "of": TEXTS})
    reserves = st.decimals(-5, 5, places=1, allow_nan=False).map(str)
    return {
        "partners": {"name": TEXTS, "reserve": reserves, "willing": st.sampled_from([None, "yes", "no"]), **common},
        "interests": {
            "partner": IDS,
            "side": st.sampled_from(["personal", "organisational"]),
            "text": TEXTS,
            "private": st.booleans(),
            "importance": st.none() | st.integers(1, 5),
            **common,
        },
        "items": {
            "partner": IDS,
            "direction": st.sampled_from(["take", "bring"]),
            "text": TEXTS,
            "weight": weights(scale).map(lambda weight: None if weight is None else str(weight)),
            "certainty": st.sampled_from(["firm", "uncertain"]),
            "kind": st.sampled_from(KINDS),
            "status": st.sampled_from(STATUSES),
            "private": st.booleans(),
            "covered": st.booleans(),
            "author": st.sampled_from(["", "ana", "ben"]),
            "interests": ids,
            "delivery": st.dictionaries(IDS, delivery, max_size=2),
            "worth": st.dictionaries(IDS, worth, max_size=2),
            **common,
        },
        "links": {"bring": IDS, "take": IDS, "note": TEXTS},
        "means": {"text": TEXTS, "covered_by": ids, **common},
        "stakeholders": {
            "partner": IDS,
            "name": TEXTS,
            "take": told(),
            "due": st.none() | st.just(date(2025, 9, 1).isoformat()),
            "answers": st.dictionaries(IDS, answer, max_size=2),
            **common,
        },
        "agreements": {
            "text": TEXTS,
            "partners": ids,
            "items": ids,
            "confirmations": st.dictionaries(IDS, confirmation, max_size=2),
            **common,
        },
        "meetings": {"kind": st.sampled_from(["first", "follow_up"]), "opened": moments(), "name": TEXTS},
        "rounds": {
            "opened": moments(),
            "question": TEXTS,
            "direction": st.sampled_from([None, "take", "bring"]),
            "seconds": st.none() | st.integers(1, 600),
            "ready": st.dictionaries(IDS, ready, max_size=2),
            "revealed": st.none() | moments(),
        },
    }


@cache
def records(table: str, scale: Scale) -> st.SearchStrategy[dict[str, Any]]:
    """Records of `table` as JSON has them; the ids that they name need not be there."""
    return st.fixed_dictionaries({"id": IDS, **fields(scale)[table]})


@cache
def singles(scale: Scale = POINTS) -> st.SearchStrategy[Change]:
    """Changes that are no batch; most fit a session with few records, and some do not."""
    some = [each for table in TABLES for each in (_adds(table, scale), _sets(table, scale), _removals(table))]
    own = st.builds(Set, st.just("session"), st.just("s"), st.sampled_from(["title", "ambition"]), TEXTS)
    moves = st.one_of([_moves(table) for table in ("items", "items", "interests", "partners")])
    kinds = [st.one_of(some), moves, _answers() | own]
    return st.sampled_from([0, 0, 0, 1, 1, 2]).flatmap(lambda kind: kinds[kind])


@cache
def changes(scale: Scale = POINTS) -> st.SearchStrategy[Change]:
    """Changes and batches of them."""
    batches = st.lists(singles(scale), min_size=2, max_size=4).map(lambda each: Batch(tuple(each)))
    return st.booleans().flatmap(lambda several: batches if several else singles(scale))


@cache
def sessions(scale: Scale | None = None) -> st.SearchStrategy[Session]:
    """Sound sessions with a few records in every table."""
    if scale is None:
        return SCALES.flatmap(sessions)
    sizes = {"partners": (2, 4), "meetings": (1, 2), "items": (4, 7), "links": (1, 4)}
    tables = {name: _lists(records(name, scale), *sizes.get(name, (0, 3))) for name in TABLES}
    return st.builds(_session, st.just(scale), TEXTS, st.fixed_dictionaries(tables))


def _lists(each: st.SearchStrategy[dict[str, Any]], least: int, most: int) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Lists of records whose ids are the first letters."""
    return st.lists(each, min_size=least, max_size=most).map(
        lambda made: [{**record, "id": identity} for identity, record in zip(LETTERS, made, strict=False)]
    )


def _session(scale: Scale, title: str, tables: dict[str, list[dict[str, Any]]]) -> Session:
    """A session of those records that fit, each naming what is there in place of what is not."""
    session = Session(id="s", title=title, scale=scale)
    for table in (
        "partners",
        "meetings",
        "interests",
        "items",
        "links",
        "means",
        "stakeholders",
        "agreements",
        "rounds",
    ):
        for record in tables[table]:
            try:
                session = apply(session, ground(session, Add(table, _fitted(session, table, record))))
            except Refused:
                continue
    return session


def _fitted(session: Session, table: str, record: dict[str, Any]) -> dict[str, Any]:
    fitted = dict(record)
    if table == "links":
        brings = [each.id for each in session.items.values() if each.direction == "bring"]
        takes = [each.id for each in session.items.values() if each.direction == "take"]
        return {**fitted, "bring": _near(record["bring"], brings), "take": _near(record["take"], takes)}
    for name, target in _NAMES.get(table, {}).items():
        there: list[str] = sorted(getattr(session, target))
        value = fitted[name]
        if isinstance(value, str):
            fitted[name] = _near(value, there)
        elif isinstance(value, list):
            fitted[name] = [each for each in value if each in there]
        else:
            fitted[name] = {key: each for key, each in value.items() if key in there}
    if table == "items":
        mine = [each for each in fitted["interests"] if session.interests[each].partner == fitted["partner"]]
        fitted["interests"] = mine
    return fitted


def _near(wanted: str, there: list[str]) -> str:
    """`wanted` when it is there, else another that is."""
    return wanted if wanted in there or not there else there[ord(wanted) % len(there)]


def _adds(table: str, scale: Scale) -> st.SearchStrategy[Change]:
    return st.builds(Add, st.just(table), records(table, scale))


def _sets(table: str, scale: Scale) -> st.SearchStrategy[Change]:
    some = [st.tuples(st.just(name), values) for name, values in fields(scale)[table].items()]
    return st.builds(lambda identity, pair: Set(table, identity, *pair), IDS, st.one_of(some))


def _removals(table: str) -> st.SearchStrategy[Change]:
    return st.builds(Remove, st.just(table), IDS)


def _moves(table: str) -> st.SearchStrategy[Change]:
    place = {"partner": IDS, "direction": st.sampled_from(["take", "bring"]), "order": ORDERS}
    if table == "partners":
        return st.builds(lambda who, order: Move(table, who, {"order": order}), IDS, ORDERS)
    return st.builds(Move, st.just(table), IDS, st.fixed_dictionaries({}, optional=place).filter(bool))


def _answers() -> st.SearchStrategy[Change]:
    answer = st.none() | st.just({"response": "doubt", "at": MOMENT.isoformat()})
    return st.builds(lambda who, when, what: Set("stakeholders", who, f"answers.{when}", what), IDS, IDS, answer)


_NAMES = {
    "interests": {"partner": "partners"},
    "items": {"partner": "partners", "interests": "interests", "delivery": "meetings", "worth": "meetings"},
    "means": {"covered_by": "items"},
    "stakeholders": {"partner": "partners", "answers": "meetings"},
    "agreements": {"partners": "partners", "items": "items", "confirmations": "partners"},
}
