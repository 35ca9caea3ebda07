"""What if? Pending changes laid over a session: what the verdicts would be, and one change that makes it so.

Invariant: a trial alters no session; only what `keep` returns does, once someone submits it.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from mgtui.domain.balance import PartnerBalance, SessionBalance, balance
from mgtui.domain.changes import Change, apply, parts
from mgtui.domain.difference import difference
from mgtui.domain.grounding import ground
from mgtui.domain.refusal import Refused
from mgtui.domain.session import Session
from mgtui.domain.visibility import for_viewers, hidden_as_in, with_items


class Trial(Struct, frozen=True):
    """Changes that are only tried, in the order in which they were made; each may be based on those before it."""

    changes: tuple[Change, ...] = ()


class ShownTrial(Struct, frozen=True, kw_only=True):
    """A trial that someone shows to everyone in the room; it is in no session and no file.

    Attributes:
        client, name: whose it is.
        change: what it comes to, without a word that is covered or private.
    """

    client: str
    name: str
    change: Change

    @property
    def trial(self) -> Trial:
        """The trial as others lay it over the session: each of its changes as far as it fits."""
        return Trial(tuple(parts(self.change)))


class Outlook(Struct, frozen=True, kw_only=True):
    """One partner as it stands and as it would stand; None where it is not at the table."""

    now: PartnerBalance | None
    tried: PartnerBalance | None


class Prospect(Struct, frozen=True, kw_only=True):
    """What a trial comes to.

    Attributes:
        session: with the trial laid over it.
        now, tried: the balance without and with it.
        outlooks: partner by partner, in the order of the trial; those it removes come last.
        unfit: those of its changes that no longer fit the session.
    """

    session: Session
    now: SessionBalance
    tried: SessionBalance
    outlooks: tuple[Outlook, ...]
    unfit: tuple[Change, ...]


def attempt(session: Session, trial: Trial, change: Change) -> Trial:
    """The trial with one more change, made to what the trial comes to so far; the same trial if it alters nothing.

    Raises:
        Refused: when it can't be made.
    """
    laid, _ = lay_over(session, trial)
    made = ground(laid, change)
    return Trial((*trial.changes, made)) if parts(made) else trial


def step_back(trial: Trial) -> Trial:
    """The trial without its latest change."""
    return Trial(trial.changes[:-1])


def lay_over(session: Session, trial: Trial) -> tuple[Session, tuple[Change, ...]]:
    """The session with the trial laid over it, and those of its changes that no longer fit and are left out."""
    unfit: list[Change] = []
    for change in trial.changes:
        try:
            session = apply(session, ground(session, change))
        except Refused:
            unfit.append(change)
    return session, tuple(unfit)


def to_show(session: Session, trial: Trial) -> Change:
    """What others may see of `trial`: nothing that is hidden now is in it, also where the trial would reveal it."""
    laid, _ = lay_over(session, trial)
    covered = {key for key, item in session.items.items() if item.covered}
    items = {key: replace(item, covered=True) if key in covered else item for key, item in laid.items.items()}
    return difference(for_viewers(session), for_viewers(hidden_as_in(with_items(laid, items), session)))


def prospect(session: Session, trial: Trial) -> Prospect:
    """The verdicts as they are and as they would be."""
    laid, unfit = lay_over(session, trial)
    now, tried = balance(session), balance(laid)
    before = {each.partner.id: each for each in now.partners}
    after = {each.partner.id: each for each in tried.partners}
    order = [*after, *(each for each in before if each not in after)]
    outlooks = tuple(Outlook(now=before.get(each), tried=after.get(each)) for each in order)
    return Prospect(session=laid, now=now, tried=tried, outlooks=outlooks, unfit=unfit)


def keep(session: Session, trial: Trial) -> Change:
    """One change that makes the session what the trial comes to, based on what the session really holds."""
    laid, _ = lay_over(session, trial)
    return difference(session, laid)
