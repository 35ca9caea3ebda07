"""The beamer screen: one walks through it, it follows the facilitator or not, and it has nothing else on it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from textual.pilot import Pilot

from mgtui.domain.news import News
from mgtui.domain.people import Person, View
from mgtui.domain.session import Session
from mgtui.domain.turns import Turning
from mgtui.live.ahead import ShowAhead
from mgtui.live.room import Room
from mgtui.live.seat import LocalSeat
from mgtui.tui.app import MgtuiApp
from mgtui.tui.screens.present import PresentScreen
from tests.tui import sessions
from tests.tui.on_stage import large
from tests.tui.stage import NOW, Stage

ANA = Person(client="ana-1", name="Ana")
VIC = Person(client="vic-1", name="Vic", role="viewer")
CAS = Person(client="cas-1", name="Cas", role="co-facilitator")


class Shown:
    """A program with the beamer screen, and a facilitator in the same room."""

    def __init__(self, app: MgtuiApp, pilot: Pilot[int], ana: LocalSeat) -> None:
        self.app = app
        self.pilot = pilot
        self.ana = ana

    @property
    def screen(self) -> PresentScreen:
        """The beamer screen."""
        screen = self.app.screen
        assert isinstance(screen, PresentScreen)
        return screen

    @property
    def lines(self) -> list[str]:
        """What it shows."""
        slide = self.screen.beamer.slide
        assert slide
        return ["".join(text for text, _role in line).rstrip() for line in slide.lines]

    @property
    def text(self) -> str:
        """All of that."""
        return "\n".join(self.lines)

    @property
    def at(self) -> tuple[str, str]:
        """Which view it shows, of which partner."""
        return self.screen.view.screen, self.screen.view.partner

    async def press(self, *keys: str) -> None:
        """Press keys."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def show(self, view: View) -> None:
        """The facilitator shows `view`."""
        self.ana.show(view)
        await self.pilot.pause()


@asynccontextmanager
async def beamer(
    session: Session, person: Person = VIC, *, is_in_step: bool = True, size: tuple[int, int] = (120, 36)
) -> AsyncIterator[Shown]:
    """The beamer screen of `person`."""
    stage = Stage()
    stage.room = Room(session, [], stage, lambda: NOW)
    ana = LocalSeat(stage.room, Person(client="ana-2", name="Ana"))
    app = MgtuiApp(stage, LocalSeat(stage.room, person), presents=True)
    app.is_in_step = is_in_step
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Shown(app, pilot, ana)


async def test_a_session_begins_with_how_it_opens_until_something_is_on_the_table() -> None:
    async with beamer(sessions.empty()) as shown:
        assert shown.at == ("opening", "")
    async with beamer(sessions.schools()) as shown:
        assert shown.at == ("meters", "")


async def test_the_arrows_walk_through_every_view_and_stop_at_the_ends() -> None:
    async with beamer(sessions.schools()) as shown:
        await shown.press("home")
        walked = [shown.at]
        for _ in range(20):
            await shown.press("right")
            walked.append(shown.at)
        order = list(dict.fromkeys(walked))
        assert order[:5] == [("opening", ""), ("meters", ""), ("partner", "p1"), ("partner", "p2"), ("partner", "p3")]
        assert [name for name, _partner in order[5:9]] == ["exchange", "ambition", "stakeholders", "agreements"]
        await shown.press(*["left"] * 20)
        assert shown.at == ("opening", "")


async def test_what_does_not_fit_pages_both_ways_and_says_how_to_make_more_fit() -> None:
    async with beamer(large(), size=(80, 24)) as shown:
        await shown.press("b")
        assert "page 1 of" in shown.lines[-1]
        assert "ctrl and −" in shown.lines[-1]
        first = shown.text
        await shown.press("right")
        assert shown.text != first
        assert shown.at == ("meters", "")
        await shown.press("left")
        assert shown.text == first
        await shown.press("m", "left")
        assert shown.at == ("partner", "p12")
        assert shown.screen.beamer.slide
        assert shown.screen.beamer.slide.page == len(shown.screen.beamer.slide.pages) - 1


async def test_long_names_that_begin_alike_are_told_apart_beside_the_matrix_and_above_it() -> None:
    async with beamer(sessions.crowd("Gemeente Overkoepelende Regio", 6), size=(80, 24)) as shown:
        await shown.press("m")
        head = next(line for line in shown.lines if line.startswith(" " * 20) and line.strip())
        assert len(set(head.split())) == 6
        assert {line.split("  ")[0][-1] for line in shown.lines if line.startswith("Gemeente")} == set("123456")


async def test_it_shows_what_the_facilitator_shows_also_on_a_screen_of_another_size() -> None:
    for size in ((80, 24), (120, 36), (200, 50)):
        async with beamer(large(), size=size) as shown:
            await shown.show(View(screen="meters", item="p8"))
            assert "Partner 8" in shown.text


async def test_ones_own_walk_holds_until_the_facilitator_shows_something_else() -> None:
    async with beamer(sessions.schools()) as shown:
        await shown.show(View(screen="ambition"))
        assert shown.at == ("ambition", "")
        await shown.press("m")
        await shown.show(View(screen="ambition", step="take"))
        assert shown.at == ("exchange", "")
        await shown.show(View(screen="partner", partner="p2"))
        assert shown.at == ("partner", "p2")


async def test_who_does_not_follow_stays_where_they_are_until_they_do() -> None:
    async with beamer(sessions.schools(), is_in_step=False) as shown:
        await shown.press("a")
        await shown.show(View(screen="exchange"))
        assert shown.at == ("ambition", "")
        await shown.press("f")
        assert shown.at == ("exchange", "")


