"""A beamer that follows, in a terminal of its own: what the facilitator shows is on it, and nothing else ever is."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from mgtui.domain.changes import Add, apply, encode_record
from mgtui.domain.session import Item, Session, Stakeholder
from mgtui.domain.verbs import interests, items, partners
from mgtui.store.access import create_session
from tests.terminal import Terminal

PRIVATE = "Zwijgplicht"
COVERED = "Vuurpijlen"
INTEREST = "Pensioengat"
NOTE = "Kladblok"
TYPED = "Wybertjes"
TOAST = "Undone"
SECRETS = (PRIVATE, COVERED, INTEREST, NOTE, TYPED, TOAST)
SHORTEST_TRACE = 5
"""Letters of a secret that would give it away, also where only the cells that differ are sent."""


def a_session() -> Session:
    names = [("p1", "De Linde"), ("p2", "Het Kompas")]
    session = Session(id="s1")
    session = apply(session, partners.begin("s1", "Scholen", names, datetime(2026, 9, 3, tzinfo=UTC), "m1", "samen"))
    for change in (
        items.add_item(session, "i1", "p1", "take", "kennis", weight=Decimal(4), note=NOTE),
        items.add_item(session, "i2", "p1", "take", PRIVATE, weight=Decimal(5), private=True),
        items.add_item(session, "i3", "p1", "bring", "budget", weight=Decimal(2)),
        Add(
            "items",
            encode_record(Item(id="i4", partner="p2", direction="take", text=COVERED, covered=True, author="else")),
        ),
        items.add_item(session, "i5", "p2", "bring", "rust", weight=Decimal(1)),
        items.link("l1", "i5", "i2"),
        interests.add_interest(session, "b1", "p1", "personal", INTEREST, private=True),
        Add("stakeholders", encode_record(Stakeholder(id="k1", partner="p1", name="Ouders", note=NOTE))),
    ):
        session = apply(session, change)
    return session


@pytest.fixture
def told(tmp_path: Path) -> Path:
    """A session with things in it that are not for everyone."""
    path = tmp_path / "scholen.json"
    create_session(path, a_session(), []).close()
    return path


def mgtui(*arguments: str | Path, columns: int = 120, rows: int = 36) -> Terminal:
    return Terminal([sys.executable, "-m", "mgtui", *map(str, arguments)], columns=columns, rows=rows)


@pytest.fixture
def beamer(told: Path) -> Iterator[Terminal]:
    """A beamer that follows, before anyone has opened the session."""
    with mgtui("present", told, "--follow") as terminal:
        terminal.wait_for("Together:")
        yield terminal


def back_on_the_board(terminal: Terminal) -> None:
    """Leave the beamer screen; what is pressed next would otherwise make one key with esc."""
    terminal.wait_until_gone(PRIVATE)
    terminal.press("escape")
    terminal.wait_for(PRIVATE)


def traces(terminal: Terminal) -> list[str]:
    """Pieces of what must never be sent that were sent after all."""
    sent = terminal.output_since(0).decode(errors="replace")
    pieces = {secret[at : at + SHORTEST_TRACE] for secret in SECRETS for at in range(len(secret) - SHORTEST_TRACE + 1)}
    return sorted(piece for piece in pieces if piece in sent)


def test_a_beamer_shows_what_the_facilitator_shows_while_she_works_on_the_board(told: Path, beamer: Terminal) -> None:
    with mgtui("open", told, "--as", "Ana") as ana:
        ana.wait_for(PRIVATE)
        ana.press("f5")
        beamer.wait_for("Does it hold")
        ana.press("right", "right")
        beamer.wait_until(lambda: "Het Kompas" in beamer.lines[1])
        ana.press("m")
        beamer.wait_for("Who brings what to whom?")
        back_on_the_board(ana)
        ana.press("O")
        beamer.wait_until(lambda: "De Linde" in beamer.lines[1])
        ana.press("n")
        ana.type("een gedeelde open dag\n")
        ana.press("escape")
        beamer.wait_for("een gedeelde open dag")


def test_nothing_that_is_not_for_the_room_is_ever_sent_to_a_beamer(told: Path, beamer: Terminal) -> None:
    with mgtui("open", told, "--as", "Ana") as ana:
        ana.wait_for(PRIVATE)
        ana.press("f5")
        for key in ("e", "b", "o", "o", "m", "a", "s", "w", "home", "right", "right"):
            ana.press(key)
            beamer.settle()
        back_on_the_board(ana)
        ana.press("O", "n")
        ana.type(TYPED)
        ana.wait_for(TYPED)
        beamer.settle()
        ana.press("escape")
        ana.wait_until_gone(TYPED)
        ana.press("down", "3", "ctrl+z")
        ana.wait_for(TOAST)
        ana.press("f5", "right", "left")
        back_on_the_board(ana)
        beamer.settle()
    beamer.wait_for("De Linde")
    beamer.press("right", "right", "right", "t", "f", "left", "f1", "escape", "ctrl+p")
    beamer.type("meters")
    beamer.settle()
    assert traces(beamer) == []


def test_a_beamer_shows_a_session_that_nobody_has_open_and_leaves_no_trace(told: Path) -> None:
    (told.parent / f".{told.name}.lock").unlink(missing_ok=True)
    before = {path: path.read_bytes() for path in told.parent.iterdir() if path.is_file()}
    with mgtui("present", told) as beamer:
        beamer.wait_for("Together:")
        beamer.press("right")
        beamer.wait_until(lambda: "De Linde" in beamer.lines[1])
        beamer.press("escape")
        assert beamer.wait_for_exit() == 0
    assert {path: path.read_bytes() for path in told.parent.iterdir() if path.is_file()} == before


def test_who_presents_without_following_walks_alone(told: Path) -> None:
    with mgtui("open", told) as ana, mgtui("present", told) as alone, mgtui("present", told, "--follow") as beamer:
        for each in (alone, beamer):
            each.wait_for("Together:")
        ana.wait_for(PRIVATE)
        alone.press("a")
        alone.wait_for("Our ambition")
        ana.press("f5", "s")
        beamer.wait_for("What we tell")
        alone.settle()
        assert "Our ambition" in alone.text
        alone.press("f")
        alone.wait_for("What we tell")


def test_a_beamer_goes_on_when_the_facilitators_program_is_killed(told: Path, beamer: Terminal) -> None:
    with mgtui("open", told, "--as", "Ana") as ana:
        ana.wait_for(PRIVATE)
        with mgtui("open", told, "--as", "Bo", "--role", "co-facilitator") as bo:
            bo.wait_for(PRIVATE)
            ana.press("f5", "m")
            beamer.wait_for("Who brings what")
            bo.wait_for("3 together")
            ana.signal(signal.SIGKILL)
            bo.wait_for("2 together")
            bo.press("n")
            bo.type("van Bo\n")
            bo.press("escape")
            bo.wait_for("van Bo")
            beamer.settle()
            assert "Who brings what" in beamer.text
            with mgtui("present", told, "--follow") as late:
                late.wait_for("Who brings what")


def test_one_begins_with_the_beamer_screen_and_goes_on_to_the_board(told: Path) -> None:
    with mgtui("open", told, "--present") as ana:
        ana.wait_for("Together:")
        assert traces(ana) == []
        ana.press("escape")
        ana.wait_for(PRIVATE)
