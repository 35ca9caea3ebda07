"""Claims about peers that talk to the socket by hand: no more than their door allows, and no harm to anybody."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
import pytest_asyncio

from mgtui.domain.changes import Batch, Set
from mgtui.domain.people import Place
from mgtui.domain.turns import Turning, Turns
from mgtui.live import peer, protocol, tickets
from mgtui.live.protocol import LONGEST_LINE, Hello, Submit
from mgtui.live.tickets import Ticket
from tests.live.conftest import Arrive, Person
from tests.live.simple_keeper import SimpleKeeper
from tests.live.test_joining import retext, text_of

PROOF = "0123456789abcdef"


class ByHand:
    """A connection to the room on which anything can be said."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer

    def say(self, *lines: bytes) -> None:
        self.writer.write(b"".join(lines))

    async def answer(self) -> dict[str, Any]:
        """The next line; empty at the end."""
        async with asyncio.timeout(5):
            line = await self.reader.readline()
        return msgspec.json.decode(line, type=dict[str, Any]) if line else {}

    async def last_answer(self) -> dict[str, Any]:
        """The line before the end."""
        last: dict[str, Any] = {}
        while answer := await self.answer():
            last = answer
        return last


class Door:
    """The way in for strangers, with or without a token."""

    def __init__(self, keeper: SimpleKeeper) -> None:
        self._keeper = keeper
        self._key = tickets.door_key(Path(keeper.socket()).parent)
        self._open: list[ByHand] = []

    def token(self, role: Any, scope: str = "") -> str:
        return tickets.issue(self._key, Ticket(role=role, scope=scope or str(self._keeper.path)))

    async def connect(self) -> ByHand:
        stranger = ByHand(*await asyncio.open_unix_connection(self._keeper.socket(), limit=2**22))
        self._open.append(stranger)
        return stranger

    async def enter(self, role: Any, proof: str = PROOF) -> ByHand:
        stranger = await self.connect()
        stranger.say(protocol.line(Hello(token=self.token(role), proof=proof, name="Stranger")))
        assert (await stranger.answer())["t"] == "welcome"
        return stranger

    async def close(self) -> None:
        for each in self._open:
            each.writer.transport.abort()


@pytest_asyncio.fixture
async def host(arrive: Arrive) -> Person:
    """Whose process is the room."""
    return await arrive("Ana")


@pytest_asyncio.fixture
async def door(host: Person, keeper: SimpleKeeper) -> AsyncIterator[Door]:
    opened = Door(keeper)
    yield opened
    await opened.close()


async def assert_the_room_is_well(host: Person, arrive: Arrive) -> None:
    bo = await arrive("Bo")
    bo.seat.submit(retext(bo, "all is well"))
    await host.until(lambda: text_of(host) == "all is well")