async def test_only_a_facilitator_decides_what_the_others_see() -> None:
    async with beamer(sessions.schools(), CAS) as shown:
        await shown.press("a")
        assert shown.ana.view == View()
    async with beamer(sessions.schools(), ANA) as shown:
        assert shown.ana.view.screen == "meters"
        await shown.press("o", "o")
        assert shown.ana.view == View(screen="partner", partner="p2")


async def test_a_facilitator_can_look_at_something_that_only_she_sees() -> None:
    async with beamer(sessions.schools(), ANA) as shown:
        await shown.press("a", "f", "m")
        assert shown.ana.view.screen == "ambition"
        assert shown.at == ("exchange", "")
        assert "only you see this" in shown.lines[-1]
        await shown.press("f")
        assert shown.ana.view.screen == "exchange"


class FarSeat(LocalSeat):
    """A seat far from its room: what it says comes when `let_through` is called."""

    def listen(self, hear: Callable[[News], None], show_ahead: ShowAhead | None = None) -> None:
        """Have `hear` called with the news that has come by then."""
        self._under_way: list[News] = []
        self._hear = hear
        super().listen(self._under_way.append)

    def let_through(self, pieces: int = 1_000_000) -> None:
        """Hear that many pieces of what has been said."""
        for _ in range(min(pieces, len(self._under_way))):
            self._hear(self._under_way.pop(0))


async def test_a_facilitator_far_away_walks_on_before_the_room_has_told_her_steps_back() -> None:
    stage = Stage()
    stage.room = Room(sessions.schools(), [], stage, lambda: NOW)
    seat = FarSeat(stage.room, ANA)
    app = MgtuiApp(stage, seat, presents=True)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        shown = Shown(app, pilot, seat)
        await shown.press("o", "o")
        seat.let_through(1)
        await shown.press("o")
        seat.let_through()
        await pilot.pause()
        assert shown.at == ("partner", "p3")
        assert stage.room.view == View(screen="partner", partner="p3")
        LocalSeat(stage.room, Person(client="bea-1", name="Bea")).show(View(screen="ambition"))
        seat.let_through()
        await pilot.pause()
        assert shown.at == ("ambition", "")


async def test_a_partner_that_has_gone_makes_room_for_the_meters() -> None:
    async with beamer(sessions.schools()) as shown:
        await shown.show(View(screen="partner", partner="gone"))
        assert shown.at == ("meters", "")
        await shown.show(View(screen="from a later version"))
        assert shown.at == ("meters", "")


async def test_content_stays_within_120_columns_and_in_the_middle() -> None:
    async with beamer(sessions.schools(), size=(200, 50)) as shown:
        for key in "ebomasw":
            await shown.press(key)
            strips = [shown.screen.beamer.render_line(y).text for y in range(50)]
            assert all(not line[:40].strip() and not line[160:].strip() for line in strips)


async def test_the_board_leads_to_the_beamer_and_back_and_the_others_keep_what_was_shown() -> None:
    stage = Stage()
    app = MgtuiApp(stage, stage.seat(sessions.schools()))
    async with app.run_test(size=(120, 36)) as pilot:
        assert stage.room
        await pilot.press("tab", "o")
        await pilot.pause()
        assert stage.room.view == View(screen="partner", partner="p2")
        await pilot.press("f5")
        await pilot.pause()
        assert app.screen.name != "present"
        assert stage.room.view.partner == "p2"
        await pilot.press("f5")
        await pilot.pause()
        assert isinstance(app.screen, PresentScreen)
        assert app.screen.view.partner == "p2"


async def test_a_text_that_was_being_typed_is_kept_on_the_way_to_the_beamer() -> None:
    stage = Stage()
    app = MgtuiApp(stage, stage.seat(sessions.schools()))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("n", *"nieuw", "f5")
        await pilot.pause()
        assert isinstance(app.screen, PresentScreen)
        assert app.session
        assert "nieuw" in {item.text for item in app.session.items.values()}


async def test_a_click_goes_on_and_at_the_left_back() -> None:
    async with beamer(sessions.schools()) as shown:
        await shown.pilot.click("Beamer", offset=(100, 10))
        await shown.pilot.pause()
        assert shown.at == ("partner", "p1")
        await shown.pilot.click("Beamer", offset=(5, 10))
        await shown.pilot.pause()
        assert shown.at == ("meters", "")


async def test_the_language_and_the_theme_change_under_it() -> None:
    async with beamer(sessions.schools()) as shown:
        theme = shown.app.theme
        await shown.press("f9", "t")
        assert "Klopt het voor iedereen?" in shown.text
        assert shown.app.theme != theme


async def test_the_timer_says_who_has_the_floor_and_what_is_left() -> None:
    async with beamer(sessions.schools(), ANA) as shown:
        await shown.press("T")
        assert "Nobody has the floor yet." in shown.text
        await shown.press("n")
        assert "De Regenboog" in shown.text
        assert shown.ana.turns.partner == "p1"
        await shown.press("p")
        assert "paused" in shown.text
        assert not shown.ana.turns.is_running
        assert shown.ana.view.screen == "timer"
    async with beamer(sessions.schools(), VIC) as shown:
        shown.ana.time(Turning(do="give", partner="p2"))
        await shown.show(View(screen="timer"))
        assert "Het Kompas" in shown.text
        await shown.press("n")
        assert shown.ana.turns.partner == "p2"
