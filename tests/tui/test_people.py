"""Who is here, on screen: what a facilitator can do about it, what the others see of it, and nothing typed is lost."""

from __future__ import annotations

from mgtui.domain.people import Person
from mgtui.domain.powers import Deciding
from mgtui.live.seat import LocalSeat
from mgtui.tui.widgets.freeze_banner import FreezeBanner
from mgtui.tui.widgets.row_list import RowList
from tests.tui.test_turns import AtTheTable, in_room

BO = Person(client="bo-1", name="Bo", way="key 1")
FAY = Person(client="fay-1", name="Fay")


def seat_of(room: AtTheTable, person: Person) -> LocalSeat:
    """`person` comes in."""
    assert room.stage.room
    return LocalSeat(room.stage.room, person)


def banner(room: AtTheTable) -> str:
    return "".join(each.render_line(0).text.strip() for each in room.app.screen.query(FreezeBanner) if each.display)


async def test_a_facilitator_freezes_and_releases_by_key_and_all_can_read_it() -> None:
    async with in_room() as room:
        await room.press("F")
        assert banner(room).startswith("‖ Frozen by Ana")
        assert "F lets everyone edit again" in banner(room)
        await room.press("F")
        assert not banner(room)


async def test_nobody_is_told_that_all_can_edit_once_it_is_frozen_again() -> None:
    async with in_room() as room:
        await room.press("F", "F")
        assert room.app.notice
        assert room.app.notice.text == "Everyone can edit again."
        await room.press("F")
        assert banner(room).startswith("‖ Frozen by Ana")
        assert room.app.notice is None


async def test_what_is_being_typed_when_it_freezes_stays_until_it_can_be_kept() -> None:
    async with in_room("co-facilitator") as room:
        fay = seat_of(room, FAY)
        await room.press("n", *"rust")
        fay.decide(Deciding(do="freeze"))
        await room.press("enter")
        assert "Frozen by Fay" in room.text
        assert not any(each.text == "rust" for each in room.session.items.values())
        fay.decide(Deciding(do="thaw"))
        await room.press("enter")
        assert room.item("rust").text == "rust"


async def test_who_is_on_an_overlay_when_it_freezes_is_told_there() -> None:
    async with in_room("co-facilitator") as room:
        await room.press("T")
        seat_of(room, FAY).decide(Deciding(do="freeze"))
        assert room.app.notice
        assert room.app.notice.text.startswith("Frozen by Fay")
        await room.press("T")
        assert banner(room).startswith("‖ Frozen by Fay")


async def test_a_writing_round_that_could_not_begin_is_not_asked_for() -> None:
    async with in_room("co-facilitator") as room:
        seat_of(room, FAY).decide(Deciding(do="freeze"))
        before = room.app.screen
        await room.press("C")
        assert room.app.screen is before
        assert room.app.notice
        assert room.app.notice.text.startswith("Frozen by Fay")


async def test_in_a_frozen_room_keys_change_nothing_and_say_why() -> None:
    async with in_room("co-facilitator") as room:
        seat_of(room, FAY).decide(Deciding(do="freeze"))
        before = room.session
        await room.press("F", "1", "delete", "u", "n", "N")
        assert room.session is before
        assert room.app.notice
        assert room.app.notice.text.startswith("Frozen by Fay")


async def test_the_list_says_who_is_here_and_the_lead_is_handed_over_from_it() -> None:
    async with in_room() as room:
        bo = seat_of(room, Person(client="bo-1", name="Bo", role="co-facilitator"))
        await room.press("P")
        assert "Ana (you)" in room.rows
        await room.press("down", "h")
        assert (bo.person.role, room.app.seat and room.app.seat.person.role) == ("facilitator", "co-facilitator")
        bo.decide(Deciding(do="freeze"))
        await room.pilot.pause()
        assert "Frozen by Bo" in room.rows
        bo.decide(Deciding(do="thaw"))
        await room.press("home", "h", "delete", "F")
        assert bo.powers.frozen_by == ""


async def test_a_guest_is_removed_and_let_in_again_from_the_list() -> None:
    async with in_room() as room:
        bo = seat_of(room, BO)
        await room.press("P", "end", "delete")
        assert bo.powers.keeps_out(BO)
        assert "Removed" in room.rows
        bo.leave()
        await room.press("end")
        assert room.app.screen.query_one(RowList).cursor == "removed Bo"
        await room.press("enter")
        assert not bo.powers.keeps_out(BO)
