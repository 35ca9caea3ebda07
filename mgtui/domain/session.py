"""What a session holds: frozen records in tables by id; every order, author and time is a value in a record.

The tables are named as in the session file. Nothing here changes: a new session comes out of `changes.apply`.
"""

# Annotations are evaluated once, here: left as text, msgspec would parse them at every start, for 4 ms of each command.
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal, TypeVar

from msgspec import Meta, Struct, field

from mgtui.domain.scale import POINTS, Scale

Direction = Literal["take", "bring"]
Certainty = Literal["firm", "uncertain"]
Kind = Literal["knowledge", "network", "money", "reputation", "continuity", "capacity", "autonomy", "other"]
Status = Literal["proposed", "agreed", "delivered", "dropped"]
Side = Literal["personal", "organisational"]
Willing = Literal["yes", "doubt", "no"]
Response = Literal["valued", "doubt", "objects"]
Delivered = Literal["yes", "partly", "no"]
MeetingKind = Literal["first", "follow_up"]
AgreementStatus = Literal["open", "done", "dropped"]

KINDS: tuple[Kind, ...] = (
    "knowledge",
    "network",
    "money",
    "reputation",
    "continuity",
    "capacity",
    "autonomy",
    "other",
)
STATUSES: tuple[Status, ...] = ("proposed", "agreed", "delivered", "dropped")

LONGEST_NAME = 200
LONGEST_TEXT = 2_000
LONGEST_NOTE = 20_000
LONGEST_ROUND = 24 * 60 * 60

