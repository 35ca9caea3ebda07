"""Sessions that are hard to write down: texts that other programs would obey, and a table too large for one page."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

from mgtui.domain.changes import apply
from mgtui.domain.order import spread
from mgtui.domain.scale import amounts
from mgtui.domain.session import (
    KINDS,
    STATUSES,
    Agreement,
    Direction,
    Interest,
    Item,
    Link,
    Means,
    Meeting,
    Partner,
    Session,
    Stakeholder,
)
from mgtui.domain.verbs import communication

NOW = datetime(2026, 11, 23, 14, 2, tzinfo=UTC)

HARMLESS = (
    'De "Linde"; b.v., te Ede',
    "=1+1",
    "+31 6 1234",
    "-2 dagen",
    "@SOM(A1)",
    "'=al met een streepje",
    "<script>alert(1)</script>",
    "<!-- mgtui: end of board -->",
    "a|b en [een](http://koppeling.nl) met *nadruk*, `code` en $x$",
    "twee\nregels",
    "&lt; &#60; & ]]> {{7*7}} \\| \\",
    "שלום עולם",
    "مرحبا (بالعالم)",
    "👩\u200d👩\u200d👧 café e\u0301 中文",
    "Halen",
    "# kop",
    "1. een",
    "- streep",
    "tekst (4, onzeker)",
    "[x] gedaan",
    "*: _",
    "a" * 300,
)
"""What people may well type; every form keeps it letter for letter."""

HARMFUL = ("\x1b[31mrood", "\u202eomgekeerd", "bel\x07", "\x9b2J", "\u2066isolatie")
"""What no form may pass on as it is."""


def table(texts: tuple[str, ...] = HARMLESS) -> Session:
    """Every text as an item, and as whatever else people write; all other fields differ from item to item."""
    partners = {f"p{at}": text.replace("\n", " ") for at, text in enumerate(texts[:12])}
    orders = spread(max(len(texts), 12))
    items = [_item(at, text, f"p{at % len(partners)}", orders[at]) for at, text in enumerate(texts)]
    brings = [item for item in items if item.direction == "bring"]
    takes = [item for item in items if item.direction == "take"]
    links = [
        Link(id=f"l{at}", bring=bring.id, take=take.id)
        for at, (bring, take) in enumerate(zip(brings, takes[1:], strict=False))
        if bring.partner != take.partner
    ]
    return Session(
        id="s",
        title=texts[0],
        ambition=texts[-1],
        scale=amounts("fte"),
        partners={
            key: Partner(id=key, name=name, order=order, alternative=name, reserve=Decimal(at) / 4)
            for at, ((key, name), order) in enumerate(zip(partners.items(), orders, strict=False))
        },
        interests={
            f"i{at}": Interest(id=f"i{at}", partner="p0", side="organisational", text=text, order=orders[at])
            for at, text in enumerate(texts)
        },
        items={item.id: item for item in items},
        links={link.id: link for link in links},
        means={
            f"m{at}": Means(id=f"m{at}", text=text, order=orders[at], covered_by=(brings[0].id,))
            for at, text in enumerate(texts)
        },
        stakeholders={
            f"o{at}": Stakeholder(
                id=f"o{at}", partner="p0", name=text[:200], interest=text, channel=text[:200], order=orders[at]
            )
            for at, text in enumerate(texts)
        },
        agreements={
            f"w{at}": Agreement(id=f"w{at}", text=text, order=orders[at], partners=("p0",), due=date(2027, 1, 2))
            for at, text in enumerate(texts)
        },
        meetings={"e": Meeting(id="e", kind="first", opened=NOW, name=texts[0], attended=texts[:3])},
    )


def _item(at: int, text: str, partner: str, order: str) -> Item:
    direction: Direction = "take" if (at // 3) % 2 == 0 else "bring"
    return Item(
        id=f"x{at}",
        partner=partner,
        direction=direction,
        text=text,
        order=order,
        weight=None if at % 5 == 4 else Decimal(at) * Decimal("12.125"),
        certainty="uncertain" if at % 4 == 1 else "firm",
        kind=KINDS[at % len(KINDS)],
        status=STATUSES[at % len(STATUSES)],
        from_collaboration=direction == "take" and at % 7 == 0,
    )


def large(items: int = 1_000) -> Session:
    """Ten partners with `items` items in points, a link for every other bring, and fifty stakeholders told of it."""
    orders = spread(items)
    partners = {f"p{at}": Partner(id=f"p{at}", name=f"Partner {at}", order=orders[at]) for at in range(10)}
    made = {
        f"x{at}": Item(
            id=f"x{at}",
            partner=f"p{at % 10}",
            direction="take" if (at // 10) % 2 == 0 else "bring",
            text=f"iets dat de ander graag heeft, nummer {at}, met genoeg woorden voor twee regels",
            order=orders[at],
            weight=Decimal(at % 5 + 1),
        )
        for at in range(items)
    }
    links = {
        f"l{at}": Link(id=f"l{at}", bring=f"x{at}", take=f"x{at - 9}")
        for at in range(10, items, 2)
        if made[f"x{at}"].direction == "bring" and made[f"x{at - 9}"].direction == "take"
    }
    stakeholders = {
        f"o{at}": Stakeholder(id=f"o{at}", partner=f"p{at % 10}", name=f"Groep {at}", order=orders[at])
        for at in range(50)
    }
    session = Session(
        id="s",
        title="Groot",
        partners=partners,
        items=made,
        links=links,
        stakeholders=stakeholders,
        meetings={"e": Meeting(id="e", kind="first", opened=NOW)},
    )
    return apply(session, communication.tell(session, "o1", "why", NOW))
