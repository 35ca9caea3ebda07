"""What another weighs is there at once, in its place and not called saved; all that follows comes a moment later."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from msgspec.structs import replace

from mgtui.domain.changes import Change, apply
from mgtui.domain.history import Entry
from mgtui.domain.session import Session
from mgtui.domain.verbs import items
from mgtui.tui.widgets.board.picture import Painter, Picture, Scene
from mgtui.tui.widgets.board.ripple import weighed, with_weight
from mgtui.tui.widgets.board.sight import Sight
from tests.tui import sessions
from tests.tui.board import as_ben, seen
from tests.tui.stage import Stage
from tests.tui.waiting import comes

POINTS = (None, *map(Decimal, (1, 3, 5)))


class SlowDisk(Stage):
    """Nothing is saved before one says so."""

    def record(self, session: Session, entry: Entry) -> None:
        pass


def lines(picture: Picture) -> list[str]:
    """The rows of a picture as text."""
    return ["".join(text for block in row for text, _role in block.drawn.line) for row in picture.rows]


def scene_of(scene: Scene, session: Session) -> Scene:
    """`scene` with another session in it."""
    return replace(scene, sight=Sight(session, ()))


def weigh(text: str, points: int) -> Callable[[Session], Change]:
    """The item with that text gets a weight."""

    def change(session: Session) -> Change:
        item = next(each for each in session.items.values() if each.text == text)
        return items.set_weight(session, item.id, Decimal(points))

    return change


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (160, 45), (200, 50)])
async def test_every_weight_gets_the_dots_that_a_whole_picture_gives_it(size: tuple[int, int]) -> None:
    async with seen(sessions.schools(), size=size) as it:
        scene = it.board._scene()
    before, found = Painter().paint(scene), 0
    for item in scene.sight.session.items.values():
        for points in POINTS:
            session = apply(scene.sight.session, items.set_weight(scene.sight.session, item.id, points))
            picture, spans = with_weight(before, session.items[item.id], scene.look)
            whole = lines(Painter().paint(scene_of(scene, session)))
            for y, first, past in spans[1:]:
                found += 1
                assert lines(picture)[y][first:past] == whole[y][first:past]
                assert lines(picture)[y][:first] == lines(before)[y][:first]
                assert lines(picture)[y][past:] == lines(before)[y][past:]
    assert found >= 2 * len(POINTS)


async def test_the_dots_come_at_once_under_a_sign_that_they_are_not_saved_and_the_meter_a_moment_later() -> None:
    stage = SlowDisk()
    async with seen(sessions.schools(), stage=stage) as it:
        before = it.text
        as_ben(stage, weigh("wervingsbudget", 1))
        dots = next(line for line in it.text.splitlines() if "wervingsbudget" in line)
        assert "●○○○○" in dots
        assert "✓" not in it.text
        assert sum(a != b for a, b in zip(before.splitlines(), it.text.splitlines(), strict=True)) == 2
        whole = Painter().paint(scene_of(it.board._scene(), it.session))
        assert await comes(it.pilot, lambda: it.text.splitlines()[1:] == lines(whole)[1:])


async def test_a_key_that_comes_right_after_meets_the_board_as_it_is_by_then() -> None:
    stage = Stage()
    async with seen(sessions.schools(), stage=stage) as it:
        as_ben(stage, weigh("grotere instroom van leerlingen", 2))
        await it.press("+")
        assert it.here.text == "grotere instroom van leerlingen"
        assert it.here.weight == 3


async def test_what_comes_between_is_not_lost() -> None:
    stage = Stage()
    async with seen(sessions.schools(), stage=stage) as it:
        as_ben(stage, weigh("wervingsbudget", 1))
        as_ben(stage, weigh("gedeelde open dag", 5))
        as_ben(stage, lambda session: items.add_item(session, "b1", "p3", "take", "open dag"))
        as_ben(stage, weigh("wervingsbudget", 2))
        whole = Painter().paint(scene_of(it.board._scene(), it.session))
        assert await comes(it.pilot, lambda: it.text.splitlines()[1:] == lines(whole)[1:])


async def test_while_something_is_being_typed_all_comes_together() -> None:
    stage = Stage()
    async with seen(sessions.schools(), stage=stage) as it:
        await it.press("n", "x")
        as_ben(stage, weigh("wervingsbudget", 1))
        assert await comes(it.pilot, lambda: "●○○○○" in it.text)
        assert it.board.desk.editor


async def test_what_another_weighs_never_shows_through_what_one_tries() -> None:
    stage = Stage()
    async with seen(sessions.schools(), stage=stage) as it:
        await it.press("f4", "2")
        tried = it.text
        as_ben(stage, weigh("grotere instroom van leerlingen", 1))
        assert "●○○○○" not in next(line for line in it.text.splitlines() if "grotere instroom" in line)
        assert "●●○○○" in next(line for line in tried.splitlines() if "grotere instroom" in line)
        assert it.here.weight == 2


async def test_it_waits_while_something_lies_over_the_board() -> None:
    stage = Stage()
    async with seen(sessions.schools(), stage=stage) as it:
        await it.press("f1")
        as_ben(stage, weigh("wervingsbudget", 1))
        await it.press("escape")
        assert await comes(it.pilot, lambda: "●○○○○" in it.text)


def test_only_a_weight_is_shown_ahead() -> None:
    session = sessions.schools()
    item = next(iter(session.items.values()))
    assert weighed(items.set_weight(session, item.id, Decimal(1))) == item.id
    assert not weighed(items.drop(session, item.id, ""))
    assert not weighed(items.add_item(session, "b1", "p3", "take", "open dag"))
