"""What stands round every screen: keys that tell the truth, notices, saving, and a card for small windows."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from rich.console import RenderableType
from textual.screen import Screen

from mgtui.cli.settings import Settings
from mgtui.domain.verbs.common import set_field
from mgtui.locale import use
from mgtui.tui import preferences
from mgtui.tui.app import MgtuiApp
from mgtui.tui.editing.field import Field
from mgtui.tui.exact_update import ExactUpdate
from mgtui.tui.intents.registry import INTENTS
from mgtui.tui.screens import SCREENS
from mgtui.tui.screens.board import BoardScreen
from mgtui.tui.screens.checklist import ChecklistScreen
from mgtui.tui.screens.frame import MgtuiScreen
from mgtui.tui.screens.help import HelpScreen
from mgtui.tui.screens.palette import PaletteScreen
from mgtui.tui.screens.settings_rows import KEY, rows
from mgtui.tui.widgets.banners import Banners
from mgtui.tui.widgets.board.board import Board
from mgtui.tui.widgets.footer import Footer
from mgtui.tui.widgets.freeze_banner import FreezeBanner
from mgtui.tui.widgets.heading import Heading
from mgtui.tui.widgets.not_saved import NotSavedBanner
from mgtui.tui.widgets.row_list import RowList
from mgtui.tui.widgets.small_window import SmallWindowCard
from tests.tui import conversing, sessions
from tests.tui.stage import Stage, app_with
from tests.tui.waiting import comes


def lines_of(app: MgtuiApp, kind: type[Footer] | type[Heading] | type[NotSavedBanner] | type[RowList]) -> str:
    widget = app.screen.query_one(kind)
    return "\n".join(widget.render_line(y).text for y in range(max(1, widget.size.height)))


def _frame(app: MgtuiApp) -> MgtuiScreen[Any]:
    assert isinstance(app.screen, MgtuiScreen)
    return app.screen


def change_title(app: MgtuiApp, title: str) -> None:
    assert app.session
    assert app.seat
    app.seat.submit(set_field(app.session, "session", app.session.id, "title", title))


async def test_the_footer_shows_keys_of_this_screen_and_help_last() -> None:
    app = app_with(sessions.schools())
    async with app.run_test(size=(120, 36)) as pilot:
        app.go("stakeholders")
        await pilot.pause()
        text = lines_of(app, Footer)
        assert "space tick" in text
        assert text.rstrip().endswith("F1 help")


async def test_a_notice_is_sent_though_the_board_sends_what_it_has_just_painted_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sent: list[str] = []
    display = MgtuiApp._display

    def listening(app: MgtuiApp, screen: Screen[Any], update: RenderableType | None) -> None:
        if isinstance(update, ExactUpdate):
            sent.extend(piece.strip.text for piece in update.pieces)
        display(app, screen, update)

    monkeypatch.setattr(MgtuiApp, "_display", listening)
    app = app_with(sessions.schools())
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        footer, screen = app.screen.query_one(Footer), _frame(app)
        app.say("Bo had just changed this too", "warning")
        while footer not in screen._dirty_widgets:
            await asyncio.sleep(0)
        screen.show_now(app.screen.query_one(Board))
        assert await comes(pilot, lambda: "Bo had just changed this too" in "".join(sent))


async def test_the_footer_names_the_space_bar_in_the_language_in_use() -> None:
    app = app_with(sessions.schools())
    async with app.run_test(size=(120, 36)) as pilot:
        app.go("stakeholders")
        await pilot.pause()
        assert "space tick" in lines_of(app, Footer)
        await pilot.press("f9")
        await pilot.pause()
        assert "spatie afvinken" in lines_of(app, Footer)


async def test_the_footer_shows_the_keys_that_a_person_chose() -> None:
    stage = Stage(Settings(language="en", keys={"stakeholder.tick": ("ctrl+t",)}))
    app = app_with(sessions.schools(), stage)
    async with app.run_test(size=(120, 36)) as pilot:
        app.go("stakeholders")
        await pilot.pause()
        assert "ctrl+t tick" in lines_of(app, Footer)


async def test_a_click_on_a_key_does_what_it_says() -> None:
    app = app_with(sessions.schools())
    async with app.run_test(size=(120, 36)) as pilot:
        app.go("stakeholders")
        await pilot.pause()
        await pilot.click(Footer, offset=(lines_of(app, Footer).index("F1 help"), 0))
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)


async def test_a_notice_takes_the_place_of_the_keys_and_a_click_puts_it_away() -> None:
    app = app_with(sessions.schools())
    async with app.run_test(size=(120, 36)) as pilot:
        app.say("The door is open.")
        await pilot.pause()
        assert "The door is open." in lines_of(app, Footer)
        await pilot.click(Footer)
        await pilot.pause()
        assert "F1 help" in lines_of(app, Footer)


async def test_a_long_warning_is_shown_whole() -> None:
    app = app_with(sessions.schools())
    async with app.run_test(size=(80, 24)) as pilot:
        app.say("one two three four five six seven eight nine ten " * 4, "warning")
        await pilot.pause()
        assert app.screen.query_one(Footer).size.height == 3


async def test_the_heading_says_when_all_was_saved() -> None:
    app = app_with(sessions.schools())
    async with app.run_test(size=(120, 36)) as pilot:
        app.go("stakeholders")
        change_title(app, "Samen")
        await pilot.pause()
        assert "Samen" in lines_of(app, Heading)
        assert "✓ 14:02:11" in lines_of(app, Heading)


async def test_what_is_not_saved_is_said_for_as_long_as_it_lasts() -> None:
    stage = Stage()
    app = app_with(sessions.schools(), stage)
    async with app.run_test(size=(120, 36)) as pilot:
        app.go("stakeholders")
        await pilot.pause()
        assert not app.screen.query(NotSavedBanner)
        stage.disk_works = False
        change_title(app, "Samen")
        await pilot.pause()
        banner = lines_of(app, NotSavedBanner)
        assert "NOT SAVED. The disk is full." in banner
        assert "! NOT SAVED" in lines_of(app, Heading)
        stage.disk_works = True
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert not app.screen.query_one(NotSavedBanner).display
        assert "✓ 14:02:11" in lines_of(app, Heading)


async def test_a_banner_is_made_when_it_first_has_something_to_say_and_stands_where_it_belongs() -> None:
    async with app_with(conversing.session()).run_test(size=(120, 36)) as pilot:
        await pilot.pause()

        def shown() -> list[str]:
            return [type(each).__name__ for each in pilot.app.screen.query_one(Banners).children if each.display]

        assert len(pilot.app.screen.query_one(Banners).children) == 0
        await pilot.press("F")
        await pilot.pause()
        assert shown() == ["FreezeBanner"]
        await pilot.press("f3", "space", "escape")
        await pilot.pause()
        assert shown() == ["GuideBand", "FreezeBanner"]
        await pilot.press("F")
        await pilot.pause()
        assert shown() == ["GuideBand"]


async def test_banners_speak_the_language_in_use_at_once() -> None:
    stage = Stage()
    app = app_with(conversing.session(), stage)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("F")
        stage.disk_works = False
        change_title(app, "Samen")
        await pilot.press("f9")
        await pilot.pause()
        assert "NIET OPGESLAGEN" in lines_of(app, NotSavedBanner)
        assert "Bevroren door" in app.screen.query_one(FreezeBanner).render_line(0).text
        for banner in (app.screen.query_one(NotSavedBanner), app.screen.query_one(FreezeBanner)):
            assert banner.size.height == len(banner.lines(banner.size.width))


async def test_plain_signs_hold_on_the_board_at_once_and_so_does_their_end() -> None:
    app = app_with(sessions.schools())
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()

        def drawn() -> str:
            board = app.screen.query_one(Board)
            return "".join(board.render_line(y).text for y in range(board.size.height))

        before = drawn()
        preferences.keep(app, ascii=True)
        await pilot.pause()
        assert "▸" not in drawn()
        assert "+-" in drawn()
        preferences.keep(app, ascii=False)
        await pilot.pause()
        assert drawn() == before


async def test_a_session_that_can_not_be_saved_can_go_elsewhere() -> None:
    stage = Stage()
    app = app_with(sessions.schools(), stage)
    async with app.run_test(size=(120, 36)) as pilot:
        stage.disk_works = False
        change_title(app, "Samen")
        await pilot.pause()
        await pilot.press("f12")
        await pilot.pause()
        field = app.screen.query_one(Field)
        field.value = "/proc/nowhere"
        await pilot.press("enter")
        await pilot.pause()
        assert lines_of(app, Footer)
        assert stage.places[-1] != "/proc/nowhere"
        field.value = "/home/ana/anders.mgt.json"
        await pilot.press("enter")
        await pilot.pause()
        assert stage.places[-1] == "/home/ana/anders.mgt.json"
        assert app.saving.state == "saved"


@pytest.mark.parametrize(("size", "is_shown"), [((79, 30), True), ((100, 23), True), ((80, 24), False)])
async def test_a_window_that_is_too_small_asks_for_a_larger_one(size: tuple[int, int], is_shown: bool) -> None:
    app = app_with(sessions.schools())
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        card = app.screen.query_one(SmallWindowCard)
        assert card.display is is_shown
        assert f"this is {size[0]} × {size[1]}" in str(card.render())


@pytest.mark.parametrize("screen", ["board", "stakeholders", "welcome"])
@pytest.mark.parametrize("language", ["nl", "en"])
async def test_help_lists_every_action_of_the_screen_under_it(screen: str, language: str) -> None:
    use("nl" if language == "nl" else "en")
    app = app_with(sessions.schools())
    async with app.run_test(size=(120, 36)) as pilot:
        app.go(screen)
        await pilot.pause()
        labels = {intent.shown_label for intent in _frame(app).keymap.intents}
        await pilot.press("f1")
        await pilot.pause()
        rows = app.screen.query_one(RowList).rows
        text = "\n".join("".join(run[0] for run in line) for row in rows for line in row.lines)
        assert {label for label in labels if label not in text} == set()


async def test_the_palette_finds_an_action_by_part_of_its_name_and_does_it() -> None:
    app = app_with(sessions.schools())
    async with app.run_test(size=(120, 36)) as pilot:
        app.go("stakeholders")
        await pilot.pause()
        await pilot.press("ctrl+p")
        await pilot.pause()
        await pilot.press(*"told", "space", *"whole")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ChecklistScreen)
        assert app.session
        assert app.session.stakeholders["k1"].others


async def test_the_palette_lists_every_action_that_is_possible() -> None:
    app = app_with(sessions.schools())
    async with app.run_test(size=(120, 60)) as pilot:
        under = _frame(app)
        await pilot.press("ctrl+p")
        await pilot.pause()
        assert isinstance(app.screen, PaletteScreen)
        listed = {row.key for row in app.screen.query_one(RowList).rows}
        possible = {i.id for i in under.keymap.intents if i.is_possible(under)}
        assert listed == possible - {"palette"}


async def test_settings_hold_at_once_and_are_kept() -> None:
    stage = Stage()
    app = app_with(sessions.schools(), stage)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("f8")
        await pilot.pause()
        await pilot.press("down", "enter")
        assert app.theme == stage.settings.theme == "mgtui-beamer-light"
        await pilot.press("up", "enter")
        await pilot.pause()
        assert stage.settings.language == "nl"
        assert "taal" in lines_of(app, RowList)


async def test_an_action_gets_another_key_by_pressing_it() -> None:
    stage = Stage()
    app = app_with(sessions.schools(), stage)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("f8")
        await pilot.pause()
        app.screen.query_one(RowList).move_to("key go.stakeholders")
        await pilot.press("enter", "ctrl+k", "escape")
        await pilot.pause()
        assert stage.settings.keys == {"go.stakeholders": ("ctrl+k",)}
        await pilot.press("ctrl+k")
        await pilot.pause()
        assert isinstance(app.screen, ChecklistScreen)


async def test_who_gives_an_action_a_key_in_use_is_told_all_that_it_did() -> None:
    app = app_with(sessions.schools())
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("f8")
        await pilot.pause()
        app.screen.query_one(RowList).move_to("key round.open")
        await pilot.press("enter", "w")
        await pilot.pause()
        assert app.notice
        assert app.notice.text == "w did “agreements”, “to a view” until now; give that another key."


async def test_another_key_holds_on_every_screen_also_on_one_that_is_not_shown_just_then() -> None:
    app = app_with(sessions.schools())
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("s")
        await pilot.pause()
        preferences.keep(app, keys={"item.certainty": ("x",)})
        await pilot.press("b", "down", "x")
        await pilot.pause()
        assert isinstance(app.screen, BoardScreen)
        item = app.screen.board.cursor.item
        assert item
        assert item.certainty == "uncertain"


def test_every_action_that_is_not_an_overlays_own_can_be_given_another_key() -> None:
    listed = [row.key.removeprefix(f"{KEY} ") for row in rows(Settings(), "", 100) if row.key.startswith(KEY)]
    assert len(listed) == len(set(listed))
    assert set(listed) >= {i.id for i in INTENTS if set(i.screens) & {*SCREENS, "*"}}


def test_no_two_actions_share_a_key_on_a_screen() -> None:
    for screen in SCREENS:
        seen: dict[str, str] = {}
        for intent in INTENTS:
            if screen in intent.screens:
                for key in intent.keys:
                    assert seen.setdefault(key, intent.id) == intent.id, f"{key} on {screen}"


async def test_an_overlay_that_is_put_away_by_two_keys_at_once_takes_nothing_else_away() -> None:
    async with app_with(sessions.schools()).run_test() as pilot:
        await pilot.press("f1")
        overlay = pilot.app.screen
        overlay.dismiss(None)
        overlay.dismiss(None)
        await pilot.pause()
        assert isinstance(pilot.app.screen, BoardScreen)


async def test_a_key_is_the_screens_while_what_had_the_focus_has_just_gone() -> None:
    async with app_with(sessions.schools()).run_test() as pilot:
        await pilot.pause()
        board = pilot.app.screen.query_one(Board)
        assert pilot.app.focused is board
        parent, board._parent = board._parent, None
        focused_now = pilot.app.focused
        board._parent = parent
        assert focused_now is None


async def test_it_is_told_once_that_the_first_screen_has_been_sent() -> None:
    app = app_with(sessions.schools())
    told: list[str] = []
    app.when_shown = lambda: told.append(app.screen.query_one(Board).seat.session.title)
    async with app.run_test() as pilot:
        await pilot.press("down", "s", "b")
        await pilot.pause()
    assert told == ["Scholen werven samen"]
