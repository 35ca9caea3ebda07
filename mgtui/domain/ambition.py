"""Whether the ambition is realistic: are all ready to put in what it takes (*Iedereen kan iets brengen*)?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from mgtui.domain.session import Means, Partner, Session, in_order

AmbitionVerdict = Literal["realistic", "not_yet"]
GapCode = Literal[
    "no_means", "means_uncovered", "means_uncertain", "means_dropped", "willing_unknown", "willing_doubt", "willing_no"
]
CoverState = Literal["covered", "uncertain", "dropped", "uncovered"]


class Gap(Struct, frozen=True, kw_only=True):
    """One thing that keeps the ambition from being realistic: a means not covered, or a partner not willing.

    Attributes:
        code: "means_uncertain" when only an uncertain item covers the means, "means_dropped" when only dropped or
            covered ones do; "willing_unknown" when the partner has not been asked.
        name: the means' text or the partner's name; empty for "no_means".
    """

    code: GapCode
    name: str = ""


class Ambition(Struct, frozen=True, kw_only=True):
    """The verdict on the ambition: realistic when every means is covered and every partner is willing."""

    verdict: AmbitionVerdict
    gaps: tuple[Gap, ...]
    means_covered: int
    means_total: int


def cover_state(session: Session, means: Means) -> CoverState:
    """Whether a live, firm bring item covers `means`; if none does, the nearest thing to it."""
    items = [session.items[each] for each in means.covered_by if session.items[each].direction == "bring"]
    live = [item for item in items if item.is_live]
    if any(item.certainty == "firm" for item in live):
        return "covered"
    return "uncertain" if live else "dropped" if items else "uncovered"


def judge_ambition(session: Session) -> Ambition:
    """The verdict on the session's ambition, with every gap named."""
    means = in_order(session.means.values())
    gaps = (*_means_gaps(session, means), *_willingness_gaps(session.partners_in_order))
    return Ambition(
        verdict="not_yet" if gaps else "realistic",
        gaps=gaps,
        means_covered=sum(cover_state(session, each) == "covered" for each in means),
        means_total=len(means),
    )


def _means_gaps(session: Session, means: list[Means]) -> Iterator[Gap]:
    if not means:
        yield Gap(code="no_means")
    codes: dict[CoverState, GapCode] = {
        "uncovered": "means_uncovered",
        "uncertain": "means_uncertain",
        "dropped": "means_dropped",
    }
    for each in means:
        state = cover_state(session, each)
        if state != "covered":
            yield Gap(code=codes[state], name=each.text)


def _willingness_gaps(partners: list[Partner]) -> Iterator[Gap]:
    for partner in partners:
        if partner.willing is None:
            yield Gap(code="willing_unknown", name=partner.name)
        elif partner.willing == "doubt":
            yield Gap(code="willing_doubt", name=partner.name)
        elif partner.willing == "no":
            yield Gap(code="willing_no", name=partner.name)
