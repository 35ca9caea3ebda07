"""What the exchange lacks and what could help, as rows; then every link, those that create most value first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mgtui.domain.balance import PartnerBalance, balance
from mgtui.domain.exchange import Delivery, deliveries, from_collaboration, gifts, wishes
from mgtui.domain.session import Item, Session
from mgtui.domain.suggestions import suggestions
from mgtui.locale import _, numbers
from mgtui.locale.safe_text import safe
from mgtui.locale.wording import amounts, helping
from mgtui.locale.wording.signs import Signs
from mgtui.tui.screens.sheet_lines import hanging, titled
from mgtui.tui.widgets.exchange.grid import pair
from mgtui.tui.widgets.row_list import Line, ListRow

MOST_SUGGESTIONS = 4


def rows(session: Session, cells: int, signs: Signs) -> list[ListRow]:
    """All rows for lines of `cells` cells."""
    return [
        *_items("wish", _("Wishes nobody brings"), wishes(session), session, cells, signs),
        *_items("gift", _("Gifts nobody takes"), gifts(session), session, cells, signs),
        *_help(session, cells, signs),
        *_items("own", _("From the collaboration itself"), from_collaboration(session), session, cells, signs),
        *_links(session, cells),
    ]


def _items(
    what: str, title: str, found: Iterable[Item], session: Session, cells: int, signs: Signs
) -> Iterator[ListRow]:
    order = {partner.id: at for at, partner in enumerate(session.partners_in_order)}
    listed = sorted(found, key=lambda item: (order[item.partner], item.order, item.id))
    if not listed:
        return
    yield titled(f"{title} ({len(listed)})", cells)
    for item in listed:
        is_take = item.direction == "take"
        name, text = safe(session.partners[item.partner].name), safe(item.text) or _("something private")
        weight = amounts.weight(item.weight, session.scale)
        sign = signs.take if is_take else signs.bring
        yield ListRow(
            f"{what} {item.id}",
            hanging(f"{sign} ", f"{name}: {text} ({weight})", cells, "take" if is_take else "bring"),
        )


def _help(session: Session, cells: int, signs: Signs) -> Iterator[ListRow]:
    for each in balance(session).partners:
        if each.verdict == "gains":
            continue
        found = suggestions(session, each.partner.id)[:MOST_SUGGESTIONS]
        if found:
            name = safe(each.partner.name)
            yield titled(_("What could help {name}").format(name=name), cells, _now(each, session, signs))
        for suggestion in found:
            sign = signs.of(suggestion.verdict)
            giver = safe(session.partners[suggestion.item.partner].name)
            text = helping.suggestion(suggestion, giver, session.scale)
            effect = helping.effect(suggestion, session.scale)
            lines: tuple[Line, ...] = hanging("  ", text, cells, "ink")
            lines += hanging(
                f"     {sign} ", effect, cells, {"gains": "gains", "loses": "loses"}.get(suggestion.verdict, "ink")
            )
            yield ListRow(f"help {each.partner.id} {suggestion.item.id}", lines)


def _now(of: PartnerBalance, session: Session, signs: Signs) -> str:
    return _("now: {sign} {margin}").format(sign=signs.of(of.verdict), margin=amounts.margin(of.margin, session.scale))


def _links(session: Session, cells: int) -> Iterator[ListRow]:
    found = deliveries(session)
    if not found:
        return
    remark = _("Worth to the receiver minus cost to the giver: what is light for one and weighs much for the other.")
    yield titled(_("Links by the value they create ({n})").format(n=len(found)), cells, remark)
    for each in found:
        yield ListRow(f"link {each.link.id}", _link(each, session, cells))


def _link(of: Delivery, session: Session, cells: int) -> tuple[Line, ...]:
    created = "?" if of.created is None else numbers.signed(of.created)
    names = [safe(session.partners[each.partner].name) for each in (of.bring, of.take)]
    text = f"{names[0]} → {names[1]}: {pair(of.bring, of.take, session.scale)}"
    role = "ink" if of.created is None or of.created > 0 else "muted"
    return hanging(f"{created:>5}  ", text, cells, role, f"{role} bold")
