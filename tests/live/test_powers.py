"""Claims about freezing, handing over and removing: enforced in the room, and going on when the room goes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from mgtui.domain.news import Parted, Reconnected, Rejected
from mgtui.domain.people import Role
from mgtui.domain.powers import Deciding, Powers
from mgtui.domain.turns import Turning
from mgtui.live import protocol, room, tickets
from mgtui.live.connection import Unwelcome
from mgtui.live.entrance import Entrance
from mgtui.live.hosting import Caller
from mgtui.live.joining import SharedSeat
from mgtui.live.protocol import Hello, Submit
from mgtui.live.tickets import Ticket
from tests.live.conftest import Arrive, Person, now
from tests.live.simple_keeper import SimpleKeeper
from tests.live.test_joining import retext, text_of
from tests.live.test_strangers import PROOF, ByHand, Door, assert_the_room_is_well

FREEZE, THAW = Deciding(do="freeze"), Deciding(do="thaw")


@pytest_asyncio.fixture
async def host(arrive: Arrive) -> Person:
    """Whose process is the room."""
    return await arrive("Ana")


@pytest_asyncio.fixture
async def door(host: Person, keeper: SimpleKeeper) -> AsyncIterator[Door]:
    opened = Door(keeper)
    yield opened
    await opened.close()


def token(keeper: SimpleKeeper, role: Role, key: str) -> str:
    """A ticket for whoever has `key`."""
    ticket = Ticket(role=role, name=key.title(), scope=str(keeper.path), key=key)
    return tickets.issue(tickets.door_key(Path(keeper.socket()).parent), ticket)


async def refusal(stranger: ByHand) -> str:
    """The code of the next refusal."""
    while (answer := await stranger.answer())["t"] != "rejected":
        pass
    return str(answer["code"])


async def test_while_it_is_frozen_the_edit_of_another_is_refused_and_by_whom_is_said(arrive: Arrive) -> None:
    ana, bo = await arrive("Ana"), await arrive("Bo", "co-facilitator")
    bo.seat.submit(retext(bo, "before"))
    await ana.until(lambda: text_of(ana) == "before")
    ana.seat.decide(FREEZE)
    await bo.until(lambda: bo.seat.powers.frozen_by == "Ana")
    bo.seat.submit(retext(bo, "too late"))
    bo.seat.undo()
    await bo.until(lambda: len(bo.heard(Rejected)) == 2)
    assert [(each.refusal.code, each.refusal.details) for each in bo.heard(Rejected)] == [
        ("frozen", {"name": "Ana"})
    ] * 2
    ana.seat.submit(retext(ana, "by Ana"))
    bo.seat.time(Turning(do="next"))
    await bo.until(lambda: text_of(bo) == "by Ana" and bo.seat.turns.is_running)
    ana.seat.decide(THAW)
    await bo.until(lambda: not bo.seat.powers.frozen_by)
    bo.seat.submit(retext(bo, "by Bo"))
    await ana.until(lambda: text_of(ana) == "by Bo")


async def test_who_leads_and_what_is_frozen_goes_on_when_the_room_goes(arrive: Arrive) -> None:
    ana, bo, cas = await arrive("Ana"), await arrive("Bo", "co-facilitator"), await arrive("Cas", "co-facilitator")
    ana.seat.decide(FREEZE)
    ana.seat.decide(Deciding(do="hand_over", client=bo.seat.person.client))
    for person in (bo, cas):
        await person.until(lambda: person.seat.powers.frozen_by == "Bo")  # noqa: B023
    assert (ana.seat.person.role, bo.seat.person.role) == ("co-facilitator", "facilitator")
    ana.seat.leave()
    for person in (bo, cas):
        await person.until(lambda: person.heard(Reconnected) != [])  # noqa: B023
    assert (bo.seat.person.role, cas.seat.person.role, cas.seat.powers.frozen_by) == (
        "facilitator",
        "co-facilitator",
        "Bo",
    )
    cas.seat.submit(retext(cas, "not now"))
    await cas.until(lambda: cas.heard(Rejected) != [])
    bo.seat.submit(retext(bo, "by Bo"))
    await cas.until(lambda: text_of(cas) == "by Bo")


async def test_what_is_frozen_is_released_when_no_facilitator_comes_back(
    arrive: Arrive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "LEADERLESS", 0.05)
    ana, bo = await arrive("Ana"), await arrive("Bo", "co-facilitator")
    ana.seat.decide(FREEZE)
    await bo.until(lambda: bo.seat.powers.frozen_by == "Ana")
    ana.seat.leave()
    await bo.until(lambda: bo.heard(Reconnected) != [] and not bo.seat.powers.frozen_by)
    bo.seat.submit(retext(bo, "goes on"))
    await bo.until(lambda: text_of(bo) == "goes on")


async def test_the_lead_falls_back_when_who_took_it_over_is_gone(
    arrive: Arrive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "LEADERLESS", 0.05)
    ana, bo = await arrive("Ana"), await arrive("Bo", "co-facilitator")
    ana.seat.decide(Deciding(do="hand_over", client=bo.seat.person.client))
    assert ana.seat.person.role == "co-facilitator"
    bo.seat.leave()
    await ana.until(lambda: ana.seat.person.role == "facilitator")


async def test_who_is_removed_is_gone_and_can_not_come_back_by_the_same_key(
    arrive: Arrive, host: Person, keeper: SimpleKeeper
) -> None:
    by_key = token(keeper, "co-facilitator", "bo")
    bo = await arrive("Bo", token=by_key)
    await host.until(lambda: len(host.seat.present.people) == 2)
    host.seat.decide(Deciding(do="remove", client=bo.seat.person.client))
    await bo.until(lambda: bo.heard(Parted) != [])
    assert bo.heard(Parted)[0].reason == "removed"
    await host.until(lambda: len(host.seat.present.people) == 1)
    with pytest.raises(Unwelcome, match="removed"):
        await arrive("Somebody Else", token=by_key)
    cas = await arrive("Cas", token=token(keeper, "co-facilitator", "cas"))
    host.seat.leave()
    await cas.until(lambda: cas.heard(Reconnected) != [])
    with pytest.raises(Unwelcome, match="removed"):
        await arrive("Bo", token=by_key)


async def test_a_guest_whose_process_is_the_room_can_be_removed_too(arrive: Arrive, keeper: SimpleKeeper) -> None:
    bo, ana = await arrive("Bo", "co-facilitator"), await arrive("Ana")
    bo.seat.submit(retext(bo, "kept"))
    ana.seat.decide(Deciding(do="remove", client=bo.seat.person.client))
    await bo.until(lambda: bo.heard(Parted) != [])
    await ana.until(lambda: ana.heard(Reconnected) != [])
    assert (text_of(ana), [each.name for each in ana.seat.present.people]) == ("kept", ["Ana"])
    with pytest.raises(Unwelcome, match="removed"):
        await arrive("Bo", "co-facilitator")


async def test_who_was_let_in_again_can_come_back(arrive: Arrive, host: Person, keeper: SimpleKeeper) -> None:
    by_key = token(keeper, "viewer", "vic")
    vic = await arrive("Vic", token=by_key)
    host.seat.decide(Deciding(do="remove", client=vic.seat.person.client))
    await vic.until(lambda: vic.heard(Parted) != [])
    host.seat.decide(Deciding(do="let_in", client="Vic"))
    again = await arrive("Vic", token=by_key)
    assert again.seat.person.name == "Vic"


@pytest.mark.parametrize("role", ["viewer", "co-facilitator"])
@pytest.mark.parametrize("what", ["freeze", "thaw", "hand_over", "remove", "let_in"])
async def test_who_is_no_facilitator_decides_nothing_by_hand(host: Person, door: Door, role: str, what: str) -> None:
    stranger = await door.enter(role)
    stranger.say(protocol.line(protocol.Decide(Deciding(do=what, client=host.seat.person.client))))  # type: ignore[arg-type]
    assert await refusal(stranger) == "not_allowed"
    assert host.seat.powers == Powers()


@pytest.mark.parametrize("role", ["viewer", "co-facilitator"])
async def test_nobody_makes_themselves_facilitator_by_what_they_remember(
    host: Person, door: Door, arrive: Arrive, role: str
) -> None:
    stranger = await door.enter(role)
    own = tickets.client_of(PROOF)
    forged = Powers(roles={own: "facilitator", host.seat.person.client: "viewer"}, frozen_by="Stranger")
    stranger.say(protocol.line(protocol.Remember(powers=forged)), protocol.line(protocol.Decide(FREEZE)))
    assert await refusal(stranger) == "not_allowed"
    assert host.seat.powers == Powers()
    await assert_the_room_is_well(host, arrive)


async def test_a_facilitator_who_handed_over_does_not_take_it_back_by_remembering(host: Person, door: Door) -> None:
    stranger = await door.enter("co-facilitator")
    other = await door.enter("facilitator", proof="fedcba9876543210")
    host.seat.decide(Deciding(do="hand_over", client=tickets.client_of(PROOF)))
    before = host.seat.powers
    other.say(protocol.line(protocol.Remember(powers=Powers(frozen_by="Other"))))
    stranger.say(protocol.line(Submit(1, retext(host, "the end"))))
    await host.until(lambda: text_of(host) == "the end")
    assert host.seat.powers == before


async def test_a_viewer_who_comes_back_with_the_proof_of_who_leads_stays_a_viewer(host: Person, door: Door) -> None:
    await door.enter("co-facilitator")
    host.seat.decide(Deciding(do="hand_over", client=tickets.client_of(PROOF)))
    again = await door.connect()
    again.say(protocol.line(Hello(token=door.token("viewer"), proof=PROOF, name="Stranger")))
    assert (await again.answer())["person"]["role"] == "viewer"
    again.say(protocol.line(protocol.Decide(FREEZE)), protocol.line(Submit(1, retext(host, "mine"))))
    assert [await refusal(again), await refusal(again)] == ["not_allowed", "read_only"]


@pytest.mark.parametrize("said", ['{"do":"crown"}', '{"do":"remove","client":7}', '"freeze"'])
async def test_decisions_that_are_none_end_the_connection(host: Person, door: Door, arrive: Arrive, said: str) -> None:
    stranger = await door.enter("facilitator")
    stranger.say(f'{{"t":"decide","deciding":{said}}}\n'.encode())
    assert (await stranger.last_answer())["reason"] == "malformed"
    await assert_the_room_is_well(host, arrive)


def test_who_froze_a_room_and_leaves_when_the_loop_has_ended_still_frees_the_session(
    keeper: SimpleKeeper, folder: Path
) -> None:
    async def sit_down_and_freeze() -> SharedSeat:
        entrance = Entrance(keeper, folder, Caller(proof=tickets.new_proof(), name="Ana"), now)
        seat = SharedSeat(entrance, await asyncio.to_thread(entrance.open))
        seat.listen(lambda news: None)
        seat.decide(FREEZE)
        return seat

    asyncio.run(sit_down_and_freeze()).leave()
    asyncio.run(sit_down_and_freeze()).leave()
