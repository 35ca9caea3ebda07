"""Data that nobody means well with: texts that terminals obey, and whatever a type allows, and does not, made from it.

Strategies follow the program's own types, so that a new field, table or frame is tried from the day it is there.
"""

from __future__ import annotations

from typing import Any, Final

import msgspec
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from msgspec import inspect

from mgtui.domain.history import Entry
from mgtui.domain.session import TABLES
from mgtui.store.loading import Heading
from mgtui.store.migrations import CURRENT
from tests.trials.families import is_always_alike, times

OFTEN: Final = settings(
    max_examples=times("hostile-input"),
    deadline=None,
    derandomize=is_always_alike("hostile-input"),
    phases=[Phase.explicit, Phase.generate],
    database=None,
    suppress_health_check=list(HealthCheck),
)
"""As often as this run asks for; CI always tries the same, and no time goes into looking for a smaller failure."""

OBEYED: Final = (
    "\x1b]0;taken over\x07",
    "\x1b]52;c;cm0gLXJmIH4=\x1b\\",
    "\x1b[2J\x1b[H",
    "\x1b[?1049l",
    "\x9b31m",
    "\x9d0;taken over\x9c",
    "\x90q\x9c",
    "a\u202egnp.exe",
    "\u2067\u2066\u2069",
    "\r\n\b\b\x7f",
    "\x00",
    "\ufff9a\ufffb",
    "[bold red]x[/] [@click=app.quit]quit[/]",
    "=cmd|' /C calc'!A0",
    "<script>alert(1)</script>",
    "../../etc/passwd",
    "{name} {0} %s %(x)s $HOME",
    "e\u0301\u200d" * 9,
    "👩\u200d👩\u200d👧",
    "x" * 3000,
)
"""What programs that show or read a text might do something at."""

TEXTS: Final = st.one_of(
    st.sampled_from(OBEYED),
    st.text(st.characters(codec="utf-8"), max_size=12),
    st.builds("".join, st.lists(st.sampled_from([*OBEYED, "Linde", " ", ","]), max_size=4)),
)

IDS: Final = st.sampled_from("abcdefgh")

ANYTHING: Final = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats() | TEXTS | IDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS | IDS, inner, max_size=3),
    max_leaves=6,
)

MOMENTS: Final = st.sampled_from(
    [
        "2026-03-02T14:00:00Z",
        "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999+00:00",
        "2026-03-02T14:00:00",
        "morgen",
    ]
)

DECIMALS: Final = st.sampled_from(["3", "0", "2.50", "-1", "1e999999", "NaN", "0." + "3" * 60, "9" * 40, "", "∞"])


def of_type(kind: Any) -> st.SearchStrategy[Any]:
    """What JSON may hold where a `kind` is wanted."""
    return _of(inspect.type_info(kind), depth=0)


def spoilt(right: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Mostly what is right; now and then anything."""
    return st.integers(0, 19).flatmap(lambda chance: ANYTHING if chance == 0 else right)


def _of(kind: inspect.Type, depth: int) -> st.SearchStrategy[Any]:
    match kind:
        case inspect.StructType() if depth > 5:
            return st.just({})
        case inspect.StructType():
            return _record(kind, depth)
        case inspect.UnionType(types=types):
            return st.one_of([_of(each, depth) for each in types])
        case inspect.StrType(max_length=longest):
            words = TEXTS | IDS
            return words if longest is None or longest > 3000 else words.map(lambda text: text[:longest])
        case inspect.IntType():
            return st.integers(0, 9) | st.integers(-1, 2**53)
        case inspect.BoolType():
            return st.booleans()
        case inspect.FloatType():
            return st.floats(allow_nan=False)
        case inspect.NoneType():
            return st.none()
        case inspect.LiteralType(values=values):
            return st.sampled_from(list(values))
        case inspect.DateTimeType() | inspect.DateType():
            return MOMENTS | MOMENTS.map(lambda text: text[:10])
        case inspect.DecimalType():
            return DECIMALS
        case inspect.DictType(value_type=value):
            return st.dictionaries(IDS, _of(value, depth + 1), max_size=3)
        case inspect.ListType(item_type=item) | inspect.VarTupleType(item_type=item):
            return st.lists(_of(item, depth + 1), max_size=3)
        case inspect.TupleType(item_types=items):
            return st.tuples(*(_of(each, depth + 1) for each in items)).map(list)
    return ANYTHING


def _record(kind: inspect.StructType, depth: int) -> st.SearchStrategy[dict[str, Any]]:
    needed = {each.encode_name: spoilt(_of(each.type, depth + 1)) for each in kind.fields if each.required}
    others = {each.encode_name: spoilt(_of(each.type, depth + 1)) for each in kind.fields if not each.required}
    made = st.fixed_dictionaries(needed, optional=others)
    if kind.tag_field is None:
        return made
    return made.map(lambda fields: {kind.tag_field: kind.tag, **fields})


def frames(*kinds: Any) -> st.SearchStrategy[bytes]:
    """Lines of the wire, of any of `kinds`, and such as are none."""
    right = st.one_of([of_type(kind) for kind in kinds])
    lines = right.map(lambda frame: msgspec.json.encode(_without_nan(frame)))
    return st.one_of(lines, lines, lines, bent(lines), st.binary(max_size=40))


@st.composite
def bent(draw: st.DrawFn, sources: st.SearchStrategy[bytes]) -> bytes:
    """Bytes in which something is cut, doubled, swapped or replaced."""
    data = bytearray(draw(sources))
    for _ in range(draw(st.integers(1, 4))):
        at, length = draw(st.integers(0, len(data))), draw(st.integers(0, 30))
        part = bytes(data[at : at + length])
        new = draw(
            st.sampled_from(
                [b"", part + part, b"\xff", b"\x00", b"\xe2\x80\xae", b"\x1b[2J", b'"', b"{", b",", b"9" * 30]
            )
        )
        data[at : at + length] = new
    return bytes(data)


@st.composite
def sessions(draw: st.DrawFn) -> bytes:
    """A session file with records of every table, most of them right."""
    tables: dict[str, Any] = {"session": {"1": draw(of_type(Heading))}}
    tables["session"]["1"] |= {"id": "s", "schema": {"major": CURRENT.major, "minor": CURRENT.minor}}
    for name, kind in TABLES.items():
        records = draw(st.lists(of_type(kind), max_size=3))
        tables[name] = {str(at): record | {"id": "abcdefgh"[at]} for at, record in enumerate(records)}
    tables["history"] = {str(at): each for at, each in enumerate(draw(st.lists(of_type(Entry), max_size=2)), 1)}
    return msgspec.json.encode(_without_nan(tables))


def _without_nan(value: Any) -> Any:
    """What can be written: JSON has no NaN, no integers of seventy bits and no halves of characters here."""
    if isinstance(value, dict):
        return {_without_nan(key): _without_nan(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_without_nan(each) for each in value]
    if isinstance(value, int) and not -(2**63) <= value < 2**64:
        return float(value)
    return value
