"""What each partner has told its own people, and what came back: a bar each, and a line for each stakeholder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from mgtui.domain.communication import PARTS, AnswerState, answer_state, check_states, progress, progress_by_partner
from mgtui.domain.interval import Interval
from mgtui.domain.session import Partner, Session, Stakeholder
from mgtui.locale import _
from mgtui.locale.safe_text import safe
from mgtui.locale.wording import naming, terms, verdicts
from mgtui.locale.wording.signs import Signs
from mgtui.tui.editing.cells import width
from mgtui.tui.widgets import meter
from mgtui.tui.widgets.beamer.slide import Block, Parts
from mgtui.tui.widgets.beamer.surface import Surface, wrapped
from mgtui.tui.widgets.board.drawing import Line, apart

_ANSWERS: Final[Mapping[AnswerState, str]] = {
    "none": "muted",
    "ask_again": "warning bold",
    "valued": "good bold",
    "doubt": "warning bold",
    "objects": "warning bold",
}


def ways(session: Session, surface: Surface) -> list[Parts]:
    """What is told, then each partner with its stakeholders."""
    whole = progress(session)
    foot = wrapped(surface.plain(verdicts.checklist(whole, surface.signs)), "ink bold", surface.cells)
    legend = wrapped(surface.plain(" · ".join(terms.part(part) for part in PARTS)), "muted", surface.cells)
    blocks = list(_blocks(session, surface))
    return [Parts(legend, blocks, foot, gap=2), Parts(legend, blocks, foot)]


def _blocks(session: Session, surface: Surface) -> Iterator[Block]:
    by_partner = progress_by_partner(session)
    for partner in session.partners_in_order:
        told = by_partner[partner.id]
        counted = surface.plain(verdicts.checklist(told, surface.signs))
        role = "warning bold" if told.objections or told.stale else "ink bold"
        lines: list[Line] = [
            apart(((naming.partner(partner), "heading bold"),), ((counted, role),), surface.cells, "ink")
        ]
        if told.total:
            done = Interval(Decimal(told.done), Decimal(told.done))
            bar = meter.bar(done, Decimal(told.total), surface.cells, surface.signs)
            lines += [
                tuple(
                    (text if part != "rest" else _rest(text, surface), "good" if part != "rest" else "muted")
                    for text, part in bar
                )
            ]
        lines += _stakeholders(session, partner, surface)
        yield Block(partner.id, tuple(lines))


def _rest(text: str, surface: Surface) -> str:
    return ("." if surface.is_ascii else "░") * len(text)


def _stakeholders(session: Session, partner: Partner, surface: Surface) -> Iterator[Line]:
    states = check_states(session, partner.id)
    signs = surface.signs
    marks = {"told": signs.told, "stale": signs.stale, "open": signs.untold}
    for each in session.stakeholders_of(partner.id):
        checks = " ".join(marks[states[each.id][part]] for part in PARTS)
        answer = answer_state(session, each)
        answered = f"{_sign(answer, signs)} {terms.answer_state(answer)}"
        room = surface.cells - width(answered) - 2
        yield from _stakeholder(each, checks, answered, _ANSWERS[answer], room, surface)


def _stakeholder(of: Stakeholder, checks: str, answered: str, role: str, room: int, surface: Surface) -> Iterator[Line]:
    lines = wrapped(safe(of.name) or _("someone without a name"), "ink", room, f"{checks}   ", "ink bold")
    yield apart(lines[0], ((answered, role),), surface.cells, "ink")
    yield from lines[1:]


def _sign(answer: AnswerState, signs: Signs) -> str:
    return {
        "none": signs.untold,
        "ask_again": signs.ask_again,
        "valued": signs.valued,
        "doubt": signs.doubt,
        "objects": signs.objection,
    }[answer]
