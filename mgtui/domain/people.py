"""Who takes part in a session: a name, a role, and one seat for each run of the program."""

# Annotations are evaluated once, here, as in `session`.
from datetime import datetime
from typing import Literal

from msgspec import Struct

Role = Literal["facilitator", "co-facilitator", "viewer"]

ROLES: tuple[Role, ...] = ("facilitator", "co-facilitator", "viewer")


class Person(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Someone in the room.

    Attributes:
        client: unique to one run of the program; undo and repeated sending go by it.
        name: as shown to the others.
        role: what this person may do; it comes from the door they came through.
        author: the same in each of their runs, as far as their door can tell that; empty where it can't.
        way: what they came in by, as an id that their door gave it: "key …" or "invite …"; empty for someone with the
            account that the session is kept under.
        since: when they came in, if that is known.
    """

    client: str
    name: str
    role: Role = "facilitator"
    author: str = ""
    way: str = ""
    since: datetime | None = None

    @property
    def standing(self) -> str:
        """What a role that was handed to them goes by: their key, which is theirs alone, else this run."""
        return self.way if self.way.startswith("key ") else self.client

    @property
    def signature(self) -> str:
        """What their own items, and their word that they are ready, are known by."""
        return self.author or self.client

    @property
    def signatures(self) -> frozenset[str]:
        """All by which an item may say to be theirs."""
        return frozenset((self.client, self.author)) - {""}


class Place(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Where in the session someone is.

    Attributes:
        table, id: the record under their cursor; table "session" is the session itself.
        field: the field of it that they are editing; empty while they only look.
        typing: whether what they typed there is not yet kept.
    """

    table: str
    id: str
    field: str = ""
    typing: bool = False


class View(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What the facilitator shows, for those who follow: a screen, and what it is about.

    Attributes:
        screen: which one.
        partner: the partner in the spotlight; empty for all of them.
        item: the item it points at; empty for none.
        step: the step of the conversation that is being held (`conversation.STEPS`); empty while none is named.
    """

    screen: str = ""
    partner: str = ""
    item: str = ""
    step: str = ""