Id = Annotated[str, Meta(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_-]+\Z")]
Order = Annotated[str, Meta(max_length=256, pattern=r"^[0-9A-Za-z]*\Z")]
Name = Annotated[str, Meta(max_length=LONGEST_NAME)]
Text = Annotated[str, Meta(max_length=LONGEST_TEXT)]
Note = Annotated[str, Meta(max_length=LONGEST_NOTE)]
Moment = Annotated[datetime, Meta(tz=True)]


class Partner(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A party at the table.

    Attributes:
        reserve: what the partner could get without this deal, on the session's scale; any finite amount.
        alternative: its best alternative, in words.
        willing: whether it is willing to put in what the ambition takes; None while it has not said.
        willing_reason: why, in the partner's words.
    """

    id: Id
    name: Name
    order: Order = ""
    reserve: Decimal = Decimal(0)
    alternative: Text = ""
    willing: Willing | None = None
    willing_reason: Text = ""
    note: Note = ""


class Interest(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Why a partner is at the table, as an organisation or as the person who represents it.

    Attributes:
        importance: 1 (slight) to 5 (vital) in the partner's own eyes; None while not said.
        private: shown to nobody but those who may edit; personal interests start private.
    """

    id: Id
    partner: Id
    side: Side
    text: Text
    order: Order = ""
    importance: Annotated[int, Meta(ge=1, le=5)] | None = None
    private: bool = False
    note: Note = ""


class Delivery(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Whether what was promised came, as it was said at one meeting.

    Attributes:
        answer: "yes", "partly" or "no".
        at: when it was said. by: the name of who noted it.
    """

    answer: Delivered
    at: Moment
    by: str = ""


class Worth(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Whether an item is still worth it, as it was said at one meeting; attributes as in `Delivery`."""

    answer: Willing
    at: Moment
    by: str = ""


class Item(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What a partner gets out of the collaboration (take) or puts into it (bring).

    Attributes:
        weight: what it is worth to the one who takes it, or costs the one who brings it, in that partner's own
            eyes and on the session's scale; None while not known.
        certainty: "uncertain" when it is not sure to come about.
        private: never on a beamer, in a hand-out or in an export unless asked for by name.
        covered: hidden from all but its author, and left out of the meter, until it is revealed.
        author: who wrote or covered it (`Person.signature`), so that their own covered text can be shown to them.
        from_collaboration: a take that comes from the collaboration itself and needs nobody to bring it.
        interests: the interests of its partner that this take item serves.
        dropped_reason: why it was dropped, in words.
        delivery, worth: by meeting id, what was answered there when it was reviewed: has it come, and is it still
            worth it to the one who takes or brings it?
    """

    id: Id
    partner: Id
    direction: Direction
    text: Text
    order: Order = ""
    weight: Decimal | None = None
    certainty: Certainty = "firm"
    kind: Kind = "other"
    status: Status = "proposed"
    private: bool = False
    covered: bool = False
    author: str = ""
    from_collaboration: bool = False
    interests: tuple[Id, ...] = ()
    note: Note = ""
    dropped_reason: Text = ""
    delivery: dict[Id, Delivery] = field(default_factory=dict)
    worth: dict[Id, Worth] = field(default_factory=dict)

    @property
    def is_live(self) -> bool:
        """Whether it is part of the deal as it stands: neither dropped nor still covered."""
        return self.status != "dropped" and not self.covered


class Link(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A bring item of one partner delivers a take item of another."""

    id: Id
    bring: Id
    take: Id
    note: Note = ""


class Means(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Something the ambition takes; covered when a live, firm bring item in `covered_by` covers it."""

    id: Id
    text: Text
    order: Order = ""
    covered_by: tuple[Id, ...] = ()
    note: Note = ""


class Told(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """That a stakeholder was told one part of the story, and which story that was.

    Attributes:
        at: when it was ticked.
        by: the name of who ticked it.
        story: fingerprint of that part of the story as it then stood (`communication.story`).
    """

    at: Moment
    story: str
    by: str = ""


class Answer(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What came back from a stakeholder at one meeting.

    Attributes:
        response: "valued", "doubt" or "objects".
        at: when it was noted.
    """

    response: Response
    at: Moment
    by: str = ""
    note: Note = ""


class Stakeholder(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Someone behind a partner who must keep valuing the deal, and what was told to them.

    Attributes:
        interest: what they care about. channel: how they are told. owner: who tells them. due: by when.
        why, take, bring, others: the four parts of the story, each None until told.
        answers: by meeting id, the answer that came back at that meeting.
    """

    id: Id
    partner: Id
    name: Name
    order: Order = ""
    interest: Text = ""
    channel: Name = ""
    owner: Name = ""
    due: date | None = None
    why: Told | None = None
    take: Told | None = None
    bring: Told | None = None
    others: Told | None = None
    answers: dict[Id, Answer] = field(default_factory=dict)
    note: Note = ""


class Confirmation(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """That a partner agreed, and the fingerprint of what it agreed to."""

    at: Moment
    of: str
    by: str = ""


class Agreement(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Who does what by when.

    Attributes:
        partners: who does it. items: what it rests on. due: by when.
        confirmations: by partner id; one lapses when what was agreed on changes.
    """

    id: Id
    text: Text
    order: Order = ""
    partners: tuple[Id, ...] = ()
    due: date | None = None
    items: tuple[Id, ...] = ()
    status: AgreementStatus = "open"
    confirmations: dict[Id, Confirmation] = field(default_factory=dict)
    note: Note = ""


class Meeting(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One sitting of the session.

    Attributes:
        opened, closed: when it began and ended; `closed` is None while it lasts.
        opened_revision, closed_revision: the session's revision at those moments.
        spoken: by partner, for how many seconds it has had the floor.
    """

    id: Id
    kind: MeetingKind
    opened: Moment
    name: Name = ""
    closed: Moment | None = None
    opened_revision: int = 0
    closed_revision: int | None = None
    attended: tuple[Name, ...] = ()
    note: Note = ""
    spoken: dict[Id, Annotated[int, Meta(ge=0)]] = field(default_factory=dict)


class Ready(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """That someone has written what they had to write."""

    at: Moment
    by: Name = ""


class Round(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A writing round: what anyone adds while it lasts is covered until the facilitator reveals all at once.

    Attributes:
        question: what is asked of everyone.
        direction: the columns it is about; None for both.
        opened: when it began.
        seconds: how long it is meant to take; None for as long as it takes. When they are over nothing is revealed.
        ready: who said to be ready, by `Person.signature`.
        revealed: when all was revealed; None while it lasts.
    """

    id: Id
    opened: Moment
    question: Text = ""
    direction: Direction | None = None
    seconds: Annotated[int, Meta(ge=1, le=LONGEST_ROUND)] | None = None
    ready: dict[Id, Ready] = field(default_factory=dict)
    revealed: Moment | None = None


Record = Partner | Interest | Item | Link | Means | Stakeholder | Agreement | Meeting | Round

TABLES: Mapping[str, type[Record]] = {
    "partners": Partner,
    "interests": Interest,
    "items": Item,
    "links": Link,
    "means": Means,
    "stakeholders": Stakeholder,
    "agreements": Agreement,
    "meetings": Meeting,
    "rounds": Round,
}


class Session(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One collaboration: its title, ambition and scale, and a table of records by id for each kind."""

    id: Id
    title: Name = ""
    ambition: Text = ""
    scale: Scale = POINTS
    partners: dict[Id, Partner] = field(default_factory=dict)
    interests: dict[Id, Interest] = field(default_factory=dict)
    items: dict[Id, Item] = field(default_factory=dict)
    links: dict[Id, Link] = field(default_factory=dict)
    means: dict[Id, Means] = field(default_factory=dict)
    stakeholders: dict[Id, Stakeholder] = field(default_factory=dict)
    agreements: dict[Id, Agreement] = field(default_factory=dict)
    meetings: dict[Id, Meeting] = field(default_factory=dict)
    rounds: dict[Id, Round] = field(default_factory=dict)

    @property
    def partners_in_order(self) -> list[Partner]:
        """The partners as they sit at the table."""
        return in_order(self.partners.values())

    @property
    def meetings_in_order(self) -> list[Meeting]:
        """The meetings, earliest first."""
        return sorted(self.meetings.values(), key=lambda meeting: (meeting.opened, meeting.id))

    @property
    def current_meeting(self) -> Meeting | None:
        """The latest meeting that is not closed."""
        still_open = [meeting for meeting in self.meetings_in_order if meeting.closed is None]
        return still_open[-1] if still_open else None

    @property
    def current_round(self) -> Round | None:
        """The writing round that goes on, if any; the latest where two copies that were joined each had one."""
        going_on = [each for each in self.rounds.values() if each.revealed is None]
        return max(going_on, key=lambda each: (each.opened, each.id), default=None)

    def column(self, partner: str, direction: Direction) -> list[Item]:
        """All items of one partner and direction in their order, dropped and covered ones included."""
        return in_order(i for i in self.items.values() if i.partner == partner and i.direction == direction)

    def stakeholders_of(self, partner: str) -> list[Stakeholder]:
        """The stakeholders behind `partner`, in order."""
        return in_order(s for s in self.stakeholders.values() if s.partner == partner)

    def interests_of(self, partner: str) -> list[Interest]:
        """The interests of `partner`, in order."""
        return in_order(i for i in self.interests.values() if i.partner == partner)


Ordered = TypeVar("Ordered", Partner, Interest, Item, Means, Stakeholder, Agreement)


def in_order(records: Iterable[Ordered]) -> list[Ordered]:
    """`records` by their order key; equal keys by id, so that everyone sees the same order."""
    return sorted(records, key=lambda record: (record.order, record.id))