@pytest.mark.parametrize(
    "garbage",
    [
        b"\n",
        b"\x00\xff\xfe\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"[" * 60_000 + b"\n",
        b'{"t":"submit","seq":1,"change":{"do":"remove","table":"items","id":"i1"}}\n',
        b'{"t":"hello","token":"","proof":"short"}\n',
        b'{"t":"welcome"}\n{"t":"hello"}\n',
    ],
)
async def test_garbage_ends_the_connection_it_came_over_and_no_other(
    garbage: bytes, host: Person, door: Door, arrive: Arrive
) -> None:
    stranger = await door.connect()
    stranger.say(garbage)
    assert await stranger.answer() == {"t": "bye", "reason": "malformed"}
    assert await stranger.answer() == {}
    assert text_of(host) == "first"
    await assert_the_room_is_well(host, arrive)


async def test_garbage_from_someone_who_is_in_ends_their_seat(host: Person, door: Door, arrive: Arrive) -> None:
    stranger = await door.enter("facilitator")
    stranger.say(b'{"t":"submit","seq":1,"change":{"do":"explode"}}\n')
    assert (await stranger.last_answer())["reason"] == "malformed"
    await host.until(lambda: len(host.seat.present.people) == 1)
    await assert_the_room_is_well(host, arrive)


@pytest.mark.parametrize("end", [b"\n", b""])
async def test_an_oversized_line_is_not_read_to_its_end(end: bytes, host: Person, door: Door, arrive: Arrive) -> None:
    stranger = await door.enter("facilitator")
    stranger.say(b"x" * (LONGEST_LINE + 1), end)
    assert (await stranger.last_answer())["reason"] == "too_long"
    await assert_the_room_is_well(host, arrive)


async def test_parts_without_end_are_not_collected_forever(host: Person, door: Door, arrive: Arrive) -> None:
    stranger = await door.enter("facilitator")
    piece = protocol.line(protocol.Part("x" * 60_000))
    stranger.say(*[piece] * (protocol.LONGEST_FRAME // 60_000 + 2))
    assert (await stranger.last_answer())["reason"] == "malformed"
    await assert_the_room_is_well(host, arrive)


async def test_a_kind_of_frame_from_the_future_is_passed_over(host: Person, door: Door) -> None:
    stranger = await door.enter("facilitator")
    stranger.say(b'{"t":"dance","with":"Ana"}\n', protocol.line(Submit(1, retext(host, "after the dance"))))
    await host.until(lambda: text_of(host) == "after the dance")


async def test_a_viewer_by_hand_still_may_nothing(host: Person, door: Door) -> None:
    stranger = await door.enter("viewer")
    stranger.say(protocol.line(Submit(1, retext(host, "mine now"))), protocol.line(protocol.Undo(2)))
    answers = [await stranger.answer() for _ in range(3)]
    refusals = {each["seq"]: each["code"] for each in answers if each["t"] == "rejected"}
    assert refusals == {1: "read_only", 2: "nothing_to_undo"}
    assert text_of(host) == "first"


@pytest.mark.parametrize("turning", ['{"do":"next"}', '{"do":"share","seconds":60}', '{"do":"extend","partner":"a"}'])
async def test_a_viewer_by_hand_can_not_touch_the_turns(host: Person, door: Door, turning: str) -> None:
    stranger = await door.enter("viewer")
    stranger.say(f'{{"t":"time","turning":{turning}}}\n'.encode())
    while (answer := await stranger.answer())["t"] != "rejected":
        pass
    assert answer["code"] == "read_only"
    assert host.seat.turns == Turns()


async def test_a_viewer_by_hand_can_not_show_a_trial(host: Person, door: Door) -> None:
    stranger = await door.enter("viewer")
    stranger.say(protocol.line(protocol.Try(Set("items", "i1", "text", "tried"))))
    while (answer := await stranger.answer())["t"] != "rejected":
        pass
    assert answer["code"] == "read_only"
    assert host.seat.shown_trial is None


async def test_a_trial_of_endless_parts_or_depth_is_shown_to_nobody(host: Person, door: Door, arrive: Arrive) -> None:
    stranger = await door.enter("co-facilitator")
    for line in protocol.lines(protocol.Try(Batch((Set("items", "i1", "text", "tried"),) * (peer.MOST_PARTS + 1)))):
        stranger.say(line)
    while (answer := await stranger.answer())["t"] != "rejected":
        pass
    assert answer["code"] == "too_long"
    deep: Batch = Batch(())
    for _ in range(protocol.DEEPEST_BATCH + 1):
        deep = Batch((deep,))
    stranger.say(protocol.line(protocol.Try(deep)))
    assert (await stranger.last_answer())["reason"] == "malformed"
    assert host.seat.shown_trial is None
    await assert_the_room_is_well(host, arrive)


@pytest.mark.parametrize("turning", ['{"do":"win"}', '{"do":"next","partner":"../x"}', '{"do":"share","seconds":"1"}'])
async def test_turns_that_are_none_end_the_connection(host: Person, door: Door, arrive: Arrive, turning: str) -> None:
    stranger = await door.enter("co-facilitator")
    stranger.say(f'{{"t":"time","turning":{turning}}}\n'.encode())
    assert (await stranger.last_answer())["reason"] == "malformed"
    assert host.seat.turns == Turns()
    await assert_the_room_is_well(host, arrive)


async def test_a_share_beyond_reason_is_refused_and_the_clock_runs_on(host: Person, door: Door) -> None:
    host.seat.time(Turning(do="next"))
    stranger = await door.enter("co-facilitator")
    stranger.say(protocol.line(protocol.Time(Turning(do="share", seconds=2**62))))
    while (answer := await stranger.answer())["t"] != "rejected":
        pass
    assert answer["code"] == "bad_value"
    assert host.seat.turns.is_running


async def test_a_co_facilitator_by_hand_can_not_reveal_in_a_batch(host: Person, door: Door) -> None:
    host.seat.submit(Set("items", "i1", "covered", True))
    stranger = await door.enter("co-facilitator")
    reveal = Batch((Batch((Set("items", "i1", "covered", False),)),))
    stranger.say(protocol.line(Submit(1, reveal)))
    while (answer := await stranger.answer())["t"] != "rejected":
        pass
    assert answer["code"] == "not_allowed"
    assert host.seat.session.items["i1"].covered


@pytest.mark.parametrize("forged", ["", "x.y", "e30=.00", "\N{SNOWMAN}.\N{SNOWMAN}"])
async def test_without_a_token_of_this_room_nobody_comes_in(forged: str, door: Door) -> None:
    stranger = await door.connect()
    stranger.say(protocol.line(Hello(token=forged, proof=PROOF)))
    assert await stranger.answer() == {"t": "bye", "reason": "refused"}


async def test_a_token_for_another_session_does_not_open_this_one(door: Door, keeper: SimpleKeeper) -> None:
    stranger = await door.connect()
    token = door.token("facilitator", scope=str(keeper.path.with_name("other.json")))
    stranger.say(protocol.line(Hello(token=token, proof=PROOF)))
    assert await stranger.answer() == {"t": "bye", "reason": "refused"}


async def test_nobody_can_take_the_seat_of_another_by_naming_its_client(host: Person, door: Door) -> None:
    stranger = await door.connect()
    proof = host.seat.person.client
    stranger.say(protocol.line(Hello(token=door.token("viewer"), proof=proof)))
    welcome = await stranger.answer()
    assert welcome["person"]["client"] != host.seat.person.client
    assert len(host.seat.present.people) == 2


async def test_someone_who_says_nothing_is_sent_away(
    door: Door, host: Person, arrive: Arrive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(peer, "HELLO_WITHIN", 0.05)
    stranger = await door.connect()
    assert await stranger.answer() == {"t": "bye", "reason": "late"}
    await assert_the_room_is_well(host, arrive)


async def test_who_does_not_read_is_let_go_and_costs_the_others_nothing(
    door: Door, keeper: SimpleKeeper, host: Person, arrive: Arrive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(peer, "MOST_WAITING", 100_000)
    with socket.socket(socket.AF_UNIX) as silent:
        silent.connect(keeper.socket())
        silent.sendall(protocol.line(Hello(token=door.token("viewer"), proof=PROOF)))
        await host.until(lambda: len(host.seat.present.people) == 2)
        for number in range(200):
            host.seat.submit(retext(host, f"{number:04}" * 500))
            await asyncio.sleep(0)
        await host.until(lambda: len(host.seat.present.people) == 1)
    await assert_the_room_is_well(host, arrive)


async def test_a_flood_is_slowed_down_and_the_others_are_served_meanwhile(
    door: Door, host: Person, arrive: Arrive
) -> None:
    flood = await door.enter("facilitator")
    flood.say(*(protocol.line(Submit(seq, retext(host, f"flood {seq}", "i2"))) for seq in range(1, 5_000)))
    await assert_the_room_is_well(host, arrive)
    assert host.seat.history[-1].revision < 1_000


async def test_of_a_flood_no_more_is_read_than_is_done(door: Door, host: Person, arrive: Arrive) -> None:
    flood = await door.enter("viewer")
    chunk = protocol.line(protocol.At(Place(table="items", id="i1"))) * 1_000

    async def pour() -> None:
        for _ in range(200):
            flood.say(chunk)
            await flood.writer.drain()

    with pytest.raises(TimeoutError):
        await asyncio.wait_for(pour(), 2)
    await assert_the_room_is_well(host, arrive)


async def test_a_submission_of_endless_parts_is_refused_before_it_costs_anything(host: Person, door: Door) -> None:
    stranger = await door.enter("facilitator")
    many = Submit(1, Batch(tuple(Set("items", "i1", "text", str(n)) for n in range(peer.MOST_PARTS + 1))))
    stranger.say(*protocol.lines(many))
    while (answer := await stranger.answer())["t"] != "rejected":
        pass
    assert answer["code"] == "too_long"


async def test_the_same_submission_twice_counts_once(host: Person, door: Door) -> None:
    stranger = await door.enter("facilitator")
    change, undo = protocol.line(Submit(1, retext(host, "once"))), protocol.line(protocol.Undo(2))
    stranger.say(change, change, undo, undo, protocol.line(Submit(3, retext(host, "end", "i2"))))
    await host.until(lambda: text_of(host, "i2") == "end")
    assert [(entry.seq, entry.undoes) for entry in host.seat.history] == [(1, 0), (2, 1), (3, 0)]
