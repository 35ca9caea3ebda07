"""What each partner tells those behind it: five checks per stakeholder, and whether what was told is still true.

The contribution of each partner must stay valued by its stakeholders (*Iedereen kan iets brengen*), so a check goes
stale when the part of the story that it told has changed since.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2s
from typing import Literal

from msgspec import Struct

from mgtui.domain.session import Answer, Item, Session, Stakeholder, Told

Part = Literal["why", "take", "bring", "others"]
CheckState = Literal["open", "told", "stale"]
AnswerState = Literal["none", "ask_again", "valued", "doubt", "objects"]

PARTS: tuple[Part, ...] = ("why", "take", "bring", "others")
CHECKS_PER_STAKEHOLDER = len(PARTS) + 1


class Progress(Struct, frozen=True):
    """How far the telling is.

    Attributes:
        done: checks that hold now: parts told and still true, and an answer of this meeting.
        total: five for each stakeholder.
        stale: parts of the story that have changed since they were told.
        objections: stakeholders whose latest answer is "objects".
        doubts: stakeholders whose latest answer is "doubt".
    """

    done: int = 0
    total: int = 0
    stale: int = 0
    objections: int = 0
    doubts: int = 0

    def __add__(self, other: Progress) -> Progress:
        return Progress(*(getattr(self, name) + getattr(other, name) for name in self.__struct_fields__))


def story(session: Session, partner: str, part: Part) -> str:
    """A fingerprint of one part of the partner's story, equal as long as the story is.

    "why" is the ambition with the partner's alternative and organisational interests, "take" and "bring" the
    partner's own live items, "others" what the other partners bring. Private and covered items are not part of it.
    """
    digest = blake2s(digest_size=6)
    for line in sorted(_story_lines(session, partner, part)):
        digest.update(line.encode())
        digest.update(b"\0")
    return digest.hexdigest()


def check_state(session: Session, stakeholder: Stakeholder, part: Part) -> CheckState:
    """Whether `part` still has to be told, was told, or was told but has changed since."""
    told: Told | None = getattr(stakeholder, part)
    if told is None:
        return "open"
    return "told" if told.story == story(session, stakeholder.partner, part) else "stale"


def latest_answer(session: Session, stakeholder: Stakeholder) -> Answer | None:
    """The answer of the latest meeting that has one."""
    return next(
        (stakeholder.answers[m.id] for m in reversed(session.meetings_in_order) if m.id in stakeholder.answers), None
    )


def answer_state(session: Session, stakeholder: Stakeholder) -> AnswerState:
    """The answer of the latest meeting; "ask_again" when there is only one from before: valued then is not now."""
    meetings = session.meetings_in_order
    if meetings and meetings[-1].id in stakeholder.answers:
        return stakeholder.answers[meetings[-1].id].response
    return "ask_again" if latest_answer(session, stakeholder) else "none"


def progress_of(session: Session, partner: str) -> Progress:
    """The progress of the stakeholders behind one partner."""
    stakeholders = session.stakeholders_of(partner)
    if not stakeholders:
        return Progress()
    stories = {part: story(session, partner, part) for part in PARTS}
    return _sum(_progress(session, stakeholder, stories) for stakeholder in stakeholders)


def progress(session: Session) -> Progress:
    """The progress of the whole session."""
    return _sum(progress_of(session, partner) for partner in session.partners)


def _progress(session: Session, stakeholder: Stakeholder, stories: dict[Part, str]) -> Progress:
    tellings = [(getattr(stakeholder, part), stories[part]) for part in PARTS]
    told = sum(telling is not None and telling.story == now for telling, now in tellings)
    stale = sum(telling is not None and telling.story != now for telling, now in tellings)
    state, latest = answer_state(session, stakeholder), latest_answer(session, stakeholder)
    return Progress(
        done=told + (state in ("valued", "doubt", "objects")),
        total=CHECKS_PER_STAKEHOLDER,
        stale=stale,
        objections=int(latest is not None and latest.response == "objects"),
        doubts=int(latest is not None and latest.response == "doubt"),
    )


def _sum(parts: Iterable[Progress]) -> Progress:
    result = Progress()
    for part in parts:
        result = result + part
    return result


def _story_lines(session: Session, partner: str, part: Part) -> Iterable[str]:
    if part == "why":
        interests = (i for i in session.interests_of(partner) if not i.private)
        return [session.ambition, *(f"{interest.side}\t{interest.text}" for interest in interests)]
    if part == "others":
        items = (i for i in session.items.values() if i.partner != partner and i.direction == "bring")
    else:
        items = (i for i in session.items.values() if i.partner == partner and i.direction == part)
    return [_told_of(item) for item in items if item.is_live and not item.private]


def _told_of(item: Item) -> str:
    weight = "" if item.weight is None else format(item.weight.normalize(), "f")
    return "\t".join((item.partner, item.text, weight, item.certainty))
