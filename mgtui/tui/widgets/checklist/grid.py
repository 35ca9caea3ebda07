"""The list of partners and stakeholders with their checks, one line each; pure, so that two frames can be compared.

Invariant: every line is exactly as wide as it is asked to be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from mgtui.domain.communication import (
    AnswerState,
    CheckState,
    Part,
    Progress,
    answer_state,
    check_states,
    progress_by_partner,
)
from mgtui.domain.session import Partner, Session, Stakeholder
from mgtui.locale import _, ngettext, pgettext
from mgtui.locale.safe_text import safe
from mgtui.locale.wording import terms
from mgtui.locale.wording.signs import ASCII, Signs
from mgtui.tui.editing.cells import clipped, padded, width
from mgtui.tui.widgets.board.drawing import Line, Run, apart, filled
from mgtui.tui.widgets.checklist.cursor import CHECKS, Field, Spot

WORDS_FROM = 58
"""From this width on, columns have words for heads, and answers are words too."""

NEW = "new"
"""Where a stakeholder whose name is being typed stands."""


class Hit(NamedTuple):
    """The cells of a line where a click means a field of a row."""

    start: int
    end: int
    spot: Spot
    field: Field


class Drawn(NamedTuple):
    """A line with what is on it."""

    line: Line
    hits: tuple[Hit, ...] = ()
    spot: Spot = Spot()


class Look(NamedTuple):
    """How wide the list is and with which signs it is drawn; `plain` puts our own wording in ASCII where asked for."""

    cells: int
    signs: Signs
    plain: Callable[[str], str]

    @property
    def is_wide(self) -> bool:
        """Whether there is room for words."""
        return self.cells >= WORDS_FROM


class Draft(NamedTuple):
    """A stakeholder whose name is being typed: what stands there so far, under which row."""

    spot: Spot
    text: str


def check_sign(state: CheckState, signs: Signs) -> str:
    """The sign of a check."""
    return {"open": signs.untold, "told": signs.told, "stale": signs.stale}[state]


def check_ink(state: CheckState) -> str:
    """The ink of a check."""
    return {"open": "muted", "told": "good", "stale": "warning bold"}[state]


def answer_sign(state: AnswerState, signs: Signs) -> str:
    """The sign of an answer."""
    return {
        "none": signs.empty,
        "ask_again": signs.ask_again,
        "valued": signs.valued,
        "doubt": signs.doubt,
        "objects": signs.objection,
    }[state]


def answer_ink(state: AnswerState) -> str:
    """The ink of an answer."""
    return {"none": "muted", "ask_again": "heading", "valued": "good", "doubt": "undecided bold"}.get(
        state, "warning bold"
    )


def grid(session: Session, spot: Spot, field: Field, look: Look, draft: Draft | None) -> list[Drawn]:
    """All lines: for each partner a heading and its stakeholders."""
    progress = progress_by_partner(session)
    lines: list[Drawn] = []
    for partner in session.partners_in_order:
        own = session.stakeholders_of(partner.id)
        if lines:
            lines.append(Drawn(filled((), look.cells, "ink")))
        lines.append(_heading(partner, progress[partner.id], spot, look))
        states = check_states(session, partner.id)
        lines += _draft_lines(draft, Spot(partner.id), look)
        for each in own:
            lines.append(_row(session, each, states[each.id], spot, field, look))
            lines += _draft_lines(draft, Spot(partner.id, each.id), look)
        if not own and draft is None:
            hint = _("  nobody yet; n adds the first")
            lines.append(Drawn(filled(((look.plain(hint), "muted"),), look.cells, "ink"), (), Spot(partner.id)))
    return lines


def heads(look: Look) -> Line:
    """The line over the list that names the columns."""
    name = pgettext("column", "stakeholder")
    return filled(
        [
            (padded(f"  {name}", _name_cells(look)), "muted"),
            *((_cell(text, at, look), "muted") for at, text in enumerate(_heads(look))),
        ],
        look.cells,
        "ink",
    )


def _heading(partner: Partner, progress: Progress, spot: Spot, look: Look) -> Drawn:
    is_current = spot == Spot(partner.id)
    ground = " on ground_cursor" if is_current else ""
    right: list[Run] = []
    if progress.objections:
        count = ngettext("{n} objection", "{n} objections", progress.objections).format(n=progress.objections)
        right.append((f"{look.signs.objection} {count}  ", f"warning bold{ground}"))
    if progress.stale:
        right.append((f"{look.signs.stale} {progress.stale}  ", f"warning{ground}"))
    if progress.total:
        right.append((f"{progress.done}/{progress.total} ", f"ink bold{ground}"))
    mark = "▸ " if is_current else "  "
    left: Line = ((look.plain(_mark(mark, look)) + safe(partner.name), f"heading bold{ground}"),)
    line = apart(left, tuple(right), look.cells, f"ink{ground}")
    here = Spot(partner.id)
    return Drawn(line, (Hit(0, look.cells, here, "name"),), here)


def _row(
    session: Session, each: Stakeholder, states: Mapping[Part, CheckState], spot: Spot, field: Field, look: Look
) -> Drawn:
    here = Spot(each.partner, each.id)
    is_current = here == spot
    ground = " on ground_cursor" if is_current else ""
    answer = answer_state(session, each)
    room = _name_cells(look)
    sign = look.signs.objection if answer == "objects" else " "
    mark = _mark("▸" if is_current else " ", look)
    name = clipped(safe(each.name), room - 4)
    runs: list[Run] = [
        (mark, f"heading bold{ground}"),
        (f"{sign} ", f"warning bold{ground}"),
        (padded(name, room - 3), f"ink{' bold' if is_current else ''}{ground}"),
    ]
    hits = [Hit(0, room, here, "name")]
    at = room
    for column, (check, text, ink) in enumerate(_cells(states, answer, look)):
        cell = _cell(text, column, look)
        is_here = is_current and field == check
        runs.append((cell, f"ground on {ink.partition(' ')[0]}" if is_here else f"{ink}{ground}"))
        hits.append(Hit(at, at + width(cell), here, check))
        at += width(cell)
    return Drawn(filled(runs, look.cells, f"ink{ground}"), tuple(hits), here)


def _cells(states: Mapping[Part, CheckState], answer: AnswerState, look: Look) -> Iterator[tuple[Field, str, str]]:
    """What stands in the columns of one row: field, text, ink."""
    for part in CHECKS:
        yield part, check_sign(states[part], look.signs), check_ink(states[part])
    text = terms.answer_state(answer) if look.is_wide and answer != "none" else answer_sign(answer, look.signs)
    yield "answer", text, answer_ink(answer)


def _draft_lines(draft: Draft | None, under: Spot, look: Look) -> Iterator[Drawn]:
    if draft and draft.spot == under:
        text = clipped(safe(draft.text), look.cells - 5)
        mark = _mark("▸", look)
        line = filled(((f"{mark}  {text}", "ink bold on ground_raised"),), look.cells, "ink on ground_raised")
        yield Drawn(line, (), Spot(under.partner, NEW))


def _heads(look: Look) -> list[str]:
    words = [
        pgettext("check", "why"),
        pgettext("check", "take"),
        pgettext("check", "bring"),
        pgettext("check", "others"),
        pgettext("check", "answer"),
    ]
    return words if look.is_wide else [word[:1] for word in words]


def _cell(text: str, at: int, look: Look) -> str:
    """The cell of column `at`, as wide as its head or the widest sign."""
    return f" {padded(text, max(width(_heads(look)[at]), width(look.signs.told)))}"


def _name_cells(look: Look) -> int:
    """What is left for names."""
    checks = sum(width(_cell("", at, look)) for at in range(len(CHECKS)))
    words = max(width(terms.answer_state(state)) for state in _ANSWERS) + 2 if look.is_wide else 0
    return max(12, look.cells - checks - max(width(_cell("", len(CHECKS), look)), words))


def _mark(text: str, look: Look) -> str:
    return text.replace("▸", ">") if look.signs is ASCII else text


_ANSWERS: tuple[AnswerState, ...] = ("ask_again", "valued", "doubt", "objects")
