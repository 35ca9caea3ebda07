"""What a seat and its room say to each other over the socket: one JSON object a line, its kind in `t`.

Invariant: what `from_client` returns has the right types; a kind it does not know is `None`, so that a newer client
can say more to an older room.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from mgtui.domain.changes import Batch, Change
from mgtui.domain.grounding import Overwritten
from mgtui.domain.history import Entry
from mgtui.domain.people import Person, Place, View
from mgtui.domain.powers import Deciding, Powers
from mgtui.domain.refusal import RefusalCode
from mgtui.domain.session import Session
from mgtui.domain.trial import ShownTrial
from mgtui.domain.turns import Turning, Turns

LONGEST_LINE = 64 * 1024
"""Bytes that a line from a client may have, its end included."""

LONGEST_FRAME = 4 * 1024 * 1024
"""Bytes that a frame which comes in several parts may have in all."""

DEEPEST_BATCH = 4

PIECE = 8 * 1024
"""Characters in a part; even when each takes six bytes, as escaped ones do, it fits a line."""

Word = Annotated[str, Meta(max_length=200)]
Seq = Annotated[int, Meta(ge=1, le=2**53)]
Reason = Literal["closed", "refused", "full", "malformed", "too_long", "late", "elsewhere", "slow", "removed"]


class Malformed(Exception):
    """A line that is no frame."""


class Frame(Struct, frozen=True, omit_defaults=True, tag_field="t", tag=str.lower):
    """One line of what a seat and a room say to each other."""


class Hello(Frame, frozen=True, kw_only=True):
    """The first frame of a client.

    Attributes:
        token: what its door handed it; the role is in there.
        proof: a secret of this client; its id is derived from it, so that nobody else can take it.
        name: as shown to the others, unless the token names one.
        revision: of the last entry it has; 0 for none.
        entry: the name of that entry (`entry_name`), by which the room sees whether both speak of the same one.
    """

    token: Annotated[str, Meta(max_length=8_000)]
    proof: Annotated[str, Meta(min_length=16, max_length=64)]
    name: Word = ""
    revision: Annotated[int, Meta(ge=0)] = 0
    entry: Annotated[str, Meta(max_length=200)] = ""


class Submit(Frame, frozen=True):
    """Take this change, my `seq`th."""

    seq: Seq
    change: Change


class Undo(Frame, frozen=True):
    """Take back my latest change."""

    seq: Seq


class Redo(Frame, frozen=True):
    """Do again what I took back last."""

    seq: Seq


class At(Frame, frozen=True):
    """Where I am; None for nowhere."""

    place: Place | None


class Show(Frame, frozen=True):
    """What I show to those who follow."""

    view: View


class Time(Frame, frozen=True):
    """What I do with the turns to speak."""

    turning: Turning


class Try(Frame, frozen=True):
    """What I try while all can see it; None ends that."""

    change: Change | None


class Decide(Frame, frozen=True):
    """What I decide about who may what."""

    deciding: Deciding


class Remember(Frame, frozen=True):
    """What I know of the room that was here before, if you know nothing of it."""

    turns: Turns = Turns()
    powers: Powers = Powers()


class Part(Frame, frozen=True):
    """A piece of a frame that is too long for one line; `last` ends it."""

    text: str
    last: bool = False


class Welcome(Frame, frozen=True, kw_only=True):
    """You are in.

    Attributes:
        person: who you are to the others, in the role that your door gave you.
        durable: the revision up to which all is saved.
        people, places: who is here and where.
        lineage: which room this is; the same when another process goes on from where it was.
        session: the session as it stands, with all of `history`; None when `history` is what you have not yet got.
    """

    person: Person
    durable: int
    people: tuple[Person, ...]
    places: dict[str, Place] = {}
    view: View = View()
    turns: Turns = Turns()
    trial: ShownTrial | None = None
    powers: Powers = Powers()
    lineage: str = ""
    session: Session | None = None
    history: tuple[Entry, ...] = ()


class Taken(Frame, frozen=True, tag="change"):
    """The room took a change."""

    entry: Entry


class Nothing(Frame, frozen=True):
    """Your submission alters nothing, or was taken before."""

    seq: int


class NotTaken(Frame, frozen=True, tag="rejected"):
    """The room did not take it; code and details as in `Refused`."""

    seq: int
    code: RefusalCode
    details: dict[str, str] = {}
    doing: Literal["change", "undo", "redo"] = "change"


class Overrode(Frame, frozen=True, tag="replaced"):
    """Your change at `revision` was made on what `by` had meanwhile changed."""

    revision: int
    by: str
    fields: tuple[Overwritten, ...]


class Durable(Frame, frozen=True):
    """All up to `revision` is saved."""

    revision: int


class Unsaved(Frame, frozen=True, tag="not_saved"):
    """Saving failed."""

    reason: str
    details: dict[str, str] = {}


class Here(Frame, frozen=True):
    """Who is in the room, when that changed, and where those are who moved; None for who is nowhere any more."""

    people: tuple[Person, ...] | None = None
    moved: dict[str, Place | None] = {}


class Shows(Frame, frozen=True):
    """What the facilitator shows."""

    view: View


class Times(Frame, frozen=True):
    """Whose turn it is to speak, and since when."""

    turns: Turns


class Tries(Frame, frozen=True):
    """What someone tries while all can see it."""

    trial: ShownTrial | None


class May(Frame, frozen=True):
    """Who may what."""

    powers: Powers


class Bye(Frame, frozen=True):
    """The end, and why."""

    reason: Reason = "closed"


FromClient = Hello | Submit | Undo | Redo | At | Show | Time | Try | Decide | Remember | Part | Bye
FromRoom = (
    Welcome | Taken | Nothing | NotTaken | Overrode | Durable | Unsaved | Here | Shows | Times | Tries | May | Bye
)


class _AnyKind(Struct):
    t: str


_CLIENT_KINDS = {str(kind.__struct_config__.tag) for kind in FromClient.__args__}
_ROOM_KINDS = {str(kind.__struct_config__.tag) for kind in FromRoom.__args__}


@cache
def client_decoder() -> msgspec.json.Decoder[FromClient]:
    """What decodes a client's frames; making it takes some milliseconds, which somebody alone need not wait for."""
    return msgspec.json.Decoder(FromClient)


