"""The single writer of a session: a change is submitted, checked, applied, published and persisted, in that order.

Invariant: `session` is always what `history` replays to, and each entry is handed to the journal exactly once.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime
from typing import Final, Protocol

from mgtui.domain.changes import Change, apply, parts
from mgtui.domain.grounding import Overwritten, grounded, overwritten
from mgtui.domain.history import Entry, Spot, latest_on
from mgtui.domain.news import (
    Changed,
    Empowered,
    News,
    NotSaved,
    Present,
    Rejected,
    Replaced,
    Saved,
    Shown,
    Timed,
    Tried,
)
from mgtui.domain.people import Person, Place, View
from mgtui.domain.powers import Deciding, Powers, decided, refuse_frozen, without_facilitator
from mgtui.domain.refusal import Refused
from mgtui.domain.session import Session
from mgtui.domain.trial import ShownTrial
from mgtui.domain.turns import Turning, Turns, keeper_of_times, spoken_since, turned
from mgtui.domain.verbs.meetings import add_spoken
from mgtui.live import covering
from mgtui.live.around import Around
from mgtui.live.roles import refuse_onlookers, refuse_unless_allowed
from mgtui.live.taking_back import Doing, TakingBack
from mgtui.live.telling import Hear, Telling

TURNS: Final = "turns"
"""The client of changes that the turns to speak make; nobody's seat, so nobody's to undo."""

LEADERLESS: Final = 30.0
"""Seconds that a facilitator may be away before what they decided is lifted, so that nobody is stuck with it."""


class Journal(Protocol):
    """Where a room persists what it took; it answers later through `Room.saved` or `Room.not_saved`."""

    def record(self, session: Session, entry: Entry) -> None:
        """Keep `entry` and the session after it."""


class Room:
    """One session and the people in it.

    Args:
        session: the session as it stands.
        history: the entries that led to it.
        journal: where each new entry goes.
        clock: tells the time of each entry.

    Attributes:
        durable: the revision up to which the journal has all safe.
        places: where those who said so are, by client.
        came: since when those are here who were in the room before this one, by client.
        lineage: which room this is, whichever process it is in.
        view: what the facilitator shows.
        turns: whose turn it is to speak.
        trial: what someone here tries while all can see it; it goes with them.
        powers: who may what, as a facilitator decided.
        later: does something after some seconds; whoever keeps the room brings it.
    """

    def __init__(self, session: Session, history: list[Entry], journal: Journal, clock: Callable[[], datetime]) -> None:
        self.session = session
        self.history = history
        self._journal = journal
        self.durable = self.revision
        self.places: dict[str, Place] = {}
        self.came: dict[str, datetime] = {}
        self.lineage = secrets.token_hex(8)
        self.view = View()
        self.turns = Turns()
        self.trial: ShownTrial | None = None
        self.powers = Powers()
        self.later: Callable[[float, Callable[[], None]], object] = lambda seconds, call: None
        self._clock = clock
        self._seats: dict[str, tuple[Person, Hear]] = {}
        self._taken = {(entry.client, entry.seq) for entry in history}
        self._taking_back = TakingBack()
        self._telling = Telling()

    @property
    def revision(self) -> int:
        """The number of the latest entry; 0 before the first."""
        return self.history[-1].revision if self.history else 0

    @property
    def people(self) -> tuple[Person, ...]:
        """Who is here, each in the role that they have now."""
        return tuple(self.powers.seen(person) for person, _ in self._seats.values())

    @property
    def present(self) -> Present:
        """Who is here and where."""
        return Present(self.people, dict(self.places))

    def entry(self, revision: int) -> Entry | None:
        """The entry with number `revision`, if there is one."""
        at = revision - self.history[0].revision if self.history else -1
        return self.history[at] if 0 <= at < len(self.history) else None

    def join(self, person: Person, hear: Hear) -> None:
        """A person takes a seat; `hear` is called with all news from now on."""
        self._seats[person.client] = (person, hear)
        self._tell_presence()

    def leave(self, client: str) -> None:
        """The person of `client` goes; unknown clients are ignored."""
        if self._seats.pop(client, None):
            self.places.pop(client, None)
            self._tell_presence()
            self._end_trial(client)
            self._lift_later()

    def at(self, client: str, place: Place | None) -> None:
        """The person of `client` is at `place` now, or nowhere."""
        if client not in self._seats or self.places.get(client) == place:
            return
        if place is None:
            del self.places[client]
        else:
            self.places[client] = place
        self._tell_presence()

    def show(self, client: str, view: View) -> None:
        """Those who follow see `view` from now on; only a facilitator decides that."""
        person, hear = self._seat(client)
        if person.role != "facilitator":
            self._tell([hear], Rejected(Refused("not_allowed")))
        elif view != self.view:
            self.view = view
            self._tell_all(Shown(view))

    def time(self, client: str, turning: Turning) -> None:
        """The turns to speak go on as `turning` says; what was spoken until then goes to the meeting."""
        person, hear = self._seat(client)
        now = self._clock()
        try:
            refuse_onlookers(person.role)
            turns = turned(self.turns, turning, self.session, now)
        except Refused as refusal:
            self._tell([hear], Rejected(refusal))
            return
        if turns != self.turns:
            before, self.turns = self.turns, turns
            if before.since != turns.since:
                self._keep_spoken(person, before, now)
            self._tell_all(Timed(turns))

    def try_out(self, client: str, change: Change | None) -> None:
        """Everyone sees from now on that the person of `client` tries `change`; None ends that."""
        person, hear = self._seats[client]
        if change is None:
            self._end_trial(client)
            return
        try:
            refuse_onlookers(person.role)
            if self.trial and self.trial.client != client:
                raise Refused("trial_shown", name=self.trial.name)
        except Refused as refusal:
            self._tell([hear], Rejected(refusal))
            return
        self.trial = ShownTrial(client=client, name=person.name, change=change)
        self._tell_all(Tried(self.trial))

    def decide(self, client: str, deciding: Deciding) -> None:
        """Who may what is as `deciding` says from now on; only a facilitator decides that."""
        person, hear = self._seat(client)
        try:
            powers = decided(self.powers, deciding, person, [each for each, _ in self._seats.values()])
        except Refused as refusal:
            self._tell([hear], Rejected(refusal))
        else:
            self._empower(powers)

    def go_on_from(self, around: Around) -> None:
        """Have beside the session what the room before this one had."""
        self.lineage = around.lineage or self.lineage
        self.view, self.turns, self.powers = around.view, around.turns, around.powers
        self.came = {each.client: each.since for each in around.present.people if each.since}
        self._lift_later()

    def remember(self, client: str, turns: Turns, powers: Powers) -> None:
        """Have what `client` knows of the room before this one, as far as nobody said anything about it yet.

        Powers only from someone whose door made them a facilitator: they could decide all of it anew.
        """
        person, _hear = self._seats[client]
        if self.turns == Turns() != turns and person.role != "viewer":
            self.turns = turns
            self._tell_all(Timed(turns))
        if self.powers == Powers() != powers and person.role == "facilitator":
            self._empower(powers)

    def submit(self, client: str, seq: int, change: Change) -> None:
        """Take a change from `client`, whose own number for it is `seq`; one that was taken before is ignored."""
        if (client, seq) in self._taken:
            return
        person, hear = self._seat(client)
        try:
            refuse_unless_allowed(person.role, change)
            refuse_frozen(self.powers, person)
            covering.refuse_looking_under(self.session, person, change)
            change = covering.signed(self.session, person, change)
            stale = overwritten(self.session, change)
            true = grounded(self.session, change)
            refuse_unless_allowed(person.role, true.change)
            covering.refuse_uncovering(self.session, person, true.change)
        except Refused as refusal:
            self._tell([hear], Rejected(refusal))
            return
        if parts(true.change):
            replaced = self._replaced(client, stale)
            entry = self._publish(person, seq, true.change, after=true.session)
            if replaced:
                self._tell([hear], Replaced(entry, *replaced))

    def undo(self, client: str, seq: int) -> None:
        """Take back the latest change of `client` that can be; what can't be is said once, then passed over."""
        self._take_back(client, seq, "undo")

    def redo(self, client: str, seq: int) -> None:
        """Take back the latest undo of `client` that can be; `seq` as in `submit`."""
        self._take_back(client, seq, "redo")

    def adopt(self, entry: Entry) -> None:
        """Take an entry as the room before this one took it, when it goes on from where this one is.

        Raises:
            Refused: when it does not apply.
        """
        self._take(entry, apply(self.session, entry.change))

    def _take(self, entry: Entry, after: Session) -> None:
        """Take an entry; `after` is the session after it."""
        before, self.session = self.session, after
        self.history.append(entry)
        self._taken.add((entry.client, entry.seq))
        self._journal.record(self.session, entry)
        # Who made it paints most for it: were they told first, the others' screens would wait behind that.
        self._tell_all(Changed(self.session, entry, before), last=entry.client)

    def saved(self, revision: int) -> None:
        """The journal has everything up to `revision` safe."""
        self.durable = max(self.durable, revision)
        self._tell_all(Saved(revision))

    def not_saved(self, reason: str, details: dict[str, str]) -> None:
        """The journal could not save."""
        self._tell_all(NotSaved(reason, details))

    def _take_back(self, client: str, seq: int, doing: Doing) -> None:
        if (client, seq) in self._taken:
            return
        person, hear = self._seat(client)
        try:
            refuse_frozen(self.powers, person)
            target, back = self._taking_back.latest(self.session, self.history, person, doing)
        except Refused as refusal:
            self._tell([hear], Rejected(refusal, doing))
            return
        if doing == "undo":
            self._publish(person, seq, back, undoes=target.revision)
        else:
            self._publish(person, seq, back, redoes=target.revision)

    def _publish(
        self,
        person: Person,
        seq: int,
        change: Change,
        undoes: int = 0,
        redoes: int = 0,
        after: Session | None = None,
    ) -> Entry:
        entry = Entry(
            revision=self.revision + 1,
            at=self._clock(),
            by=person.name,
            client=person.client,
            seq=seq,
            change=change,
            undoes=undoes,
            redoes=redoes,
        )
        self._take(entry, after or apply(self.session, change))
        return entry

    def _end_trial(self, client: str) -> None:
        if self.trial and self.trial.client == client:
            self.trial = None
            self._tell_all(Tried(None))

    def _keep_spoken(self, person: Person, turns: Turns, now: datetime) -> None:
        """Put what was spoken since the clock was started in the record of the meeting, as a change of nobody's."""
        seconds, meeting = spoken_since(turns, now), keeper_of_times(self.session)
        if seconds and meeting and turns.partner in self.session.partners:
            change = add_spoken(self.session, meeting.id, turns.partner, seconds)
            nobody = Person(client=TURNS, name=person.name)
            self._publish(nobody, self.revision + 1, change)

    def _seat(self, client: str) -> tuple[Person, Hear]:
        """The person of `client` in the role that they have now, and how to tell them."""
        person, hear = self._seats[client]
        return self.powers.seen(person), hear

    def _empower(self, powers: Powers) -> None:
        if powers != self.powers:
            self.powers = powers
            self._tell_all(Empowered(powers))
            self._tell_presence()

    def _lift_later(self) -> None:
        if self._needs_leader():
            self.later(LEADERLESS, self._lift)

    def _lift(self) -> None:
        if self._needs_leader():
            self._empower(without_facilitator(self.powers))

    def _needs_leader(self) -> bool:
        """Whether something is decided that nobody here could decide otherwise."""
        has_leader = any(each.role == "facilitator" for each in self.people)
        return not has_leader and without_facilitator(self.powers) != self.powers

    def _replaced(self, client: str, stale: list[Overwritten]) -> tuple[str, tuple[Overwritten, ...]] | None:
        """Whose values, other than their own, `client` replaces, and which they are."""
        latest = [(each, latest_on(self.history, [Spot(each.table, each.id, each.field)])) for each in stale]
        others = [(each, entry.by) for each, entry in latest if entry and entry.client != client]
        return (others[0][1], tuple(each for each, _ in others)) if others else None

    def _tell_presence(self) -> None:
        self._tell_all(self.present)

    def _tell_all(self, news: News, last: str = "") -> None:
        seats = sorted(self._seats.items(), key=lambda seat: seat[0] == last)
        self._tell([hear for _client, (_person, hear) in seats], news)

    def _tell(self, listeners: list[Hear], news: News) -> None:
        self._telling.tell(listeners, news)
