"""A partner's interests as rows: how much each matters, whether it is private, and what serves it yet."""

from __future__ import annotations

from collections.abc import Iterator

from mgtui.domain.interests import serving, unmet
from mgtui.domain.session import Interest, Session, Side
from mgtui.locale import N_, _, ngettext
from mgtui.locale.safe_text import safe
from mgtui.locale.wording.signs import Signs
from mgtui.tui.screens.sheet_lines import hanging, strip, titled, wrapped
from mgtui.tui.widgets.row_list import Line, ListRow

MOST_IMPORTANT = 5
SIDES: tuple[tuple[Side, str, str], ...] = (
    ("organisational", N_("Interests of the organisation"), N_("What is at stake for the organisation?")),
    ("personal", N_("Personal interests"), N_("What is in it for the one who sits here? Private unless you open it.")),
)


def rows(session: Session, partner: str, cells: int, signs: Signs, *, is_viewer: bool) -> list[ListRow]:
    """Everyone in short, then both lists of `partner`."""
    if not session.partners:
        return [ListRow("", wrapped(_("Nobody is at the table yet. Go to the board (b) and press N."), cells, "muted"))]
    found = [_everyone(session, partner, cells, signs)]
    count = len(unmet(session))
    if count:
        text = ngettext("{n} unmet interest", "{n} unmet interests", count).format(n=count)
        found.append(ListRow("", wrapped(f"{signs.objection} {text}", cells, "warning bold")))
    return [*found, *_lists(session, partner, cells, signs, is_viewer)]


def _everyone(session: Session, partner: str, cells: int, signs: Signs) -> ListRow:
    names = []
    for each in session.partners_in_order:
        count = len(unmet(session, each.id))
        names.append((each.name, f"{signs.objection}{count}" if count else ""))
    return strip(names, [each.id for each in session.partners_in_order].index(partner), cells)


def _lists(session: Session, partner: str, cells: int, signs: Signs, is_viewer: bool) -> Iterator[ListRow]:
    for side, title, question in SIDES:
        own = [each for each in session.interests_of(partner) if each.side == side]
        yield titled(_(title), cells, _(question))
        for each in own:
            yield ListRow(f"interest {each.id}", tuple(_interest(session, each, cells, signs)))
        if not own:
            text = _("none yet") if not is_viewer or side == "organisational" else _("none that may be shown")
            yield ListRow(f"none {side}", (((text, "muted"),),))


def _interest(session: Session, interest: Interest, cells: int, signs: Signs) -> Iterator[Line]:
    points = signs.points(interest.importance or 0, MOST_IMPORTANT)
    mark = f"{points}  "
    text = safe(interest.text)
    private = f"  {signs.private} {_('private')}" if interest.private else ""
    *first, last = hanging(mark, text, cells - len(private), "ink", "heading" if interest.importance else "muted")
    yield from first
    yield (*last, (private, "private bold")) if private else last
    indent = " " * len(mark)
    served = serving(session, interest.id)
    if served:
        names = "; ".join(safe(item.text) or _("something private") for item in served)
        yield from hanging(indent + f"{signs.take} ", _("served by: {items}").format(items=names), cells, "take")
    else:
        yield from hanging(indent + f"{signs.objection} ", _("nothing serves this yet"), cells, "warning bold")
    if interest.note:
        yield from hanging(indent, _("note: {text}").format(text=safe(interest.note)), cells, "muted")