@cache
def room_decoder() -> msgspec.json.Decoder[FromRoom]:
    """What decodes a room's frames, as `client_decoder`."""
    return msgspec.json.Decoder(FromRoom)


def line(frame: FromClient | FromRoom) -> bytes:
    """`frame` as one line."""
    return msgspec.json.encode(frame) + b"\n"


def lines(frame: FromClient) -> Iterator[bytes]:
    """`frame` as lines of which none is too long: itself, or its parts.

    Raises:
        Malformed: when it is longer than a room takes.
    """
    whole = line(frame)
    if len(whole) <= LONGEST_LINE:
        yield whole
        return
    if len(whole) > LONGEST_FRAME:
        raise Malformed
    text = whole.decode()
    for start in range(0, len(text), PIECE):
        yield line(Part(text[start : start + PIECE], last=start + PIECE >= len(text)))


def from_client(text: bytes) -> FromClient | None:
    """The frame in a line from a client; None for a kind unknown here.

    Raises:
        Malformed: when it is no frame.
    """
    try:
        frame = client_decoder().decode(text)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        _refuse_known(text, _CLIENT_KINDS)
        return None
    if isinstance(frame, Submit | Try) and frame.change is not None:
        _refuse_deep(frame.change)
    return frame


def from_room(text: bytes) -> FromRoom | None:
    """The frame in a line from a room; None for a kind unknown here.

    Raises:
        Malformed: when it is no frame.
    """
    try:
        return room_decoder().decode(text)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        _refuse_known(text, _ROOM_KINDS)
        return None


def entry_name(entry: Entry) -> str:
    """What names `entry` for good, whichever room took it."""
    return f"{entry.client}:{entry.seq}"


def _refuse_known(text: bytes, known: set[str]) -> None:
    try:
        kind = msgspec.json.decode(text, type=_AnyKind).t
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        raise Malformed from None
    if kind in known:
        raise Malformed


def _refuse_deep(change: Change) -> None:
    level: list[Change] = [change]
    for _ in range(DEEPEST_BATCH):
        level = [each for parent in level if isinstance(parent, Batch) for each in parent.changes]
        if not level:
            return
    raise Malformed
