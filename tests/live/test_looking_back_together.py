"""Claims about a follow-up meeting with several people, who look back through the SSH door on one session."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from mgtui.store.access import read_session
from mgtui.store.soundness import check
from tests.live.ssh_doors import BuiltInDoor, make_key
from tests.live.test_terminals import SAMPLE
from tests.terminal import Terminal

pytestmark = pytest.mark.skipif(shutil.which("ssh") is None, reason="needs an OpenSSH client")

ON_THE_BOARD = "Together:"


@pytest.fixture
def session(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLE, tmp_path / "scholen.json"))


@pytest.fixture
def door(session: Path, folder: Path) -> Iterator[BuiltInDoor]:
    """A door to the session, with a key for each role."""
    people = (("facilitator", "Fay"), ("co-facilitator", "Cas"), ("viewer", "Vic"))
    keys = "\n".join(f'role="{role}",name="{name}" {make_key(folder / name)}' for role, name in people)
    with BuiltInDoor(session, folder, keys=keys) as opened:
        yield opened


def reviewing(terminal: Terminal) -> None:
    """Go to the review."""
    terminal.wait_for(ON_THE_BOARD)
    terminal.settle()
    terminal.press("G")
    terminal.wait_for("questions answered")
    terminal.settle()


def test_two_share_the_review_a_viewer_reads_along_and_the_file_keeps_each_answer(
    door: BuiltInDoor, session: Path
) -> None:
    with door.terminal(key="Fay") as fay, door.terminal(key="Cas") as cas, door.terminal(key="Vic") as vic:
        for each in (fay, cas, vic):
            reviewing(each)
        fay.wait_for("14 of 26 questions answered")
        fay.wait_for("here: Cas")
        fay.press("1")
        cas.wait_for("15 of 26 questions answered")
        cas.wait_for("yes · Fay")
        cas.press("tab", "2")
        fay.wait_for("16 of 26 questions answered")
        vic.press("3")
        vic.wait_for("16 of 26 questions answered")
        cas.wait_for("doubt · Cas")
        fay.press("ctrl+z")
        cas.wait_until_gone("yes · Fay")
        fay.wait_for("15 of 26 questions answered")
        fay.wait_until(lambda: noted(session) == [("Cas", "doubt")], what="the answers in the file")
    assert check(session) == []


def noted(session: Path) -> list[tuple[str, str]]:
    """Who noted what at the latest meeting, as the file has it."""
    return [
        (worth.by, worth.answer)
        for item in read_session(session).session.items.values()
        for meeting, worth in item.worth.items()
        if meeting == "herfst" and worth.by in ("Fay", "Cas", "Vic")
    ]


def test_a_co_facilitator_elsewhere_goes_back_and_undoes_it(door: BuiltInDoor, session: Path) -> None:
    before = read_session(session).session
    with door.terminal(key="Fay") as fay, door.terminal(key="Cas") as cas:
        for each in (fay, cas):
            each.wait_for(ON_THE_BOARD)
            each.settle()
        cas.press("g")
        cas.wait_for("compare from")
        cas.press("H")
        cas.wait_for("the latest on top")
        cas.settle()
        cas.press("tab", "tab", "tab", "B")
        cas.wait_for("Gone back to revision 88")
        cas.press("ctrl+z")
        cas.wait_for("taken back: ")
        fay.press("H")
        fay.wait_for("taken back: ")
        cas.wait_until(lambda: read_session(session).session == before, what="what was taken back in the file")
    assert check(session) == []


def test_a_viewer_elsewhere_sees_what_each_meeting_came_to(door: BuiltInDoor) -> None:
    with door.terminal(key="Vic") as vic:
        vic.wait_for(ON_THE_BOARD)
        vic.settle()
        vic.press("g")
        vic.wait_for("Each partner's margin")
        vic.wait_for("Promised and delivered")
