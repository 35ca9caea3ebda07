"""Why a partner's confirmation of an agreement no longer holds, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from mgtui.domain.agreements import Lapse, LapseCode
from mgtui.domain.session import Session
from mgtui.locale import N_, _
from mgtui.locale.wording import naming


def lapsed(of: Iterable[Lapse], session: Session) -> str:
    """What has changed since: "what was agreed on; De Linde: a share of the autonomy"."""
    return "; ".join(_reason(each, session) for each in of)


def _reason(of: Lapse, session: Session) -> str:
    return naming.item(of.item, session) if of.item else _(_REASONS[of.code])


_REASONS: Final[Mapping[LapseCode, str]] = {
    "text": N_("what was agreed on"),
    "due": N_("by when"),
    "partners": N_("who does it"),
    "items": N_("what it rests on"),
    "item": N_("an item that it rests on"),
}
