"""A session with all that a conversation brings up: interests, means, willingness, links and an alternative."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from mgtui.domain.changes import Change, apply
from mgtui.domain.session import Session
from mgtui.domain.verbs import ambition, common, interests, items
from tests.tui import sessions


def session() -> Session:
    """The schools of `sessions.schools`, of whom much more is known."""
    return _done(
        sessions.schools(),
        lambda s: interests.add_interest(s, "b1", "p1", "organisational", "genoeg leerlingen", importance=5),
        lambda s: interests.add_interest(s, "b2", "p1", "personal", "met opgeheven hoofd met pensioen"),
        lambda s: interests.add_interest(s, "b3", "p3", "organisational", "zelfstandig blijven", importance=4),
        lambda s: interests.toggle_serves(s, "i1", "b1"),
        lambda s: ambition.add_means(s, "m1", "een gezamenlijk budget", covered_by=("i9",)),
        lambda s: ambition.add_means(s, "m2", "één aanmeldpunt"),
        lambda s: ambition.set_willing(s, "p1", "yes", "de tijd dringt"),
        lambda s: ambition.set_willing(s, "p3", "doubt"),
        lambda s: items.link("l1", "i5", "i6"),
        lambda s: items.link("l2", "i9", "i1"),
        lambda s: common.set_field(s, "partners", "p3", "alternative", "bij een scholengroep gaan"),
        lambda s: common.set_field(s, "partners", "p3", "reserve", Decimal(2)),
    )


def _done(session: Session, *doings: Callable[[Session], Change]) -> Session:
    for doing in doings:
        session = apply(session, doing(session))
    return session
