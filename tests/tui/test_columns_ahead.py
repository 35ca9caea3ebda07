"""What another adds, moves, removes or alters is there at once as it is afterwards; what follows of it comes later."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest

from mgtui.cli.settings import Settings
from mgtui.domain.changes import Batch, Change, apply
from mgtui.domain.people import Place
from mgtui.domain.session import Direction, Session
from mgtui.domain.verbs import items
from mgtui.domain.verbs.common import remove, set_field
from mgtui.tui.widgets.board.picture import Span
from tests.terminal.emulator import Cell
from tests.tui import sessions
from tests.tui.guests import Guest, guest_at, hold
from tests.tui.waiting import comes

Made = Callable[[Session], Change]

DIRECTIONS: tuple[Direction, Direction] = ("take", "bring")


def spans(ana: Guest) -> dict[tuple[str, str], list[Span]]:
    """Where the lines of her columns are, as they were painted."""
    picture = ana.board.picture
    assert picture
    columns = {
        (partner, each): ana.board.painter.column(partner, each, picture)
        for partner in picture.shown
        for each in DIRECTIONS
    }
    return {key: [span for span, _line in column.spans()] for key, column in columns.items() if column}


def look(ana: Guest) -> dict[tuple[str, str], list[list[Cell | str]]]:
    """How the cells of her columns look."""
    top, left = ana.board.region.y, ana.board.region.x
    return {
        key: [ana.cells(top + y)[left + start : left + end] for y, start, end in lines]
        for key, lines in spans(ana).items()
    }


async def looks_the_same_afterwards(ana: Guest) -> bool:
    """Whether her columns look as they do once she has taken in everything."""
    where, ahead_of_it = spans(ana), look(ana)
    assert await ana.catches_up()
    return where == spans(ana) and ahead_of_it == look(ana)


def add(text: str, partner: str, direction: Direction, after: str | None = None) -> Made:
    """A new item."""
    return lambda session: items.add_item(session, f"n{len(session.items)}", partner, direction, text, after)


def shift(item: str, steps: int) -> Made:
    """An item moves down its column."""

    def change(session: Session) -> Change:
        moved = items.reorder(session, item, steps)
        assert moved
        return moved

    return change


def alter(item: str, field: str, value: object) -> Made:
    """A field of an item becomes that."""
    return lambda session: set_field(session, "items", item, field, value)


def take_away(item: str) -> Made:
    """An item goes."""
    return lambda session: remove("items", item)


CHANGES: dict[str, Made] = {
    "added at the end": add("een open dag", "p1", "take"),
    "added in between": add("een open dag", "p1", "bring", "i4"),
    "moved down": shift("i1", 1),
    "moved up": shift("i3", -2),
    "moved to the other column": lambda session: items.move_item(session, "i2", "p1", "bring"),
    "moved to another's": lambda session: items.move_item(session, "i2", "p2", "take", "i6"),
    "removed": take_away("i2"),
    "the only one, removed": take_away("i9"),
    "under the cursor, removed": take_away("i1"),
    "uncertain": alter("i1", "certainty", "uncertain"),
    "firm": alter("i8", "certainty", "firm"),
    "of another kind": alter("i1", "kind", "money"),
    "agreed": alter("i6", "status", "agreed"),
    "dropped": lambda session: items.drop(session, "i2", "te duur"),
    "of another text": alter("i1", "text", "één doel 学校"),
    "of more lines": alter("i9", "text", "wervingsbudget " * 9),
    "of fewer lines": alter("i3", "text", "ja"),
    "pasted": lambda session: items.add_items(session, [("n1", "een"), ("n2", "學校 twee")], "p2", "bring", "i9"),
}


@pytest.mark.parametrize(
    ("size", "settings", "ben_is_there"),
    [
        ((80, 24), Settings(), True),
        ((120, 36), Settings(ascii=True), False),
        ((160, 45), Settings(theme="mgtui-beamer-light"), True),
        ((200, 50), Settings(), False),
    ],
)
async def test_whatever_another_does_to_items_looks_at_once_as_it_does_afterwards(
    size: tuple[int, int], settings: Settings, ben_is_there: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold(monkeypatch)
    async with guest_at(sessions.schools(), monkeypatch, size, settings) as ana:
        if ben_is_there:
            ana.host.at(Place(table="items", id="i1", field="text", typing=True))
            assert await comes(ana.pilot, lambda: bool(ana.board.company))
        for name, change in CHANGES.items():
            await ana.press("home")
            assert await ana.comes_to_rest()
            assert await ana.hears(change), name
            assert ana.is_behind, name
            assert await looks_the_same_afterwards(ana), name
            assert await ana.comes_to_rest()
            assert await ana.hears_undo(), name
            assert ana.is_behind, name
            assert await looks_the_same_afterwards(ana), name


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 24)])
@pytest.mark.parametrize("seed", range(2))
async def test_whatever_is_done_in_one_moment_looks_at_once_as_it_does_afterwards(
    size: tuple[int, int], seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold(monkeypatch)
    chance = random.Random(seed)
    compared = 0
    async with guest_at(sessions.schools(), monkeypatch, size) as ana:
        for _ in range(10):
            await ana.press(chance.choice(("up", "down", "home", "left", "right", "end")))
            assert await ana.comes_to_rest()
            was, told = spans(ana), []
            for _ in range(chance.randint(1, 4)):
                session = ana.host.session
                change = next(each for each in anything(session, chance) if apply(session, each) != session)
                told.append(change)
                assert await ana.hears(lambda _session: change), told  # noqa: B023
            ahead_of_it, is_behind = look(ana), ana.is_behind
            assert await ana.catches_up(), told
            if is_behind and was == spans(ana):
                assert look(ana) == ahead_of_it, told
                compared += 1
    assert compared > 2


async def test_amounts_that_take_more_room_are_shown_at_once_with_their_whole_column(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hold(monkeypatch)
    async with guest_at(sessions.festival(), monkeypatch) as ana:
        for change in (alter("i5", "weight", "1234567890"), add("workshops", "p3", "take", "i5"), take_away("i5")):
            assert await ana.hears(change)
        assert ana.is_behind
        assert ana.line_with("workshops")
        assert await looks_the_same_afterwards(ana)


async def test_what_does_not_match_the_filter_goes_at_once_and_what_does_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    hold(monkeypatch)
    async with guest_at(sessions.schools(), monkeypatch) as ana:
        await ana.press("slash", *"budget", "enter")
        assert await ana.comes_to_rest()
        assert await ana.hears(alter("i9", "text", "iets anders"))
        assert await ana.hears(alter("i1", "text", "een budget"))
        assert ana.is_behind
        assert not ana.line_with("iets anders")
        assert ana.line_with("een budget")
        assert await looks_the_same_afterwards(ana)


@pytest.mark.parametrize(
    "change",
    [
        lambda session: items.move_item(session, "i1", "p2", "bring"),
        alter("i1", "private", True),
        alter("i1", "from_collaboration", True),
        lambda session: Batch((remove("items", "i2"), set_field(session, "partners", "p1", "name", "De Bron"))),
        lambda session: items.add_items(session, [(f"n{n}", f"nog een {n}") for n in range(40)], "p1", "take"),
    ],
    ids=["the cursor goes along", "private", "from the collaboration", "a partner", "more than fits"],
)
async def test_where_there_is_more_to_it_all_of_it_comes_at_once(change: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    hold(monkeypatch)
    async with guest_at(sessions.schools(), monkeypatch) as ana:
        assert await ana.comes_to_rest()
        assert await ana.hears(change)
        assert not ana.is_behind
        assert await comes(ana.pilot, lambda: ana.shows_it_all)


async def test_what_another_covers_or_has_covered_is_never_sent_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    hold(monkeypatch)
    async with guest_at(sessions.schools(), monkeypatch) as ana:
        assert await ana.comes_to_rest()
        ana.ben(alter("i2", "covered", True))
        assert await comes(ana.pilot, lambda: ana.shows_it_all and not ana.line_with("continuïteit"))
        ana.ben(lambda session: items.add_item(session, "n1", "p1", "take", "een geheim", covered=True))
        assert await comes(ana.pilot, lambda: "n1" in ana.session.items)
        assert ana.shows_it_all
        assert not ana.line_with("een geheim")


async def test_a_column_of_which_a_weight_was_sent_by_itself_is_painted_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    hold(monkeypatch)
    async with guest_at(sessions.schools(), monkeypatch) as ana:
        assert await ana.hears(alter("i1", "weight", "1"))
        assert await ana.hears(shift("i2", 1))
        assert not ana.is_behind
        assert await comes(ana.pilot, lambda: ana.shows_it_all)


async def test_a_weight_of_what_came_from_out_of_sight_in_that_moment_is_there_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hold(monkeypatch)
    async with guest_at(sessions.schools(), monkeypatch, (80, 24)) as ana:
        assert await ana.comes_to_rest()
        assert await ana.hears(lambda session: items.move_item(session, "i10", "p1", "bring"))
        assert await ana.hears(alter("i10", "weight", "1"))
        assert ana.is_behind
        assert await looks_the_same_afterwards(ana)


async def test_what_the_board_paints_in_that_moment_does_not_take_a_column_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hold(monkeypatch)
    async with guest_at(sessions.schools(), monkeypatch) as ana:
        assert await ana.hears(add("een open dag", "p1", "take"))
        ana.board.scroll_column("p1", True, 1)
        await ana.pilot.pause(0.3)
        assert ana.line_with("een open dag")
        assert await ana.hears(add("nog iets", "p1", "take"))
        assert not ana.is_behind
        assert await comes(ana.pilot, lambda: ana.shows_it_all)


def anything(session: Session, chance: random.Random) -> Iterator[Change]:
    """What may be done to items, in any order."""
    while True:
        text = " ".join(chance.choices(("budget", "ruimte", "leerlingen", "学校", "één", "een school dichtbij"), k=3))
        where = chance.choice(("p1", "p1", "p2", "p3")), chance.choice(DIRECTIONS)
        new = f"n{chance.getrandbits(40)}"
        if len(session.items) < 4 or (chance.random() < 0.3 and len(session.items) < 30):
            yield items.add_item(session, new, *where, text)
        item = chance.choice(list(session.items.values()))
        here = [each.id for each in session.column(*where) if each.id != item.id]
        yield chance.choice(
            (
                remove("items", item.id),
                items.move_item(session, item.id, *where, chance.choice(here) if here else None),
                items.move_item(session, item.id, item.partner, item.direction),
                items.add_items(session, [(new, text), (f"{new}2", "één")], *where),
                set_field(session, "items", item.id, "text", text),
                set_field(session, "items", item.id, "weight", chance.choice((None, Decimal(1), Decimal(5)))),
                items.toggle_certainty(session, item.id),
                items.next_kind(session, item.id),
                items.drop(session, item.id, text),
            )
        )
