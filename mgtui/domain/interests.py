"""Which interests the take items serve, and which nothing serves yet."""

from __future__ import annotations

from mgtui.domain.session import Interest, Item, Session, in_order


def serving(session: Session, interest: str) -> list[Item]:
    """The live take items that say they serve `interest`, in their order."""
    return in_order(
        item
        for item in session.items.values()
        if item.direction == "take" and item.is_live and interest in item.interests
    )


def unmet(session: Session, partner: str | None = None) -> list[Interest]:
    """The interests that no live take item serves: of one partner, or of all, partner by partner in their order."""
    served = {
        interest
        for item in session.items.values()
        if item.direction == "take" and item.is_live
        for interest in item.interests
    }
    partners = [each.id for each in session.partners_in_order] if partner is None else [partner]
    return [each for id_ in partners for each in session.interests_of(id_) if each.id not in served]
