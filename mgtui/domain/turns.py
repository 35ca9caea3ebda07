"""Whose turn it is to speak, how much of it is left, and who has spoken how long: an equal share of time for each.

Times are moments and whole seconds, so that whoever knows them and the time of day knows what is left; nothing ticks.
A round gives every partner the same share once; what a partner used of its share, and what it got on top, is of the
round. What was spoken in all is kept with the meeting (`Meeting.spoken`).
"""

# Annotations are evaluated once, here, as in `session`.
from datetime import datetime, timedelta
from typing import Annotated, Final, Literal

from msgspec import Meta, Struct
from msgspec.structs import replace

from mgtui.domain.refusal import Refused
from mgtui.domain.session import Id, Meeting, Moment, Session

Tone = Literal["calm", "soon", "last", "over"]
"""How urgent it is: time enough; at most a fifth of the share left; at most a twentieth; none."""

SHARE: Final = 3 * 60
LEAST_SHARE: Final = 60
MOST_SHARE: Final = 2 * 60 * 60
"""Seconds that each partner has in a round: to begin with, at least and at most."""

SOON: Final = 0.20
LAST: Final = 0.05
"""What part of the share is left when the tone changes."""

Seconds = Annotated[int, Meta(ge=0, le=366 * 24 * 60 * 60)]


