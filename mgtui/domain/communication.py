"""What each partner tells those behind it: five checks per stakeholder, and whether what was told is still true.

The contribution of each partner must stay valued by its stakeholders (*Iedereen kan iets brengen*), so a check goes
stale when the part of the story that it told has changed since.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2s
from typing import Literal

from msgspec import Struct

from mgtui.domain.session import Answer, Direction, Item, Meeting, Session, Stakeholder, Told

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
    """

    done: int = 0
    total: int = 0
    stale: int = 0
    objections: int = 0

    def __add__(self, other: Progress) -> Progress:
        return Progress(*(getattr(self, name) + getattr(other, name) for name in self.__struct_fields__))


class Stories:
    """What the partners of one session have to tell; worth keeping while asking about many stakeholders."""

    def __init__(self, session: Session) -> None:
        self._session = session
        lines: dict[tuple[str, Direction], list[str]] = {}
        for item in session.items.values():
            if item.is_live and not item.private:
                lines.setdefault((item.partner, item.direction), []).append(_told_of(item))
        self._columns = {column: _fingerprint(told) for column, told in lines.items()}
        self._brought = {partner: mark for (partner, way), mark in self._columns.items() if way == "bring"}

    def fingerprint(self, partner: str, part: Part) -> str:
        """See `story`."""
        if part == "why":
            told = [f"{i.side}\t{i.text}" for i in self._session.interests_of(partner) if not i.private]
            return _fingerprint([self._session.ambition, *told])
        if part == "others":
            return _fingerprint(f"{other}\t{mark}" for other, mark in self._brought.items() if other != partner)
        return self._columns.get((partner, part), NOTHING_TO_TELL)


def story(session: Session, partner: str, part: Part) -> str:
    """A fingerprint of one part of the partner's story, equal as long as the story is.

    "why" is the ambition with the partner's organisational and other open interests, "take" and "bring" are the
    partner's own live items, "others" is what the other partners bring. What is private or covered is no part of it.
    """
    return Stories(session).fingerprint(partner, part)


def check_state(session: Session, stakeholder: Stakeholder, part: Part) -> CheckState:
    """Whether `part` still has to be told, was told, or was told but has changed since."""
    told: Told | None = getattr(stakeholder, part)
    if told is None:
        return "open"
    return "told" if told.story == story(session, stakeholder.partner, part) else "stale"


def check_states(session: Session, partner: str) -> dict[str, dict[Part, CheckState]]:
    """By stakeholder of `partner`, how each part stands: `check_state` for all of them at once."""
    stories = Stories(session)
    now: dict[Part, str] = {part: stories.fingerprint(partner, part) for part in PARTS}
    return {each.id: _states(each, now) for each in session.stakeholders_of(partner)}


def latest_answer(session: Session, stakeholder: Stakeholder) -> Answer | None:
    """The answer of the latest meeting that has one."""
    return _latest_answer(session.meetings_in_order, stakeholder)


def answer_state(session: Session, stakeholder: Stakeholder) -> AnswerState:
    """The answer of the latest meeting; "ask_again" when there is only one from before: valued then is not now."""
    return _answer_state(session.meetings_in_order, stakeholder)


def progress_of(session: Session, partner: str) -> Progress:
    """The progress of the stakeholders behind one partner."""
    return progress_by_partner(session).get(partner, Progress())


def progress(session: Session) -> Progress:
    """The progress of the whole session."""
    return _sum(progress_by_partner(session).values())


def progress_by_partner(session: Session) -> dict[str, Progress]:
    """The progress of each partner."""
    stories, meetings = Stories(session), session.meetings_in_order
    partners = {stakeholder.partner for stakeholder in session.stakeholders.values()}
    now = {partner: {part: stories.fingerprint(partner, part) for part in PARTS} for partner in partners}
    found: dict[str, list[Progress]] = {partner: [] for partner in session.partners}
    for stakeholder in session.stakeholders.values():
        found[stakeholder.partner].append(_progress(stakeholder, now[stakeholder.partner], meetings))
    return {partner: _sum(each) for partner, each in found.items()}


def _progress(stakeholder: Stakeholder, stories: dict[Part, str], meetings: list[Meeting]) -> Progress:
    states = list(_states(stakeholder, stories).values())
    state, latest = _answer_state(meetings, stakeholder), _latest_answer(meetings, stakeholder)
    return Progress(
        done=states.count("told") + (state in ("valued", "doubt", "objects")),
        total=CHECKS_PER_STAKEHOLDER,
        stale=states.count("stale"),
        objections=int(latest is not None and latest.response == "objects"),
    )


def _states(stakeholder: Stakeholder, stories: dict[Part, str]) -> dict[Part, CheckState]:
    tellings: dict[Part, Told | None] = {part: getattr(stakeholder, part) for part in PARTS}
    return {
        part: "open" if told is None else "told" if told.story == stories[part] else "stale"
        for part, told in tellings.items()
    }


def _latest_answer(meetings: list[Meeting], stakeholder: Stakeholder) -> Answer | None:
    return next((stakeholder.answers[m.id] for m in reversed(meetings) if m.id in stakeholder.answers), None)


def _answer_state(meetings: list[Meeting], stakeholder: Stakeholder) -> AnswerState:
    if meetings and meetings[-1].id in stakeholder.answers:
        return stakeholder.answers[meetings[-1].id].response
    return "ask_again" if _latest_answer(meetings, stakeholder) else "none"


def _sum(parts: Iterable[Progress]) -> Progress:
    result = Progress()
    for part in parts:
        result = result + part
    return result


def _fingerprint(lines: Iterable[str]) -> str:
    return blake2s("\0".join(sorted(lines)).encode(), digest_size=6).hexdigest()


def _told_of(item: Item) -> str:
    weight = "" if item.weight is None else format(item.weight.normalize(), "f")
    return "\t".join((item.text, weight, item.certainty))


NOTHING_TO_TELL = _fingerprint([])
