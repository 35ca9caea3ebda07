"""What a plan comes to, in words."""

from __future__ import annotations

from mgtui.documents.importing.plan import Plan
from mgtui.locale import ngettext


def told(planned: Plan) -> str:
    """What would be taken over: "2 new partners, 14 new items"."""
    counts = []
    if planned.partners:
        counts.append(ngettext("{n} new partner", "{n} new partners", planned.partners).format(n=planned.partners))
    if planned.items:
        counts.append(ngettext("{n} new item", "{n} new items", planned.items).format(n=planned.items))
    if planned.reserves:
        counts.append(ngettext("{n} reserve", "{n} reserves", planned.reserves).format(n=planned.reserves))
    return ", ".join(counts)