class Turns(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A round of turns as it stands.

    Attributes:
        share: the seconds that each partner has in a round.
        partner: who has the floor; empty when nobody has.
        since: from when that partner's time runs; None while it stands still.
        used: by partner, the seconds that it used of this round before `since`.
        extra: by partner, the seconds that it got in this round beside its share.
    """

    share: Annotated[int, Meta(ge=LEAST_SHARE, le=MOST_SHARE)] = SHARE
    partner: Id | Literal[""] = ""
    since: Moment | None = None
    used: dict[Id, Seconds] = {}
    extra: dict[Id, Seconds] = {}

    @property
    def is_running(self) -> bool:
        """Whether somebody's time runs."""
        return self.since is not None


class Turning(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What someone does with the turns.

    Attributes:
        do: "next" gives the floor to who comes after `partner`, "give" to `partner` itself; "pause" and "go_on" stop
            and start the clock; "extend" gives `partner` `seconds` more; "share" gives everyone `seconds` more, or less
            when below zero, so that keys that are faster than the room's answer all count; "end" ends the round, and
            the next one begins with everyone's whole share.
        partner: whom it is about; for "next", who had the floor as far as its sender knew, so that two who press the
            key at the same moment skip nobody.
    """

    do: Literal["next", "give", "pause", "go_on", "extend", "share", "end"]
    partner: Id | Literal[""] = ""
    seconds: int = 0


def used(turns: Turns, partner: str, now: datetime) -> timedelta:
    """What `partner` has used of this round until `now`."""
    running = _running(turns, now) if partner == turns.partner else timedelta()
    return timedelta(seconds=turns.used.get(partner, 0)) + running


def share_of(turns: Turns, partner: str) -> timedelta:
    """What `partner` has in this round in all."""
    return timedelta(seconds=turns.share + turns.extra.get(partner, 0))


def left(turns: Turns, partner: str, now: datetime) -> timedelta:
    """What is left to `partner` at `now`; below zero when it has overdrawn."""
    return share_of(turns, partner) - used(turns, partner, now)


def tone(turns: Turns, partner: str, now: datetime) -> Tone:
    """How urgent it is for `partner` at `now`."""
    rest, share = left(turns, partner, now), share_of(turns, partner)
    if rest <= timedelta():
        return "over"
    if rest <= share * LAST:
        return "last"
    return "soon" if rest <= share * SOON else "calm"


def until_next_second(turns: Turns, now: datetime) -> timedelta:
    """How long what is left, in whole seconds rounded up, stays what it is at `now`."""
    rest = left(turns, turns.partner, now) % timedelta(seconds=1)
    return rest or timedelta(seconds=1)


def whole_seconds(time: timedelta) -> timedelta:
    """`time` in whole seconds, rounded up, as a clock that counts down shows it: "00:00" is the end, and not before."""
    return timedelta(seconds=-(-time // timedelta(seconds=1)))


def spoken_at(meeting: Meeting | None, turns: Turns, partner: str, now: datetime) -> timedelta:
    """How long `partner` has spoken at `meeting` until `now`, what still goes on included."""
    known = timedelta(seconds=meeting.spoken.get(partner, 0) if meeting else 0)
    return known + (_running(turns, now) if partner == turns.partner else timedelta())


def keeper_of_times(session: Session) -> Meeting | None:
    """The meeting that keeps who has spoken how long: the one that goes on, else the latest."""
    return session.current_meeting or next(iter(reversed(session.meetings_in_order)), None)


def next_partner(session: Session, partner: str) -> str:
    """Who comes after `partner` at the table; the first after the last, and after nobody; empty without partners."""
    ids = [each.id for each in session.partners_in_order]
    if partner not in ids:
        return ids[0] if ids else ""
    return ids[(ids.index(partner) + 1) % len(ids)]


def turned(turns: Turns, turning: Turning, session: Session, now: datetime) -> Turns:
    """The turns after `turning`; the same when it comes too late or alters nothing.

    Raises:
        Refused: "gone" when it is about a partner that is not there, "bad_value" for more time than anybody could want.
    """
    if turning.do in ("give", "extend") and turning.partner not in session.partners:
        raise Refused("gone", id=turning.partner)
    match turning.do:
        case "next":
            return _next(turns, session, now) if turning.partner == turns.partner else turns
        case "give":
            return turns if turning.partner == turns.partner else _given(turns, turning.partner, now)
        case "pause":
            return _stopped(turns, now)
        case "go_on":
            can_go_on = turns.partner in session.partners and not turns.is_running
            return replace(turns, since=now) if can_go_on else turns
        case "extend":
            return _extended(turns, turning.partner, turning.seconds)
        case "share":
            return _shared_out(turns, turning.seconds)
        case "end":
            return Turns(share=turns.share)


def spoken_since(turns: Turns, now: datetime) -> int:
    """The whole seconds that who has the floor has spoken since the clock was started."""
    return round(_running(turns, now).total_seconds())


def _running(turns: Turns, now: datetime) -> timedelta:
    return max(now - turns.since, timedelta()) if turns.since else timedelta()


def _stopped(turns: Turns, now: datetime) -> Turns:
    if not turns.is_running:
        return turns
    seconds = turns.used.get(turns.partner, 0) + spoken_since(turns, now)
    return replace(turns, since=None, used={**turns.used, turns.partner: seconds})


def _next(turns: Turns, session: Session, now: datetime) -> Turns:
    """To who comes next; after the last of the table begins another round."""
    partner = next_partner(session, turns.partner)
    if not partner:
        return turns
    is_new_round = bool(turns.partner) and partner == session.partners_in_order[0].id
    return _given(Turns(share=turns.share) if is_new_round else turns, partner, now)


def _given(turns: Turns, partner: str, now: datetime) -> Turns:
    return replace(_stopped(turns, now), partner=partner, since=now)


def _extended(turns: Turns, partner: str, seconds: int) -> Turns:
    extra = turns.extra.get(partner, 0) + seconds
    if not 0 <= extra <= MOST_SHARE:
        raise Refused("bad_value", problem=str(seconds))
    return replace(turns, extra={**turns.extra, partner: extra})


def _shared_out(turns: Turns, seconds: int) -> Turns:
    """A share that much longer or shorter, as far as it goes."""
    if abs(seconds) > MOST_SHARE:
        raise Refused("bad_value", problem=str(seconds))
    return replace(turns, share=max(LEAST_SHARE, min(MOST_SHARE, turns.share + seconds)))
