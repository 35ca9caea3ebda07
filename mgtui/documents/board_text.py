"""The board as plain text in reading order, for pipes and screen readers: all it says, nothing by place or colour.

Private items are counted, not told, unless they are asked for; what is still covered is never told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final

from mgtui.documents.whole import whole
from mgtui.domain.balance import PartnerBalance, balance, balance_of
from mgtui.domain.communication import Progress, progress_by_partner
from mgtui.domain.exchange import gifts, wishes
from mgtui.domain.interval import Interval
from mgtui.domain.session import LONGEST_TEXT, Direction, Item, Session
from mgtui.locale import _, ngettext, pgettext, wording
from mgtui.locale.safe_text import clipped
from mgtui.locale.wording import UNICODE, Signs

INDENT: Final = "  "


def board_as_text(session: Session, *, with_private: bool = False, signs: Signs = UNICODE) -> str:
    """The whole board, ending in a line break.

    Args:
        session: as it stands.
        with_private: whether to tell private items too.
        signs: how verdicts and checks are marked.
    """
    return "\n".join(_Board(session, with_private=with_private, signs=signs).lines()) + "\n"


def as_text(session: Session, table: str, identity: str) -> str:
    """One item ("items"), one partner ("partners") or with any other table the whole board, to copy.

    A private item is told when it is the one asked for, and only counted otherwise.
    """
    if table == "items":
        return _Board(session, with_private=True, signs=UNICODE).item(session.items[identity])
    board = _Board(session, with_private=False, signs=UNICODE)
    if table == "partners":
        return "\n".join(board.partner(balance_of(session, session.partners[identity])))
    return "\n".join(board.lines())


class _Board:
    def __init__(self, session: Session, *, with_private: bool, signs: Signs) -> None:
        self._session = session
        self._with_private = with_private
        self._signs = signs

    @cached_property
    def _progress(self) -> dict[str, Progress]:
        return progress_by_partner(self._session)

    def lines(self) -> Iterator[str]:
        judged = balance(self._session)
        yield clipped(self._session.title, LONGEST_TEXT) or _("Untitled session")
        if self._session.ambition:
            yield _("Ambition: {text}").format(text=clipped(self._session.ambition, LONGEST_TEXT))
        yield _("Scale: {scale}").format(scale=wording.scale(self._session.scale))
        yield ""
        yield from whole(self._session, judged, self._signs)
        for at, partner in enumerate(judged.partners, 1):
            yield ""
            shown = {"at": at, "of": len(judged.partners), "name": clipped(partner.partner.name, LONGEST_TEXT)}
            yield _("Partner {at} of {of}: {name}").format(**shown)
            yield from self._judged(partner)
        yield from self._unmatched()

    def partner(self, judged: PartnerBalance) -> Iterator[str]:
        yield clipped(judged.partner.name, LONGEST_TEXT)
        yield from self._judged(judged)

    def _judged(self, judged: PartnerBalance) -> Iterator[str]:
        scale = self._session.scale
        yield _("Balance: {sign} {margin}, {verdict}").format(
            sign=self._signs.of(judged.verdict),
            margin=wording.margin(judged.margin, scale),
            verdict=wording.partner_verdict(judged),
        )
        yield from _indented(wording.reasons(judged, scale, naming_private=self._with_private))
        if judged.partner.reserve or judged.partner.alternative:
            yield self._alternative(judged)
        yield from self._column(judged.partner.id, "take", judged.take)
        yield from self._column(judged.partner.id, "bring", judged.bring)
        told = wording.checklist(self._progress[judged.partner.id], self._signs)
        yield _("Stakeholders: {checklist}").format(checklist=told)

    def _alternative(self, judged: PartnerBalance) -> str:
        reserve = judged.partner.reserve
        amount = wording.total(Interval(reserve, reserve), self._session.scale)
        text = clipped(judged.partner.alternative, LONGEST_TEXT)
        return _("Without this deal: {amount}").format(amount=amount) + (f" ({text})" if text else "")

    def _column(self, partner: str, direction: Direction, total: Interval) -> Iterator[str]:
        items = self._session.column(partner, direction)
        heading = pgettext("heading", "Takes") if direction == "take" else pgettext("heading", "Brings")
        if not items:
            yield _("{column}: nothing yet").format(column=heading)
            return
        yield _("{column}: {total}").format(column=heading, total=wording.total(total, self._session.scale))
        yield from _indented(f"- {self.item(item)}" for item in items if self._may_tell(item))
        yield from _indented(f"- {line}" for line in self._untold(items))

    def item(self, item: Item) -> str:
        notes = [] if item.certainty == "firm" else [wording.certainty(item.certainty)]
        notes += [self._status(item)] if item.status != "proposed" else []
        notes += [wording.kind(item.kind)] if item.kind != "other" else []
        notes += [_("private")] if item.private else []
        weight = wording.weight(item.weight, self._session.scale)
        shown = _("no weight yet") if item.weight is None else weight
        text = clipped(item.text, LONGEST_TEXT)
        return f"{text}: {', '.join([shown, *notes])}"

    def _status(self, item: Item) -> str:
        if item.status != "dropped" or not item.dropped_reason:
            return wording.status(item.status)
        return _("dropped: {reason}").format(reason=clipped(item.dropped_reason, LONGEST_TEXT))

    def _untold(self, items: Iterable[Item]) -> Iterator[str]:
        """How many items are not told, since they are private or still covered."""
        hidden = [item for item in items if not self._may_tell(item)]
        covered = sum(item.covered for item in hidden)
        private = len(hidden) - covered
        if private:
            yield ngettext("{n} private item, counted in", "{n} private items, counted in", private).format(n=private)
        if covered:
            text = ngettext("{n} covered item, not counted in yet", "{n} covered items, not counted in yet", covered)
            yield text.format(n=covered)

    def _unmatched(self) -> Iterator[str]:
        yield from self._list(_("Wishes that nobody brings:"), wishes(self._session))
        yield from self._list(_("Gifts that nobody takes:"), gifts(self._session))

    def _list(self, heading: str, items: list[Item]) -> Iterator[str]:
        if not items:
            return
        yield ""
        yield heading
        for partner in self._session.partners_in_order:
            own = [item for item in items if item.partner == partner.id]
            told = [clipped(item.text, LONGEST_TEXT) for item in own if self._may_tell(item)]
            if len(own) > len(told):
                text = ngettext("{n} private item", "{n} private items", len(own) - len(told))
                told.append(text.format(n=len(own) - len(told)))
            yield from _indented(f"- {clipped(partner.name, LONGEST_TEXT)}: {text}" for text in told)

    def _may_tell(self, item: Item) -> bool:
        return not item.covered and (self._with_private or not item.private)


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"{INDENT}{line}" for line in lines)
