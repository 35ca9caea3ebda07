"""What the screens need to take a session along and to take lists in; the composition root brings it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct

from mgtui.domain.changes import Change
from mgtui.domain.history import Entry
from mgtui.domain.session import Session
from mgtui.tui.doors import Stuck


class InTheWay(Stuck):
    """Something is there already; the person may want to replace it."""


class Asked(Struct, frozen=True):
    """A document that is asked for.

    Attributes:
        form: "md", "html", "txt", "csv", "json", "xlsx" or "svg".
        partner: the id of the partner whose story it is; empty for the whole session.
        with_private: whether what is private goes along.
    """

    form: str
    partner: str = ""
    with_private: bool = False


class Found(Struct, frozen=True):
    """What a list would do to the session.

    Attributes:
        change: takes it all over at once, so that one undo takes it back.
        told: what that comes to, in a few words.
    """

    change: Change
    told: str


class Papers(Protocol):
    """The way out and in for documents."""

    def preview(self, asked: Asked, session: Session, history: Sequence[Entry]) -> str:
        """What the document will say, as text; of a picture or a workbook what is in it."""

    def place_for(self, asked: Asked, session: Session) -> str:
        """A place for the document that is likely to do, where nothing is yet."""

    def keep(
        self, asked: Asked, session: Session, history: Sequence[Entry], path: str, *, replace: bool = False
    ) -> str:
        """Make the whole document and put it at `path`; returns where it is.

        Raises:
            InTheWay: something is there and `replace` was not asked for.
            Stuck: it can't be made or put there; nothing is left behind.
        """

    def story(self, session: Session, partner: str) -> str:
        """The hand-out of `partner` as Markdown, to copy."""

    def take_in(self, path: str, session: Session) -> Found:
        """What the list at `path` would add to `session`; nothing is changed by looking.

        Raises:
            Stuck: it can't be read or taken over, with every problem.
        """
