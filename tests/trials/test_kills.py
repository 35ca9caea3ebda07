"""Whenever the program is killed while someone types, the file is sound and has all that was shown as saved."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from mgtui.store.access import create_session
from tests.terminal import Terminal
from tests.terminal.warm import Nursery
from tests.trials.families import times
from tests.trials.showing import START, Items, items_in, shown_as_saved

SHARES = 4
"""Parts that can run beside each other."""

SHARE = -(-times("kills") // SHARES)

COLUMNS, ROWS = 80, 30

PER_FILE = 25
"""Kills after which a new session begins."""

LONGEST_PAUSE, LONGEST_WAIT = 0.02, 0.12
"""Seconds between keys, and until the kill after the last: a save takes about 0.03 from the key on."""


@pytest.mark.timeout(600)
@pytest.mark.parametrize("share", range(SHARES))
def test_a_kill_while_someone_types_loses_nothing_that_was_shown_as_saved(
    share: int, tmp_path: Path, nursery: Nursery
) -> None:
    chance = random.Random(share)
    known: Items = {}
    shown_in_all = 0
    for number in range(SHARE):
        path = tmp_path / f"{number // PER_FILE}.json"
        if number % PER_FILE == 0:
            known = {}
            create_session(path, START).close()
        with nursery.terminal("open", str(path), "--lang", "en", columns=COLUMNS, rows=ROWS) as at:
            at.wait_for("F1 help")
            typed = type_until_killed(at, chance, number)
        shown = shown_as_saved(at.output_since(0), COLUMNS, ROWS)
        found = items_in(path)
        assert shown.items() <= found.items(), f"kill {number} of share {share}"
        assert known.items() <= found.items()
        assert found.keys() <= known.keys() | typed.keys()
        shown_in_all += len(shown.keys() - known.keys())
        known = found
    assert shown_in_all > SHARE // 2


def type_until_killed(at: Terminal, chance: random.Random, number: int) -> Items:
    """Add items and weigh them, as fast as someone in a hurry, until a moment that nobody chose; returns them all."""
    items = {f"w{number}-{letter}": chance.randint(1, 5) for letter in "abcdef"}
    keys = "".join(f"n{text}\r{weight}" for text, weight in items.items())
    last = chance.randrange(len(keys))
    at_key = 0
    while at_key < last:
        step = chance.randint(1, 6)
        at.type(keys[at_key : min(at_key + step, last)])
        at_key += step
        at.settle(chance.random() * LONGEST_PAUSE)
    at.settle(chance.random() * LONGEST_WAIT)
    at.kill()
    return items
