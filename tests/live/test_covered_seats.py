"""Claims about a writing round in a room that people join late, come back to, and whose process goes."""

from __future__ import annotations

import msgspec

from mgtui.domain.changes import Add
from mgtui.domain.news import Reconnected
from mgtui.domain.people import Role
from mgtui.domain.verbs.items import add_item
from mgtui.domain.verbs.rounds import open_round, reveal
from mgtui.domain.visibility import is_nameless
from mgtui.live import tickets
from mgtui.live.tickets import Ticket, author_of
from tests.live.conftest import Arrive, Person, now

SECRET = "SECRET"


def all_that(person: Person) -> str:
    """What someone's screens have to work with, and all that they heard."""
    return msgspec.json.encode((person.seat.session, list(person.seat.history), person.news)).decode()


def item_of(person: Person) -> Add:
    return add_item(person.seat.session, "i", "a", "take", SECRET)


async def ask(facilitator: Person) -> None:
    facilitator.seat.submit(open_round("r", now(), "What do you come to take?"))


async def a_round_with_a_secret(arrive: Arrive) -> tuple[Person, Person]:
    """A facilitator who asks, and Bo, who has written one thing."""
    fay, bo = await arrive("Fay"), await arrive("Bo", "co-facilitator")
    await ask(fay)
    await bo.until(lambda: bo.seat.session.current_round is not None)
    bo.seat.submit(item_of(bo))
    await fay.until(lambda: "i" in fay.seat.session.items)
    return fay, bo


async def test_nobody_else_is_shown_a_word_before_all_is_revealed(arrive: Arrive) -> None:
    fay, bo = await a_round_with_a_secret(arrive)
    late: list[Person] = []
    roles: tuple[Role, ...] = ("co-facilitator", "viewer")
    for role in roles:
        late.append(await arrive("Late", role))
    for person in (fay, *late):
        await person.until(lambda: "i" in person.seat.session.items)  # noqa: B023
        assert is_nameless(person.seat.session.items["i"])
        assert SECRET not in all_that(person)
        assert person.seat.session.current_round is not None
    fay.seat.submit(reveal(fay.seat.session, now()))
    for person in (fay, bo, *late):
        await person.until(lambda: person.seat.session.items["i"].text == SECRET)  # noqa: B023


async def test_who_starts_the_program_anew_sees_what_they_covered(arrive: Arrive) -> None:
    _fay, bo = await a_round_with_a_secret(arrive)
    bo.seat.leave()
    again = await arrive("Bo", "co-facilitator")
    assert again.seat.session.items["i"].text == SECRET
    again.seat.submit(add_item(again.seat.session, "j", "a", "take", "more"))
    await again.until(lambda: "j" in again.seat.session.items)
    assert again.seat.session.items["j"].text == "more"


async def test_a_namesake_in_the_room_sees_nothing_of_it(arrive: Arrive) -> None:
    await a_round_with_a_secret(arrive)
    other = await arrive("Bo", "co-facilitator")
    assert other.seat.person.name == "Bo 2"
    assert SECRET not in all_that(other)


async def test_the_rules_hold_in_the_next_room_for_who_becomes_it_too(arrive: Arrive) -> None:
    fay, bo = await a_round_with_a_secret(arrive)
    cas = await arrive("Cas", "co-facilitator")
    fay.seat.leave()
    for person in (bo, cas):
        await person.until(lambda: person.heard(Reconnected) != [])  # noqa: B023
    cas.seat.submit(add_item(cas.seat.session, "j", "a", "take", "of Cas"))
    await bo.until(lambda: "j" in bo.seat.session.items)
    assert is_nameless(bo.seat.session.items["j"])
    assert bo.seat.session.items["i"].text == SECRET
    assert SECRET not in all_that(cas)


async def test_namesakes_stay_apart_when_the_room_moves(arrive: Arrive) -> None:
    fay, bo = await a_round_with_a_secret(arrive)
    other = await arrive("Bo", "co-facilitator")
    bo.seat.leave()
    fay.seat.leave()
    await other.until(lambda: other.heard(Reconnected) != [])
    assert other.seat.person.name == "Bo 2"
    assert SECRET not in all_that(other)


async def test_a_change_that_was_on_its_way_is_covered_by_the_room_that_takes_it(arrive: Arrive) -> None:
    fay, bo = await arrive("Fay"), await arrive("Bo", "co-facilitator")
    late = item_of(bo)
    await ask(fay)
    bo.seat.submit(late)
    await fay.until(lambda: "i" in fay.seat.session.items)
    assert SECRET not in all_that(fay)


def test_a_key_is_its_owner_whatever_the_name_and_a_guest_is_never_someone_at_this_machine() -> None:
    key = Ticket(role="co-facilitator", name="Ana", key="SHA256:abc")
    assert author_of(key, "Ana") == author_of(key, "Ana 2")
    guest, here = Ticket(role="co-facilitator", name="Ana"), Ticket(role="co-facilitator")
    assert len({author_of(key, "Ana"), author_of(guest, "Ana"), author_of(guest, "Ana 2"), author_of(here, "Ana")}) == 4


def test_what_a_ticket_says_of_a_key_is_signed_with_the_rest() -> None:
    token = tickets.issue(b"k" * 32, Ticket(role="viewer", key="SHA256:abc"))
    assert tickets.claimed(token).key == "SHA256:abc"
