"""What another alters of an item is there at once, and not called saved; all that follows comes a moment later."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from mgtui.cli.settings import Settings
from mgtui.domain.changes import Add, Change
from mgtui.domain.news import News, Replaced
from mgtui.domain.session import Session
from mgtui.domain.verbs import items
from mgtui.tui import hearing
from mgtui.tui.app import MgtuiApp
from tests.tui import sessions
from tests.tui.guests import guest_at, hold
from tests.tui.stage import Stage
from tests.tui.waiting import comes

POINTS = (None, *map(Decimal, (1, 3, 5)))


def weigh(text: str, points: Decimal | int | None) -> Callable[[Session], Change]:
    """The item with that text gets a weight."""

    def change(session: Session) -> Change:
        item = next(each for each in session.items.values() if each.text == text)
        return items.set_weight(session, item.id, None if points is None else Decimal(points))

    return change


@pytest.mark.parametrize(
    ("size", "settings"),
    [
        ((80, 24), Settings()),
        ((120, 36), Settings(ascii=True)),
        ((160, 45), Settings(theme="mgtui-beamer-light")),
        ((200, 50), Settings()),
    ],
)
async def test_every_weight_in_sight_looks_at_once_as_it_does_afterwards(
    size: tuple[int, int], settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold(monkeypatch)
    looked_at = 0
    async with guest_at(sessions.schools(), monkeypatch, size, settings) as ana:
        for text in ("grotere instroom van leerlingen", "behoud van de bovenbouw", "eigen werving aanpassen"):
            if not (found := ana.terminal.find(text.split()[0])):
                continue  # in a small window
            y = found[1]
            for points in POINTS:
                before = ana.cells(y)
                ana.ben(weigh(text, points))
                assert await comes(ana.pilot, lambda: ana.cells(y) != before)  # noqa: B023
                ahead_of_it = ana.cells(y)
                assert ana.session != ana.host.session
                assert await ana.catches_up()
                assert ana.cells(y) == ahead_of_it
                looked_at += 1
    assert looked_at >= 2 * len(POINTS)


async def test_only_the_dots_come_at_once_under_a_sign_that_they_are_not_saved(monkeypatch: pytest.MonkeyPatch) -> None:
    hold(monkeypatch)
    async with guest_at(sessions.schools(), monkeypatch) as ana:
        before, session = ana.lines, ana.session
        ana.ben(weigh("wervingsbudget", 1))
        assert await ana.sees("●○○○○")
        assert "●○○○○" in ana.line_with("wervingsbudget")
        assert "✓" in before[0]
        assert "✓" not in ana.lines[0]
        assert sum(a != b for a, b in zip(before, ana.lines, strict=True)) == 2
        assert ana.session is session
        assert await ana.catches_up()
        assert await comes(ana.pilot, lambda: "✓" in ana.lines[0])


async def test_all_that_follows_comes_by_itself_a_moment_later(monkeypatch: pytest.MonkeyPatch) -> None:
    async with guest_at(sessions.schools(), monkeypatch) as ana:
        ana.ben(weigh("wervingsbudget", 1))
        assert await comes(ana.pilot, lambda: ana.session == ana.host.session and ana.shows_it_all)


async def test_a_key_that_comes_right_after_meets_the_board_as_it_is_by_then(monkeypatch: pytest.MonkeyPatch) -> None:
    hold(monkeypatch)
    heard: list[News] = []
    async with guest_at(sessions.schools(), monkeypatch) as ana:
        ana.host.listen(heard.append)
        ana.ben(weigh("grotere instroom van leerlingen", 2))
        assert await ana.sees("●●○○○")
        await ana.press("+")
        assert ana.here.text == "grotere instroom van leerlingen"
        assert await comes(ana.pilot, lambda: ana.here.weight == 3)
        assert not [each for each in heard if isinstance(each, Replaced)]
        assert await comes(ana.pilot, lambda: ana.shows_it_all)


async def test_what_comes_between_is_not_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    hold(monkeypatch)
    async with guest_at(sessions.schools(), monkeypatch) as ana:
        ana.ben(weigh("wervingsbudget", 1))
        ana.ben(weigh("gedeelde open dag", 5))
        ana.ben(lambda session: items.add_item(session, "b1", "p3", "take", "open dag"))
        ana.ben(weigh("wervingsbudget", 2))
        assert await ana.sees("open dag")
        assert await ana.catches_up()


async def test_a_weight_that_is_taken_back_within_that_moment_leaves_nothing_behind(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hold(monkeypatch)
    async with guest_at(sessions.schools(), monkeypatch) as ana:
        for points, dots in ((1, "●○○○○"), (4, "●●●●○")):
            ana.ben(weigh("wervingsbudget", points))
            assert await comes(ana.pilot, lambda: dots in ana.line_with("wervingsbudget"))  # noqa: B023
        assert await ana.catches_up()


async def test_while_something_is_being_typed_all_comes_together(monkeypatch: pytest.MonkeyPatch) -> None:
    hold(monkeypatch)
    async with guest_at(sessions.schools(), monkeypatch) as ana:
        await ana.press("n", "x")
        ana.ben(weigh("wervingsbudget", 1))
        assert await comes(ana.pilot, lambda: ana.session == ana.host.session and ana.shows_it_all)
        assert "●○○○○" in ana.line_with("wervingsbudget")
        assert ana.board.desk.editor


async def test_what_another_weighs_never_shows_through_what_one_tries(monkeypatch: pytest.MonkeyPatch) -> None:
    hold(monkeypatch)
    async with guest_at(sessions.schools(), monkeypatch) as ana:
        await ana.press("f4", "2")
        tried = ana.line_with("grotere instroom")
        ana.ben(weigh("grotere instroom van leerlingen", 1))
        assert await comes(ana.pilot, lambda: ana.seat.session == ana.host.session)
        assert "●●○○○" in tried
        assert await comes(ana.pilot, lambda: ana.shows_it_all)
        assert ana.line_with("grotere instroom") == tried


async def test_it_waits_for_nothing_while_something_lies_over_the_board(monkeypatch: pytest.MonkeyPatch) -> None:
    hold(monkeypatch)
    async with guest_at(sessions.schools(), monkeypatch) as ana:
        await ana.press("f1")
        ana.ben(weigh("wervingsbudget", 1))
        assert await comes(ana.pilot, lambda: ana.session == ana.host.session)
        assert await comes(ana.pilot, lambda: ana.shows_it_all)
        await ana.press("escape")
        assert await comes(ana.pilot, lambda: ana.shows_it_all and "●○○○○" in ana.line_with("wervingsbudget"))


async def test_in_another_theme_weights_have_its_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    hold(monkeypatch)
    async with guest_at(sessions.schools(), monkeypatch) as ana:
        ana.ben(weigh("wervingsbudget", 1))
        assert await ana.catches_up()
        ana.app.theme = "mgtui-beamer-light"
        assert await comes(ana.pilot, lambda: ana.shows_it_all)
        ana.ben(weigh("wervingsbudget", 3))
        assert await comes(ana.pilot, lambda: "●●●○○" in ana.line_with("wervingsbudget"))
        _x, y = ana.terminal.find("wervingsbudget") or (0, 0)
        ahead_of_it = ana.cells(y)
        assert await ana.catches_up()
        assert ana.cells(y) == ahead_of_it


async def test_of_an_item_out_of_sight_only_the_sign_comes_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    hold(monkeypatch)
    async with guest_at(sessions.schools(), monkeypatch, (80, 24)) as ana:
        assert not ana.line_with("kennis over werving")
        before = ana.lines
        ana.ben(weigh("kennis over werving", 1))
        assert await comes(ana.pilot, lambda: ana.lines != before)
        assert [a for a, b in zip(before, ana.lines, strict=True) if a != b] == before[:1]
        assert await ana.catches_up()


async def test_a_weight_of_what_is_covered_is_taken_in_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    hold(monkeypatch)
    hidden = {"id": "hidden", "partner": "p1", "direction": "take", "text": "rust", "order": "z", "covered": True}
    async with guest_at(sessions.schools(), monkeypatch) as ana:
        ana.ben(lambda _session: Add("items", hidden))
        assert await comes(ana.pilot, lambda: "hidden" in ana.board.session.items)
        assert await ana.comes_to_rest()
        ana.ben(weigh("rust", 3))
        assert await comes(ana.pilot, lambda: ana.seat.history[-1].revision == ana.host.history[-1].revision)
        assert await ana.comes_to_rest()
        assert await comes(ana.pilot, lambda: ana.shows_it_all)


async def test_what_is_heard_before_there_is_a_screen_waits_for_nothing() -> None:
    stage = Stage()
    seat = stage.seat(sessions.schools())
    app = MgtuiApp(stage)
    app.take_seat(seat)
    assert not hearing.show_ahead(app, seat, weigh("wervingsbudget", 1)(seat.session))


async def test_what_the_board_paints_in_that_moment_does_not_take_it_back(monkeypatch: pytest.MonkeyPatch) -> None:
    hold(monkeypatch)
    async with guest_at(sessions.schools(), monkeypatch) as ana:
        ana.ben(weigh("wervingsbudget", 1))
        assert await ana.sees("●○○○○")
        ana.board.repaint()
        await ana.pilot.pause(0.3)
        assert "●○○○○" in ana.line_with("wervingsbudget")
        assert await ana.catches_up()
