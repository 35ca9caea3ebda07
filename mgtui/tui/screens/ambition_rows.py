"""The ambition as rows: is it realistic, what does it take and who brings that, who is willing and who could walk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from mgtui.domain.ambition import CoverState, cover_state, judge_ambition
from mgtui.domain.balance import PartnerBalance, balance
from mgtui.domain.session import Item, Means, Session, Willing, in_order
from mgtui.locale import N_, _
from mgtui.locale.safe_text import safe
from mgtui.locale.wording import alternatives, terms, verdicts
from mgtui.locale.wording.signs import Signs
from mgtui.tui.screens.sheet_lines import hanging, titled, wrapped
from mgtui.tui.widgets.row_list import Line, ListRow

INDENT = "      "

_COVER: Final[Mapping[CoverState, str]] = {
    "covered": N_("is covered"),
    "uncertain": N_("brought, but not for sure"),
    "dropped": N_("was dropped, or is not revealed yet"),
    "uncovered": N_("nobody brings this yet"),
}


def rows(session: Session, cells: int, signs: Signs) -> list[ListRow]:
    """All rows for lines of `cells` cells."""
    return [
        *_verdict(session, cells, signs),
        *_means(session, cells, signs),
        *_willingness(session, cells, signs),
    ]


def means_of(session: Session) -> list[Means]:
    """The means in their order."""
    return in_order(session.means.values())


def told(item: Item) -> str:
    """What a bring item is, and what keeps it from being sure: "wervingsbudget (uncertain)"."""
    text = safe(item.text) or _("something private")
    if item.status == "dropped":
        return f"{text} ({terms.status('dropped')})"
    if item.direction != "bring":
        return f"{text} ({_('is taken now, not brought')})"
    return f"{text} ({terms.certainty('uncertain')})" if item.certainty == "uncertain" else text


def _verdict(session: Session, cells: int, signs: Signs) -> Iterator[ListRow]:
    statement = safe(session.ambition)
    text = statement or _("what do the partners want together?")
    yield ListRow(
        "statement", (((_("Ambition"), "heading bold"),), *wrapped(text, cells, "ink bold" if statement else "muted"))
    )
    found = judge_ambition(session)
    sign, role = (signs.gains, "gains") if found.verdict == "realistic" else (signs.open, "undecided")
    counted = f" · {verdicts.means_covered(found)}" if found.means_total else ""
    lines = [(), *hanging(f"{sign} ", f"{verdicts.ambition_verdict(found)}{counted}", cells, f"{role} bold")]
    for gap in found.gaps:
        lines += hanging(f"  {signs.objection} ", verdicts.gap(gap), cells, "warning")
    yield ListRow("", tuple(lines))


def _means(session: Session, cells: int, signs: Signs) -> Iterator[ListRow]:
    yield titled(_("What it takes"), cells, _("Is everyone ready to put in what the ambition asks for?"))
    for each in means_of(session):
        yield ListRow(f"means {each.id}", tuple(_one_means(session, each, cells, signs)))
    if not session.means:
        yield ListRow("none means", (((_("nothing has been named yet"), "muted"),),))


def _one_means(session: Session, means: Means, cells: int, signs: Signs) -> Iterator[Line]:
    state = cover_state(session, means)
    is_covered = state == "covered"
    sign = {"covered": signs.told, "uncertain": signs.uncertain}.get(state, signs.untold)
    yield from hanging(f"{sign:<3} ", safe(means.text), cells, "ink bold")
    names = "; ".join(
        f"{safe(session.partners[item.partner].name)}: {told(item)}"
        for item in (session.items[each] for each in means.covered_by)
    )
    text = _(_COVER[state])
    role = "good" if is_covered else "warning"
    yield from hanging(INDENT[:4], f"{text}: {names}" if names else text, cells, role)


def _willingness(session: Session, cells: int, signs: Signs) -> Iterator[ListRow]:
    question = _("Is each ready to do this, or could it better go another way?")
    yield titled(_("Who is willing"), cells, question)
    for each in balance(session).partners:
        yield ListRow(f"partner {each.partner.id}", tuple(_one_partner(session, each, cells, signs)))
    if not session.partners:
        yield ListRow("", (((_("nobody is at the table yet"), "muted"),),))


def _one_partner(session: Session, of: PartnerBalance, cells: int, signs: Signs) -> Iterator[Line]:
    partner = of.partner
    reason = f" · {safe(partner.willing_reason)}" if partner.willing_reason else ""
    name, answer = safe(partner.name), terms.willing(partner.willing)
    role = _WILLING_ROLES[partner.willing]
    yield from hanging(f"{_sign(partner.willing, signs):<3} ", f"{name}: {answer}{reason}", cells, role)
    if partner.alternative or partner.reserve:
        text = _("without this deal: {text}").format(text=safe(partner.alternative) or _("not described"))
        effect = alternatives.effect(of, session.scale)
        yield from hanging(INDENT[:4], f"{text} · {effect}", cells, "muted")


def _sign(willing: Willing | None, signs: Signs) -> str:
    return {"yes": signs.told, "doubt": signs.doubt, "no": signs.objection, None: signs.untold}[willing]


_WILLING_ROLES: Final[Mapping[Willing | None, str]] = {
    "yes": "good bold",
    "doubt": "warning bold",
    "no": "warning bold",
    None: "muted bold",
}
