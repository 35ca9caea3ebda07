"""No keys, pastes, clicks or sizes make the program fall over a session full of hostile texts, nor pass those through.

The keys are those of the program's own intents, so that a new one is tried from the day it is there.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import msgspec
import psutil
import pytest
from msgspec import inspect

from mgtui.domain.session import TABLES
from mgtui.store.loading import Heading
from mgtui.store.migrations import CURRENT
from mgtui.tui.intents.registry import INTENTS
from tests.terminal import Terminal, keys
from tests.terminal.warm import Nursery
from tests.trials.families import is_always_alike, times
from tests.trials.hostile_data import OBEYED
from tests.trials.judging import LARGEST, LONGEST, assert_harmless

SHARES: Final = 4

BURSTS: Final = -(-times("hostile-input") // SHARES)
"""Bursts of keys in each share."""

STROKES: Final = 25

SIZES: Final = ((80, 24), (120, 36), (200, 50), (40, 10), (1, 1), (400, 120))

RAW: Final = (
    b"\x1b",
    b"\x1b[",
    b"\x1b]0;x\x07",
    b"\x1b[200~",
    b"\x1b[201~",
    b"\x1b[999999999A",
    b"\x1b[<999;999999;9M",
    b"\x9b31m",
    b"\xff\xfe",
    b"\xe2\x80",
    b"\x00",
    b"\x1b[I",
    b"\x1b[O",
    b"\x1b[57344;9u",
    b"\x1b[?1;2c",
    b"\x1bP",
    b"\r\n\r\n",
    b"\x1b[48;9999;9999;0;0t",
)

CALLED: Final = {
    "up",
    "down",
    "left",
    "right",
    "home",
    "end",
    "pageup",
    "pagedown",
    "enter",
    "escape",
    "tab",
    "space",
    "backspace",
}

SEQUENCE: Final = re.compile(
    rb"\x1b(?:\[[<-?]?[0-9;:]*[ -/]*[@-~]|\](?P<command>[^\x07\x1b]*)(?:\x07|\x1b\\)|[()*+#%][ -~]|[=>78])"
)

TITLES, POINTER, CLIPBOARD, SIZED_TEXT = (b"0", b"2"), b"22", b"52", b"66"
"""What the program itself tells a terminal by an operating system command."""


def hostile_session() -> bytes:
    """Two records of every table, with a hostile text in every field that holds one, and all that refers right."""
    texts = iter(OBEYED * 99)
    tables: dict[str, Any] = {"session": {"1": _filled(Heading, texts) | {"id": "s"}}}
    tables["session"]["1"]["schema"] = {"major": CURRENT.major, "minor": CURRENT.minor}
    for name, kind in TABLES.items():
        tables[name] = {str(at): _filled(kind, texts) | {"id": f"{name[:2]}{at}"} for at in (1, 2)}
    return msgspec.json.encode(tables)


def _filled(kind: Any, texts: Iterator[str]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    info = inspect.type_info(kind)
    assert isinstance(info, inspect.StructType)
    for field in info.fields:
        if field.name in ("partner", "partners"):
            fields[field.name] = ["pa1"] if isinstance(field.type, inspect.ListType | inspect.VarTupleType) else "pa1"
        elif field.name == "order":
            fields[field.name] = "a"
        elif isinstance(field.type, inspect.StrType) and field.name not in ("id", "bring", "take"):
            fields[field.name] = next(texts)
        elif isinstance(field.type, inspect.LiteralType):
            fields[field.name] = field.type.values[0]
    return fields


def strokes(chance: random.Random) -> bytes:
    """One thing that hands, or a program in their place, may do."""
    match chance.randrange(10):
        case 0:
            return chance.choice(RAW)
        case 1:
            return keys.paste(chance.choice(OBEYED).replace("\x1b[201~", ""))
        case 2:
            return keys.click(chance.randrange(90), chance.randrange(30), chance.choice((0, 1, 2)))
        case 3:
            return chance.choice(OBEYED).encode()
        case 4 | 5:
            return b"".join(keys.key(name) for name in chance.choices(sorted(CALLED), k=3))
        case _:
            return chance.choice(KEYS)


def _keys() -> list[bytes]:
    found = []
    for name in sorted({name for intent in INTENTS for name in intent.keys}):
        try:
            found.append(keys.key(name))
        except ValueError:
            continue  # only terminals with kitty's protocol have it
    return [each for each in found if each != keys.key("ctrl+q")]


KEYS: Final = _keys()


@pytest.mark.timeout(600)
@pytest.mark.parametrize("share", range(SHARES))
def test_keys_of_all_kinds_on_a_table_of_hostile_texts_harm_nothing(
    share: int, tmp_path: Path, nursery: Nursery
) -> None:
    assert len(KEYS) > 50
    seed = share if is_always_alike("hostile-input") else random.randrange(10**9)
    chance = random.Random(seed)
    path = tmp_path / "s.json"
    at = opened(path, nursery)
    try:
        for burst in range(BURSTS):
            size = chance.choice(SIZES)
            at.resize(*size)
            done = [strokes(chance) for _ in range(STROKES)]
            try:
                process = psutil.Process(at.pid)
                before = process.cpu_times().user
                for each in done:
                    at.send(each)
                at.settle(0.1, 60)
                seconds, memory = process.cpu_times().user - before, process.memory_info().rss
            except psutil.NoSuchProcess:  # A key, or the palette, ended it: now, or slowly since the burst before.
                assert at.wait_for_exit() == 0, (seed, burst, size, done, at.text)
                at.close()
                at = opened(path, nursery)
                continue
            # Several presses in a row may each take as long as one may.
            assert seconds < LONGEST * 2, (seed, burst, size, done)
            assert memory < LARGEST, (seed, burst, size, done)
        assert_output_is_harmless(at)
    finally:
        at.close()


def opened(path: Path, nursery: Nursery) -> Terminal:
    """The hostile session on a screen."""
    path.write_bytes(hostile_session())
    at = nursery.terminal("open", str(path), "--as", "A\x1b]0;taken over\x07na", "--lang", "en")
    at.wait_for("Together:")
    at.settle()
    return at


def assert_output_is_harmless(at: Terminal) -> None:
    """All that the program ever wrote is its own drawing: no text of others set a title, moved the cursor or turned."""
    output = at.output_since(0)
    for found in SEQUENCE.finditer(output):
        number, _, value = (found["command"] or b"").partition(b";")
        assert found["command"] is None or number in (*TITLES, POINTER, CLIPBOARD, SIZED_TEXT), found[0]
        if number in (*TITLES, SIZED_TEXT):
            assert_harmless(value.decode())
    drawn = SEQUENCE.sub(b"", output).decode("utf-8", "replace")
    assert "\x1b" not in drawn
    assert_harmless(drawn.replace("\x07", "").replace("\b", ""))
    for copied in at.screen.copied:
        assert_harmless(copied)
