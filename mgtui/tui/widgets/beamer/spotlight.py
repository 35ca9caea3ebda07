"""One partner in the spotlight: what it takes, what it brings, and whether that is worth it to this partner."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from mgtui.domain.balance import PartnerBalance, Verdict, balance_of
from mgtui.domain.communication import progress_of
from mgtui.domain.session import Direction, Item, Partner, Session
from mgtui.locale import _, ngettext, pgettext
from mgtui.locale.safe_text import safe
from mgtui.locale.wording import amounts, terms, verdicts
from mgtui.tui.editing.cells import padded, width
from mgtui.tui.widgets.beamer.figures import Size
from mgtui.tui.widgets.beamer.meters import VERDICT_ROLES, bars
from mgtui.tui.widgets.beamer.slide import Parts, half, in_two
from mgtui.tui.widgets.beamer.surface import Surface, proclaimed, told, wrapped
from mgtui.tui.widgets.board.drawing import Line
from mgtui.tui.widgets.board.look import strokes_of

_MOST_DOTS: Final = 9
_DIRECTIONS: Final[tuple[Direction, ...]] = ("take", "bring")


def ways(session: Session, partner: Partner, surface: Surface) -> list[Parts]:
    """The partner, with all its items when they fit on one page."""
    of = balance_of(session, partner)
    telling = verdicts.checklist(progress_of(session, partner.id), surface.signs)
    foot = wrapped(surface.plain(telling), "muted", surface.cells)
    head = [*_verdict(of, session, surface), *_meter(of, session, surface)]
    takes, brings = (_column(session, partner, each, surface) for each in _DIRECTIONS)
    blocks = in_two(takes, brings, surface)
    return [Parts(head, blocks, foot), Parts(head, blocks, foot, gap=0)]


def _verdict(of: PartnerBalance, session: Session, surface: Surface) -> list[Line]:
    """The sign and the margin in large, with the verdict and its reasons in words beside them."""
    role = f"{VERDICT_ROLES[of.verdict]} bold"
    sign, headline = surface.signs.of(of.verdict), verdicts.headline(of, session.scale)
    if of.verdict == "empty":
        return [*wrapped(surface.plain(headline), role, surface.cells, f"{sign} "), ()]
    others = [surface.plain(text) for text in verdicts.reasons(of, session.scale) if text != headline]
    margin = amounts.margin(of.margin, session.scale)
    large = surface.figure(amounts.margin(of.margin), surface.most, surface.cells * 3 // 5)
    if len(large) == 1:
        words = surface.headline(surface.plain(f"{sign} {margin}  {headline}"), role, surface.cells)
        return [*words, *told(others, surface.cells), ()]
    if session.scale.kind == "amount":
        others.insert(0, amounts.scale(session.scale))
    return [
        *proclaimed(_sign_like(large, of.verdict, surface), large, surface.plain(headline), others, role, surface),
        (),
    ]


def _sign_like(large: Sequence[str], verdict: Verdict, surface: Surface) -> Sequence[str]:
    """The sign of `verdict`, as high as the figure beside it."""
    sizes: tuple[Size, ...] = (3, 2, 1)
    return next(each for size in sizes if len(each := surface.sign(verdict, size)) == len(large))


def _meter(of: PartnerBalance, session: Session, surface: Surface) -> list[Line]:
    return [] if of.verdict == "empty" else list(bars(of, session, surface, surface.cells, surface.bar_rows))


def _column(
    session: Session, partner: Partner, direction: Direction, surface: Surface
) -> list[tuple[str, Sequence[Line]]]:
    cells = half(surface)
    sign = surface.signs.take if direction == "take" else surface.signs.bring
    heading = pgettext("heading", "Takes") if direction == "take" else pgettext("heading", "Brings")
    items = [item for item in session.column(partner.id, direction) if item.status != "dropped"]
    open_ones = [item for item in items if not item.covered and not item.private]
    rows: list[tuple[str, Sequence[Line]]] = [("", (((f"{sign} {heading}", f"{direction} bold"),),))]
    rows += [(item.id, _item(item, session, surface, cells)) for item in open_ones]
    rows += [("", line) for line in _untold(items, surface, cells)]
    if not items:
        rows.append(("", wrapped(_("nothing yet"), "muted", cells)))
    return rows


def _item(item: Item, session: Session, surface: Surface, cells: int) -> list[Line]:
    weight = _weight(item, session, surface)
    status = strokes_of(is_ascii=surface.is_ascii).of(item.status)
    unsure = f" ({terms.certainty('uncertain')})" if item.certainty == "uncertain" else ""
    text = f"{status} {safe(item.text)}{unsure}".strip()
    return wrapped(text, "ink bold", cells, f"{weight}  ", f"{item.direction} bold")


def _weight(item: Item, session: Session, surface: Surface) -> str:
    scale = session.scale
    most = int(scale.high) if scale.kind == "points" and scale.high is not None and scale.high <= _MOST_DOTS else 0
    if not most:
        return surface.plain(amounts.weight(item.weight, scale))
    if item.weight is None:
        return padded(amounts.UNKNOWN, most * width(surface.signs.point))
    return surface.signs.points(int(item.weight), most)


def _untold(items: Sequence[Item], surface: Surface, cells: int) -> Iterator[Sequence[Line]]:
    """How many items are not told here, since they are private or still covered."""
    covered = sum(item.covered for item in items)
    private = sum(item.private and not item.covered for item in items)
    strokes = strokes_of(is_ascii=surface.is_ascii)
    if private:
        text = ngettext("{n} private item, counted in", "{n} private items, counted in", private).format(n=private)
        yield wrapped(text, "muted", cells, f"{surface.signs.private} ")
    if covered:
        text = ngettext("{n} covered item, not counted in yet", "{n} covered items, not counted in yet", covered)
        yield wrapped(text.format(n=covered), "muted", cells, f"{strokes.covered} ")
