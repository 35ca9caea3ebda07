"""What the partners want together, whether everything it takes is brought, and whether each is willing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from mgtui.domain.ambition import cover_state, judge_ambition
from mgtui.domain.session import Means, Partner, Session, Willing, in_order
from mgtui.locale import _
from mgtui.locale.safe_text import safe
from mgtui.locale.wording import naming, terms, verdicts
from mgtui.tui.widgets.beamer.slide import Column, Parts, half, in_two
from mgtui.tui.widgets.beamer.surface import Surface, proclaimed, wrapped
from mgtui.tui.widgets.board.drawing import Line

_WILLING: Final[Mapping[Willing | None, str]] = {
    "yes": "good bold",
    "doubt": "warning bold",
    "no": "warning bold",
    None: "muted",
}


def ways(session: Session, surface: Surface) -> list[Parts]:
    """The statement with its verdict, and under it the means beside the partners."""
    head = [*_statement(session, surface), (), *_verdict(session, surface)]
    blocks = in_two(_means_column(session, surface), _willing_column(session, surface), surface)
    return [Parts(head, blocks), Parts(head, blocks, gap=0)]


def _statement(session: Session, surface: Surface) -> list[Line]:
    if not session.ambition:
        return wrapped(_("what do the partners want together?"), "muted", surface.cells)
    return surface.headline(safe(session.ambition), "ink bold", surface.cells)


def _verdict(session: Session, surface: Surface) -> list[Line]:
    found = judge_ambition(session)
    is_realistic = found.verdict == "realistic"
    role = "gains bold" if is_realistic else "undecided bold"
    words = verdicts.ambition_verdict(found)
    counted = [verdicts.means_covered(found)] if found.means_total else []
    large = surface.figure(f"{found.means_covered}/{found.means_total}", surface.most, surface.cells // 2)
    sign = surface.sign("gains" if is_realistic else "open", surface.most)
    if len(large) != len(sign):
        return wrapped(words, role, surface.cells)
    return proclaimed(sign, large, words, counted, role, surface)


def _means_column(session: Session, surface: Surface) -> Column:
    means = in_order(session.means.values())
    title: list[tuple[str, list[Line]]] = [("", [((_("What it takes"), "heading bold"),)])]
    if not means:
        return [*title, ("", wrapped(_("nothing has been named yet"), "muted", half(surface)))]
    return [*title, *((each.id, _means(session, each, surface)) for each in means)]


def _means(session: Session, means: Means, surface: Surface) -> list[Line]:
    state = cover_state(session, means)
    sign = {"covered": surface.signs.told, "uncertain": surface.signs.uncertain}.get(state, surface.signs.untold)
    role = "good bold" if state == "covered" else "warning bold"
    return wrapped(safe(means.text), "ink bold", half(surface), f"{sign:<3} ", role)


def _willing_column(session: Session, surface: Surface) -> Column:
    title: list[tuple[str, list[Line]]] = [("", [((_("Who is willing"), "heading bold"),)])]
    return [*title, *((each.id, _partner(each, surface)) for each in session.partners_in_order)]


def _partner(partner: Partner, surface: Surface) -> list[Line]:
    signs = surface.signs
    sign = {"yes": signs.told, "doubt": signs.doubt, "no": signs.objection, None: signs.untold}[partner.willing]
    text = f"{naming.partner(partner)}: {terms.willing(partner.willing)}"
    return wrapped(text, _WILLING[partner.willing], half(surface), f"{sign:<3} ")
