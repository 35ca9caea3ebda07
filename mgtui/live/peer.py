"""One connection to the room's socket: what comes in is checked and limited, what goes out is bounded.

Invariant: it holds at most a line's worth of what its client sends too fast, and a peer that does not read is let go.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
from typing import TYPE_CHECKING, cast

from mgtui.domain.changes import Change, parts
from mgtui.domain.news import Changed, Empowered, News, Present, Rejected, Replaced, Saved
from mgtui.domain.people import Person
from mgtui.domain.refusal import Refused
from mgtui.live import protocol
from mgtui.live.allowance import Allowance
from mgtui.live.protocol import LONGEST_FRAME, LONGEST_LINE, Malformed
from mgtui.live.tickets import NotAdmitted, Removed

if TYPE_CHECKING:
    from mgtui.live.hub import Broadcast, Hub

HELLO_WITHIN = 5.0
"""Seconds in which a client must say who it is."""

GONE_WITHIN = 2.0
"""Seconds that a client has to read the last words."""

MOST_WAITING = 1024 * 1024
"""Bytes that may wait for a client to read them, beside its welcome."""

FRAMES_A_SECOND, FRAMES_AT_ONCE = 100, 500
BYTES_A_SECOND, BYTES_AT_ONCE = 256 * 1024, LONGEST_FRAME

MOST_PARTS = 2_000
"""Single changes in one submission."""

log = logging.getLogger(__name__)


class Peer(asyncio.Protocol):
    """A client of `hub`; before its hello it is nobody.

    Attributes:
        person: who it is; None until it is in.
    """

    def __init__(self, hub: Hub) -> None:
        clock = asyncio.get_running_loop().time
        self.person: Person | None = None
        self._hub = hub
        self._frames = Allowance(FRAMES_A_SECOND, FRAMES_AT_ONCE, clock)
        self._bytes = Allowance(BYTES_A_SECOND, BYTES_AT_ONCE, clock)
        self._rest = b""
        self._parts: list[str] = []
        self._most_waiting = MOST_WAITING
        self._answering = 0
        self._unsaved = 0
        self._is_going = False
        self._is_held = False

    @property
    def sees_less(self) -> bool:
        """Whether it gets what a viewer gets."""
        return self.person is None or self.person.role == "viewer"

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Wait for its hello."""
        self._transport = cast(asyncio.Transport, transport)
        self._timer = asyncio.get_running_loop().call_later(HELLO_WITHIN, self.dismiss, "late")
        self._hub.connected(self)

    def connection_lost(self, exc: Exception | None) -> None:
        """Do what it said last; then its seat becomes free."""
        if isinstance(exc, BrokenPipeError):
            self._read_last_words()
        self._is_going = True
        self._timer.cancel()
        self._hub.lost(self)

    def data_received(self, data: bytes) -> None:
        """Do what its whole lines say."""
        self._rest += data
        self._work()

    def _read_last_words(self) -> None:
        """Writing to who is gone ends the connection at once, before what they sent while still here has been read."""
        number = self._transport.get_extra_info("socket").fileno()
        with contextlib.suppress(OSError):
            while not self._is_going and (data := os.read(number, LONGEST_LINE)):
                self.data_received(data)

    def send(self, line: bytes) -> None:
        """Put `line` in what it still has to read; too much of that and it is let go, to come back and catch up."""
        if self._is_going:
            return
        self._transport.write(line)
        if self._transport.get_write_buffer_size() > self._most_waiting:
            log.info("%s does not read; its connection ends", self._name)
            self._is_going = True
            self._transport.abort()

    def dismiss(self, reason: protocol.Reason) -> None:
        """Say why it can't stay, and hang up."""
        if not self._is_going:
            if reason not in ("closed", "elsewhere", "removed"):
                log.info("%s is sent away: %s", self._name, reason)
            self.send(protocol.line(protocol.Bye(reason)))
            self.hang_up()

    def hang_up(self) -> None:
        """End the connection when what was sent is gone, or when that takes too long."""
        self._is_going = True
        self._transport.close()
        self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(GONE_WITHIN, self._transport.abort)

    def hear(self, news: News) -> None:
        """Pass on what the room says."""
        match news:
            case Present():
                self._hub.tell_presence()
            case Empowered() if self.person and news.powers.keeps_out(self.person):
                self.dismiss("removed")
            case Rejected():
                self._answer(protocol.NotTaken(self._answering, news.refusal.code, news.refusal.details, news.doing))
            case Replaced():
                self._answer(protocol.Overrode(news.entry.revision, news.by, news.fields))
            case Saved() if not self._unsaved:
                self._hub.tell_saved()
            case Saved():
                self._unsaved = self._unsaved if news.revision < self._unsaved else 0
                self.send(self._hub.line_for(self, news))
            case Changed() if self.person and news.entry.client == self.person.client:
                self._answering = 0
                self._unsaved = news.entry.revision
                self.send(self._hub.line_for(self, news))
            case _:
                self.send(self._hub.line_for(self, cast("Broadcast", news)))

    @property
    def _name(self) -> str:
        return self.person.name if self.person else "someone without a seat"

    def _work(self) -> None:
        while not self._is_going:
            end = self._rest.find(b"\n")
            if end >= LONGEST_LINE or (end < 0 and len(self._rest) >= LONGEST_LINE):
                self.dismiss("too_long")
            if end < 0 or self._is_going:
                return
            text, self._rest = self._rest[:end], self._rest[end + 1 :]
            self._do_line(text)
            wait = max(self._frames.take(1), self._bytes.take(end))
            if wait:
                self._is_held = True
                self._transport.pause_reading()
                asyncio.get_running_loop().call_later(wait, self._go_on)
                return

    def _go_on(self) -> None:
        self._is_held = False
        self._work()
        if not (self._is_held or self._is_going):
            self._transport.resume_reading()

    def _do_line(self, text: bytes) -> None:
        try:
            frame = protocol.from_client(text)
            if isinstance(frame, protocol.Part):
                frame = self._joined(frame)
            if frame is not None:
                self._do(frame)
        except Malformed:
            self.dismiss("malformed")
        except NotAdmitted:
            self.dismiss("refused")
        except Removed:
            self.dismiss("removed")
        except Exception:
            log.exception("a frame from %s went wrong", self._name)
            self.dismiss("malformed")

    def _joined(self, part: protocol.Part) -> protocol.FromClient | None:
        if self.person is None:
            raise Malformed
        self._parts.append(part.text)
        if sum(map(len, self._parts)) > LONGEST_FRAME:
            raise Malformed
        if not part.last:
            return None
        whole = "".join(self._parts).encode()
        self._parts = []
        return protocol.from_client(whole)

    def _do(self, frame: protocol.FromClient) -> None:
        if isinstance(frame, protocol.Hello):
            self._come_in(frame)
        elif self.person is None:
            raise Malformed
        elif isinstance(frame, protocol.Submit | protocol.Undo | protocol.Redo):
            self._submit(self.person.client, frame)
        elif isinstance(frame, protocol.At):
            self._hub.room.at(self.person.client, frame.place)
        elif isinstance(frame, protocol.Show):
            self._hub.room.show(self.person.client, frame.view)
        elif isinstance(frame, protocol.Try):
            self._try_out(self.person.client, frame)
        elif isinstance(frame, protocol.Time):
            self._hub.room.time(self.person.client, frame.turning)
        elif isinstance(frame, protocol.Decide):
            self._hub.room.decide(self.person.client, frame.deciding)
        elif isinstance(frame, protocol.Remember):
            self._hub.room.remember(self.person.client, frame.turns, frame.powers)
        elif isinstance(frame, protocol.Bye):
            self.hang_up()
        else:
            raise Malformed

    def _try_out(self, client: str, frame: protocol.Try) -> None:
        if frame.change is not None and (refused := _too_many(frame.change)):
            self.hear(Rejected(refused))
        else:
            self._hub.room.try_out(client, frame.change)

    def _submit(self, client: str, frame: protocol.Submit | protocol.Undo | protocol.Redo) -> None:
        room = self._hub.room
        self._answering = frame.seq
        if isinstance(frame, protocol.Undo):
            room.undo(client, frame.seq)
        elif isinstance(frame, protocol.Redo):
            room.redo(client, frame.seq)
        elif refused := _too_many(frame.change):
            self.hear(Rejected(refused))
        else:
            room.submit(client, frame.seq, frame.change)
        if self._answering:
            self._answer(protocol.Nothing(frame.seq))

    def _answer(self, frame: protocol.FromRoom) -> None:
        self._answering = 0
        self.send(protocol.line(frame))

    def _come_in(self, hello: protocol.Hello) -> None:
        if self.person is not None:
            raise Malformed
        person = self._hub.admit(self, hello)
        self._timer.cancel()
        self.person = person
        welcome = protocol.line(self._welcome(person, hello))
        self._most_waiting = MOST_WAITING + len(welcome)
        self.send(welcome)
        self._hub.room.join(person, self.hear)

    def _welcome(self, person: Person, hello: protocol.Hello) -> protocol.Welcome:
        room = self._hub.room
        others = tuple(each for each in room.people if each.client != person.client)
        session, history = room.session, tuple(room.history)
        known = None if self.sees_less else room.entry(hello.revision)
        if self.sees_less:
            session, history = self._hub.sight.whole(session, room.history)
        follows = known is not None and protocol.entry_name(known) == hello.entry
        return protocol.Welcome(
            person=person,
            durable=room.durable,
            people=(*others, person),
            places=dict(self._hub.told_places),
            view=room.view,
            turns=room.turns,
            trial=room.trial,
            powers=room.powers,
            lineage=room.lineage,
            session=None if follows else session,
            history=tuple(e for e in history if e.revision > hello.revision) if follows else history,
        )


def _too_many(change: Change) -> Refused | None:
    """Why `change` is too much to take at once, if it is."""
    length = len(parts(change))
    return Refused("too_long", limit=str(MOST_PARTS), length=str(length)) if length > MOST_PARTS else None
