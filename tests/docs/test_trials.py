"""The documents on trials and threats name every family that there is, and the limits that the program has."""

from __future__ import annotations

from pathlib import Path

import pytest

from mgtui.documents.importing.reading import LARGEST as LARGEST_LIST
from mgtui.documents.importing.rows import MOST_ROWS
from mgtui.live import hub, peer, protocol
from mgtui.live.ssh import arrivals, door, doorkeeper, invites, terminal
from mgtui.store.opening import LARGEST as LARGEST_FILE
from mgtui.store.scanning import DEEPEST
from mgtui.tui import window_size
from tests.trials.families import FAMILIES

ROOT = Path(__file__).parents[2]
MIB = 1024 * 1024


@pytest.mark.parametrize("family", FAMILIES)
def test_every_family_of_trials_is_told_with_its_command(family: str) -> None:
    assert f"`python -m tests.trials {family}" in (ROOT / "docs/trials.md").read_text("utf-8")


@pytest.mark.parametrize("family", FAMILIES)
def test_every_file_that_a_family_runs_is_there(family: str) -> None:
    for each in FAMILIES[family].tests:
        path, _, name = each.partition("::")
        assert not name or f"def {name}(" in (ROOT / path).read_text("utf-8")
        assert (ROOT / path).is_file()


def test_the_limits_in_the_threat_model_are_those_of_the_program() -> None:
    text = " ".join((ROOT / "docs/threat-model.md").read_text("utf-8").split())
    for said in (
        f"at most {arrivals.MOST_WAITING} that have not shown who they are, {arrivals.MOST_FROM_ONE_PLACE} from one",
        f"{door.LOGIN_WITHIN:.0f} seconds to log in, {peer.HELLO_WITHIN:.0f} to say hello",
        f"{doorkeeper.MOST_TRIES} tries per connection",
        f"at most {doorkeeper.MOST_SESSIONS} terminals each",
        f"{hub.MOST_PEERS} seats in a room; a reader that stops is let go at {peer.MOST_WAITING // MIB} MiB",
        f"{protocol.LONGEST_LINE // 1024} KiB from a client, batches {protocol.DEEPEST_BATCH} deep and of "
        f"{peer.MOST_PARTS:,} parts",
        f"{window_size.WIDEST} × {window_size.HIGHEST} characters",
        f"{LARGEST_FILE // MIB} MiB (lists {LARGEST_LIST // MIB} MiB, {MOST_ROWS:,} rows), {DEEPEST} deep",
        "59 bits, once, for half an hour, one role; a second's pause after a wrong one, five wrong ones make all void",
    ):
        assert said in text
    assert (invites.MOST_FAILURES, invites.LIFETIME, doorkeeper.PAUSE_AFTER_WRONG_CODE) == (5, 30 * 60, 1)
    assert 2**59 < len(invites.ALPHABET) ** invites.LENGTH < 2**60
    assert (terminal.WIDEST, terminal.HIGHEST) == (window_size.WIDEST, window_size.HIGHEST)
