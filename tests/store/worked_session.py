"""A session that came about change by change, with its history, as a room would have made it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from mgtui.domain.changes import Add, Change, Set, apply
from mgtui.domain.grounding import ground
from mgtui.domain.history import Entry
from mgtui.domain.session import Session

START = datetime(2026, 3, 2, 14, 0, 0, tzinfo=UTC)


class Worked:
    """A session and the entries that led to it, growing as things are done."""

    def __init__(self, identity: str = "s1") -> None:
        self.session = Session(id=identity)
        self.history: list[Entry] = []

    def do(self, *changes: Change) -> Worked:
        """Grounds and applies `changes`, each an entry of its own."""
        for change in changes:
            grounded = ground(self.session, change)
            self.session = apply(self.session, grounded)
            revision = len(self.history) + 1
            at = START + timedelta(seconds=revision)
            self.history.append(
                Entry(revision=revision, at=at, by="Ana", client="ana-1", seq=revision, change=grounded)
            )
        return self


def schools() -> Worked:
    """Two schools that recruit together: every kind of record, linked, told, agreed on, and one meeting closed."""
    now = START.isoformat()
    return Worked().do(
        Set("session", "", "title", "Scholen werven samen"),
        Set("session", "", "ambition", "alle drie de scholen open in 2030"),
        Add("partners", {"id": "p1", "name": "De Regenboog", "order": "V", "reserve": "0.5", "willing": "yes"}),
        Add("partners", {"id": "p2", "name": "Het Kompas", "order": "W"}),
        Add("interests", {"id": "b1", "partner": "p1", "side": "personal", "text": "rust", "private": True}),
        Add("meetings", {"id": "m1", "kind": "first", "opened": now, "attended": ["Ana", "Bo"]}),
        Add("items", item("i1", "p1", "take", "grotere instroom", weight="5", interests=["b1"])),
        Add("items", item("i2", "p2", "bring", "wervingsbudget", weight="4", kind="money")),
        Add("items", item("i3", "p2", "take", "behoud van de bovenbouw", certainty="uncertain")),
        Add("links", {"id": "l1", "bring": "i2", "take": "i1"}),
        Add("means", {"id": "n1", "text": "een gedeeld budget", "covered_by": ["i2"]}),
        Add("stakeholders", {"id": "h1", "partner": "p1", "name": "ouders", "due": "2026-04-01"}),
        Set("stakeholders", "h1", "why", {"at": now, "story": "f00", "by": "Ana"}),
        Set("stakeholders", "h1", "answers.m1", {"response": "valued", "at": now, "note": "blij"}),
        Add("agreements", {"id": "a1", "text": "folder maken", "partners": ["p1"], "items": ["i2"]}),
        Set("agreements", "a1", "confirmations.p1", {"at": now, "of": "f00"}),
        Set("meetings", "m1", "closed", (START + timedelta(hours=2)).isoformat()),
    )


def item(identity: str, partner: str, direction: str, text: str, **fields: object) -> dict[str, object]:
    """The fields of an item."""
    return {"id": identity, "partner": partner, "direction": direction, "text": text, **fields}
