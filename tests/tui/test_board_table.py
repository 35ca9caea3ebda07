"""What a person does with the table: partners, their alternatives, title, ambition, scale, links, and the mouse."""

from __future__ import annotations

import pytest
from textual.events import MouseScrollDown

from mgtui.cli.settings import Settings
from mgtui.domain.people import Person
from mgtui.domain.verbs import items
from mgtui.live.seat import LocalSeat
from mgtui.tui.app import MgtuiApp
from mgtui.tui.editing.cells import width
from mgtui.tui.widgets.board.editor import Target
from tests.tui import sessions
from tests.tui.board import Seen, as_ben, seen
from tests.tui.on_stage import large
from tests.tui.stage import Stage


def place_of(it: Seen, text: str) -> tuple[int, int]:
    """Column and row of the first place on the board that shows `text`."""
    for y, line in enumerate(it.text.split("\n")):
        if text in line:
            return line.index(text), y
    raise AssertionError(f"{text!r} is not on the board")


async def click(it: Seen, text: str, times: int = 1) -> None:
    """Click on what shows `text`."""
    await it.pilot.click("Board", offset=place_of(it, text), times=times)
    await it.pilot.pause()


async def test_a_new_partner_sits_next_to_this_one() -> None:
    async with seen(sessions.schools()) as it:
        await it.press("N", *"De Wilg", "enter")
        assert [p.name for p in it.session.partners_in_order] == ["De Regenboog", "De Wilg", "Het Kompas", "De Linde"]
        assert it.board.cursor.spot.part == "take"


async def test_enter_on_its_name_renames_a_partner() -> None:
    async with seen(sessions.schools()) as it:
        await it.press("up", "enter", "ctrl+u", *"De Boog", "enter")
        assert it.session.partners["p1"].name == "De Boog"
        assert "De Boog" in it.text


async def test_a_partner_without_a_name_is_refused_in_place() -> None:
    async with seen(sessions.schools()) as it:
        await it.press("R", "ctrl+u", "enter")
        assert "A partner needs a name" in it.text


@pytest.mark.parametrize("keys", [("N",), ("R", "ctrl+u")])
async def test_a_partner_with_the_name_of_another_is_refused_in_place(keys: tuple[str, ...]) -> None:
    async with seen(sessions.schools()) as it:
        await it.press(*keys, *"het  kompas", "enter")
        assert "Another partner is called" in it.text
        await it.press("!", "enter")
        assert "het  kompas!" in [each.name for each in it.session.partners.values()]


async def test_a_partner_may_write_its_own_name_otherwise() -> None:
    async with seen(sessions.schools()) as it:
        await it.press("R", "ctrl+u", *"DE REGENBOOG", "enter")
        assert it.session.partners["p1"].name == "DE REGENBOOG"


async def test_removing_a_partner_asks_first_and_enter_does_not_say_yes() -> None:
    async with seen(sessions.schools()) as it:
        await it.press("up", "delete", "enter")
        assert "p1" in it.session.partners
        await it.press("y")
        assert "p1" not in it.session.partners
        await it.press("ctrl+z")
        assert len(it.session.column("p1", "take")) == 3


async def test_esc_at_the_question_keeps_the_partner() -> None:
    async with seen(sessions.schools()) as it:
        await it.press("up", "delete", "escape")
        assert "p1" in it.session.partners
        assert len(it.app.screen_stack) == 1


async def test_a_better_alternative_turns_the_verdict() -> None:
    async with seen(sessions.schools()) as it:
        await it.press("r", *"zelf werven", "enter", "W", "9", "enter")
        partner = it.session.partners["p1"]
        assert (partner.alternative, str(partner.reserve)) == ("zelf werven", "9")
        assert it.board.sight.balance_of("p1").verdict == "loses"
        assert "alternative: zelf werven (9)" in it.text


async def test_title_and_ambition_are_edited_where_they_stand() -> None:
    async with seen(sessions.schools()) as it:
        await it.press("e", *"!", "enter", "E", "ctrl+u", *"samen", "enter")
        assert (it.session.title, it.session.ambition) == ("Scholen werven samen!", "samen")


async def test_a_scale_in_use_is_refused_in_place() -> None:
    async with seen(sessions.festival()) as it:
        await it.press("S", "ctrl+u", "enter")
        assert it.session.scale.kind == "amount"
        assert it.app.screen.NAME == "scale"  # type: ignore[attr-defined]
        await it.press("escape")
        assert it.app.screen.NAME == "board"  # type: ignore[attr-defined]


async def test_an_empty_session_can_count_in_euro() -> None:
    async with seen(sessions.empty()) as it:
        await it.press("S", *"euro", "enter")
        assert it.session.scale.unit == "euro"


async def test_l_links_an_item_to_one_of_another_partner_and_unlinks_it() -> None:
    async with seen(sessions.schools()) as it:
        await it.press("l", *"wervingsbudget", "enter")
        assert [(x.bring, x.take) for x in it.session.links.values()] == [("i9", "i1")]
        await it.press("enter")
        assert not it.session.links
        await it.press("escape")
        assert it.app.screen.NAME == "board"  # type: ignore[attr-defined]


async def test_y_copies_what_is_focused() -> None:
    async with seen(sessions.schools()) as it:
        await it.press("y")
        assert it.app.clipboard == "items i1 of Scholen werven samen"
        await it.press("up", "y")
        assert it.app.clipboard == "partners p1 of Scholen werven samen"
        await it.press("Y")
        assert it.app.clipboard == "session s1 of Scholen werven samen"


