"""The checklist: what a facilitator does on it ends up in the session, and what she sees is how it stands."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from mgtui.domain.changes import apply
from mgtui.domain.communication import PARTS, answer_state, check_state, progress
from mgtui.domain.session import Session, Stakeholder
from mgtui.domain.verbs import items
from mgtui.locale import use
from mgtui.tui.app import MgtuiApp
from mgtui.tui.screens.checklist import ChecklistScreen
from mgtui.tui.widgets.checklist.checklist import Checklist
from tests.tui import sessions
from tests.tui.stage import app_with


class Screening:
    """The checklist on a screen, and a person at its keys."""

    def __init__(self, app: MgtuiApp, pilot: Pilot[int]) -> None:
        self.app, self.pilot = app, pilot

    @property
    def session(self) -> Session:
        assert self.app.session
        return self.app.session

    @property
    def checklist(self) -> Checklist:
        assert isinstance(self.app.screen, ChecklistScreen)
        return self.app.screen.checklist

    @property
    def text(self) -> str:
        lines = [self.checklist.render_line(y).text for y in range(self.checklist.size.height)]
        return "\n".join(line.rstrip() for line in lines)

    def called(self, name: str) -> Stakeholder:
        return next(each for each in self.session.stakeholders.values() if each.name == name)

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        await self.press(*("space" if c == " " else c for c in text))


@asynccontextmanager
async def screening(session: Session, size: tuple[int, int] = (120, 36)) -> AsyncIterator[Screening]:
    app = app_with(session)
    async with app.run_test(size=size) as pilot:
        app.go("stakeholders")
        await pilot.pause()
        yield Screening(app, pilot)


async def test_space_ticks_the_check_under_the_cursor_and_unticks_it() -> None:
    async with screening(sessions.schools()) as at:
        await at.press("down", "right", "space")
        council = at.called("Raad van toezicht")
        assert check_state(at.session, council, "why") == "told"
        assert council.why
        assert council.why.by == "Ana"
        await at.press("space")
        assert check_state(at.session, at.called("Raad van toezicht"), "why") == "open"


async def test_space_on_a_name_tells_the_story_part_by_part() -> None:
    async with screening(sessions.schools()) as at:
        await at.press("down", *["space"] * 4)
        assert all(check_state(at.session, at.called("Raad van toezicht"), part) == "told" for part in PARTS)


async def test_a_story_that_has_changed_says_so_until_it_is_told_again() -> None:
    async with screening(sessions.schools()) as at:
        assert "story has changed since 3 Sep 2026" in at.text
        await at.press("right", "right", "space")
        assert "story has changed since" not in at.text
        assert check_state(at.session, at.called("Ouders"), "take") == "told"


async def test_capital_a_ticks_the_whole_story() -> None:
    async with screening(sessions.schools()) as at:
        await at.press("A")
        assert {check_state(at.session, at.called("Ouders"), part) for part in PARTS} == {"told"}


@pytest.mark.parametrize(("key", "state"), [("1", "valued"), ("2", "doubt"), ("3", "objects")])
async def test_digits_note_the_answer_that_came_back(key: str, state: str) -> None:
    async with screening(sessions.schools()) as at:
        await at.press(key)
        assert answer_state(at.session, at.called("Ouders")) == state
        await at.press("0")
        assert answer_state(at.session, at.called("Ouders")) == "ask_again"


async def test_the_answer_of_the_meeting_before_is_shown_and_asked_again() -> None:
    async with screening(sessions.schools()) as at:
        assert "ask again" in at.text
        assert "3 Sep 2026: valued" in at.text


async def test_another_answer_keeps_the_note() -> None:
    async with screening(sessions.schools()) as at:
        await at.press("tab", "2")
        answer = at.called("Docenten").answers["m2"]
        assert (answer.response, answer.note) == ("doubt", "Wie vangt de extra lesuren op?")


async def test_objections_lead() -> None:
    async with screening(sessions.schools()) as at:
        first = at.text.splitlines()[0]
        assert "Docenten (Het Kompas) objects: Wie vangt de extra lesuren op?" in first


async def test_progress_moves_as_checks_are_ticked() -> None:
    async with screening(sessions.schools()) as at:
        before = progress(at.session)
        assert f"{before.done}/{before.total} told" in at.text
        await at.press("down", "space")
        assert f"{before.done + 1}/{before.total} told" in at.text


async def test_a_new_stakeholder_comes_under_this_one_and_tab_fills_the_form() -> None:
    async with screening(sessions.schools()) as at:
        await at.press("n")
        await at.type("Gemeente")
        await at.press("tab")
        await at.type("rust in de wijk")
        await at.press("tab", "tab", "tab")
        await at.type("3 dec")
        await at.press("enter")
        new = at.called("Gemeente")
        assert (new.partner, new.interest, new.due) == ("p1", "rust in de wijk", date(2026, 12, 3))
        assert [s.name for s in at.session.stakeholders_of("p1")] == ["Ouders", "Gemeente", "Raad van toezicht"]


async def test_a_day_that_cannot_be_read_stays_in_the_field_and_says_what_to_type() -> None:
    async with screening(sessions.schools()) as at:
        at.checklist.cursor.go_to(at.checklist.cursor.spot, "due")
        await at.press("enter", *["backspace"] * 12)
        await at.type("straks")
        await at.press("enter")
        assert "That is no day" in at.text
        assert "straks" in at.text
        assert at.called("Ouders").due == date(2026, 12, 3)


async def test_esc_leaves_a_field_as_it_was() -> None:
    async with screening(sessions.schools()) as at:
        await at.press("enter")
        await at.type("!!")
        await at.press("escape")
        assert at.called("Ouders").name == "Ouders"


async def test_what_is_removed_comes_back_with_all_its_checks() -> None:
    async with screening(sessions.schools()) as at:
        before = at.called("Ouders")
        await at.press("delete")
        assert "Ouders" not in {each.name for each in at.session.stakeholders.values()}
        await at.press("ctrl+z")
        assert at.called("Ouders") == before


async def test_alt_and_an_arrow_reorder_and_the_cursor_goes_along() -> None:
    async with screening(sessions.schools()) as at:
        await at.press("alt+down")
        assert [s.name for s in at.session.stakeholders_of("p1")] == ["Raad van toezicht", "Ouders"]
        assert at.checklist.stakeholder == at.called("Ouders")


async def test_pasted_lines_become_a_stakeholder_each() -> None:
    async with screening(sessions.schools()) as at:
        await at.press("tab", "tab", "n")
        await at.checklist._on_paste(Paste("- Leerlingen\n- Buurt\n"))
        await at.pilot.pause()
        assert [s.name for s in at.session.stakeholders_of("p3")] == ["Leerlingen", "Buurt"]


async def test_a_click_on_a_box_ticks_it() -> None:
    async with screening(sessions.schools()) as at:
        rows = at.text.splitlines()
        y = next(y for y, row in enumerate(rows) if "Raad van toe" in row)
        await at.pilot.click(Checklist, offset=(rows[y].index("☐"), y))
        await at.pilot.pause()
        assert check_state(at.session, at.called("Raad van toezicht"), "why") == "told"


async def test_what_is_private_is_no_part_of_the_story_on_the_screen() -> None:
    session = sessions.schools()
    assert session.items["i1"].text == "grotere instroom van leerlingen"
    async with screening(apply(session, items.toggle_private(session, "i1"))) as at:
        assert "grotere instroom" not in at.text
        assert "continuïteit van de school" in at.text


async def test_without_partners_it_says_where_to_begin() -> None:
    async with screening(sessions.empty()) as at:
        assert "Seat partners at the table first" in " ".join(at.text.split())


async def test_without_stakeholders_it_says_how_to_add_one() -> None:
    async with screening(sessions.festival()) as at:
        assert "nobody yet; n adds the first" in at.text
        await at.press("n")
        await at.type("Residents")
        await at.press("enter")
        assert at.called("Residents").partner == "p1"


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (160, 45), (200, 50)])
async def test_every_line_is_as_wide_as_the_window(size: tuple[int, int]) -> None:
    use("nl")
    async with screening(sessions.schools(), size) as at:
        widths = {at.checklist.render_line(y).cell_length for y in range(at.checklist.size.height)}
        assert widths == {size[0]}
        assert "Docenten" in at.text


async def test_the_language_switches_with_the_cursor_where_it_is() -> None:
    async with screening(sessions.schools()) as at:
        await at.press("down", "right", "f9")
        assert "verhaal is veranderd" in at.text or "nog niet verteld" in at.text
        assert at.checklist.stakeholder == at.called("Raad van toezicht")
        await at.press("f9")
        assert "not told yet" in at.text