async def test_a_click_chooses_and_a_double_click_edits() -> None:
    async with seen(sessions.schools()) as it:
        await click(it, "wervingsbudget")
        assert it.here.text == "wervingsbudget"
        await click(it, "kennis over werving", times=2)
        editor = it.board.desk.editor
        assert editor
        assert editor.buffer.text == "kennis over werving"


async def test_a_click_elsewhere_keeps_what_was_typed() -> None:
    async with seen(sessions.schools()) as it:
        await it.press("enter", *"!!")
        await click(it, "wervingsbudget")
        assert it.item("grotere instroom van leerlingen!!").id == "i1"
        assert it.here.text == "wervingsbudget"


async def test_a_click_on_a_dot_gives_that_weight() -> None:
    async with seen(sessions.schools()) as it:
        x, y = place_of(it, "●●●●○")
        await it.pilot.click("Board", offset=(x + 1, y))
        await it.pilot.pause()
        assert it.item("grotere instroom van leerlingen").weight == 2


async def test_an_item_is_dragged_to_another_partner() -> None:
    async with seen(sessions.schools()) as it:
        await it.pilot.mouse_down("Board", offset=place_of(it, "grotere instroom"))
        await it.pilot.hover("Board", offset=place_of(it, "kennis over werving"))
        await it.pilot.mouse_up("Board", offset=place_of(it, "kennis over werving"))
        await it.pilot.pause()
        assert [item.id for item in it.session.column("p3", "take")] == ["i10", "i1"]
        assert it.here.id == "i1"


async def test_a_viewer_changes_nothing_and_is_told_why() -> None:
    stage = Stage()
    seat = stage.seat(sessions.schools())
    seat.leave()
    assert stage.room
    viewer = LocalSeat(stage.room, Person(client="v", name="Vera", role="viewer"))
    app = MgtuiApp(stage, viewer)
    async with app.run_test(size=(120, 36)) as pilot:
        before = app.session
        await pilot.press("n", "5", "u", "delete", "e")
        assert app.session is before
        assert app.notice
        assert "You are here to watch" in app.notice.text


async def test_hjkl_move_the_cursor_when_switched_on_and_link_goes_to_l_with_shift() -> None:
    stage = Stage(Settings(language="en", vim_keys=True))
    async with seen(sessions.schools(), stage=stage) as it:
        await it.press("j", "l")
        assert it.here.text == "gedeelde open dag"
        await it.press("h", "k")
        assert it.here.id == "i1"
        await it.press("L")
        assert it.app.screen.NAME == "links"  # type: ignore[attr-defined]


async def test_keys_can_be_remapped() -> None:
    stage = Stage(Settings(language="en", keys={"item.certainty": ("ctrl+t",), "item.kind": ("u",)}))
    async with seen(sessions.schools(), stage=stage) as it:
        await it.press("ctrl+t", "u")
        assert (it.here.certainty, it.here.kind) == ("uncertain", "knowledge")


async def test_what_others_do_shows_and_leaves_the_cursor_where_it_is() -> None:
    stage = Stage()
    async with seen(sessions.schools(), stage=stage) as it:
        await it.press("down")
        as_ben(stage, lambda session: items.add_item(session, "b1", "p1", "take", "van Ben", after="i1"))
        await it.pilot.pause()
        assert "van Ben" in it.text
        assert it.here.id == "i2"


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (160, 45), (200, 50), (240, 70)])
@pytest.mark.parametrize("keys", [(), ("tab", "tab"), ("end",), ("N",), ("n",), ("slash",), ("E",), ("W",)])
async def test_every_row_of_the_board_is_as_wide_as_the_window(size: tuple[int, int], keys: tuple[str, ...]) -> None:
    async with seen(large(), size=size) as it:
        await it.press(*keys)
        picture = it.board.picture
        assert picture
        assert len(picture.rows) == size[1] - 1
        for row in picture.rows:
            assert sum(width(text) for block in row for text, _role in block.drawn.line) == size[0]


@pytest.mark.parametrize(("columns", "panels"), [(80, 1), (120, 3), (160, 4), (200, 5), (240, 6)])
async def test_as_many_partners_stand_side_by_side_as_fit(columns: int, panels: int) -> None:
    async with seen(large(), size=(columns, 50)) as it:
        picture = it.board.picture
        assert picture
        assert len(picture.shown) == panels


async def test_an_item_of_any_script_is_wrapped_and_never_cut() -> None:
    text = (
        "日本語の長い文章がここに入りますとても長いので折り返す必要があります e\u0301e\u0301 👨‍👩‍👧 " + "abcdefghij" * 9
    )
    async with seen(sessions.schools()) as it:
        it.board.desk.begin(Target("new_item", "p1", "take"))
        it.board.desk.paste(text)
        await it.press("enter")
        panel = "".join(line.split("│")[1] for line in it.text.split("\n") if line.startswith("│"))
        shown = panel.replace(" ", "").replace("·····", "")
        assert text.replace(" ", "") in shown


async def test_the_wheel_scrolls_a_column_and_the_next_key_brings_the_cursor_back() -> None:
    async with seen(large(), size=(80, 24)) as it:
        first = it.text
        for _turn in range(5):
            await it.pilot._post_mouse_events([MouseScrollDown], "Board", offset=(10, 8))
        await it.pilot.pause()
        assert "what take 1 is about" not in it.text
        await it.press("down")
        assert "what take 2 is about" in it.text
        assert it.text != first


async def test_an_objection_goes_before_all_else_on_the_line_that_sums_up() -> None:
    async with seen(sessions.schools()) as it:
        assert "Together: ! 1 objection · ▼ not sustainable" in it.text
