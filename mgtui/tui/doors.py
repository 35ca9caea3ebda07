"""What the screens need from outside: sessions, settings, samples, this machine; the composition root brings it.

Every call may take as long as a look at the disk does; what goes wrong comes back as `Stuck`, never as an OSError.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from mgtui.domain.scale import Scale
from mgtui.domain.session import Session
from mgtui.locale import Language
from mgtui.tui.seat import Seat

if TYPE_CHECKING:
    from mgtui.tui.papers import Papers
    from mgtui.tui.room_door import RoomDoor


class Stuck(Exception):
    """A door that stays shut.

    Attributes:
        sentence: what is wrong and what to do, in the person's language, on one or a few lines.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class RecentSession(Struct, frozen=True, kw_only=True):
    """A session that was opened here before.

    Attributes:
        path: where its file is.
        title: as it was when last seen.
        opened: when it was last opened.
        is_there: whether the file can still be found.
    """

    path: str
    title: str
    opened: datetime
    is_there: bool = True


class Sample(Struct, frozen=True, kw_only=True):
    """A sample session to learn from; opening it works on a scratch copy.

    Attributes:
        name: as `mgtui demo NAME` takes it.
        summary: what it shows, in a sentence in its own language.
    """

    name: str
    title: str
    language: Language
    summary: str = ""


class NewSession(Struct, frozen=True, kw_only=True):
    """What a new session starts with.

    Attributes:
        path: where its file goes; empty lets the doors choose a place by the title.
    """

    title: str
    partners: tuple[str, ...] = ()
    ambition: str = ""
    scale: Scale
    path: str = ""


class Settings(Protocol):
    """What the person prefers; read-only, `Doors.change_settings` gives the next ones."""

    @property
    def language(self) -> Language | None:
        """The interface's language; None follows the locale."""

    @property
    def theme(self) -> str:
        """The name of a theme."""

    @property
    def vim_keys(self) -> bool:
        """Whether hjkl move the cursor too."""

    @property
    def ascii(self) -> bool:
        """Whether to draw with plain ASCII only."""

    @property
    def bell(self) -> bool:
        """Whether the terminal's bell sounds when a turn is over."""

    @property
    def name(self) -> str:
        """Who the person is in a session's history."""

    @property
    def keys(self) -> Mapping[str, tuple[str, ...]]:
        """The keys of an intent that differ from its own, by the intent's id."""


class Doors(Protocol):
    """Everything outside that the screens can reach."""

    @property
    def settings(self) -> Settings:
        """The settings that hold now."""

    @property
    def has_files(self) -> bool:
        """Whether the person may name and make files on this machine; a guest from elsewhere may not."""

    def change_settings(self, **changed: object) -> Settings:
        """Keep the settings named in `changed` (`theme="…"`) for good and return all.

        Raises:
            Stuck: they can't be kept; they hold for this run all the same.
        """

    def connect(self, in_app: Callable[[Callable[[], None]], None]) -> None:
        """Take the way to run something in the app's own thread: `in_app(call)`, safe from any thread."""

    def recent(self) -> Sequence[RecentSession]:
        """The sessions opened here before, the latest first."""

    def samples(self) -> Sequence[Sample]:
        """The sample sessions."""

    def open(self, path: str) -> Seat:
        """A seat in the session at `path`.

        Raises:
            Stuck: when it can't be opened.
        """

    def open_sample(self, name: str) -> Seat:
        """A seat in a scratch copy of a sample.

        Raises:
            Stuck: when it can't be opened.
        """

    def create(self, new: NewSession) -> Seat:
        """A seat in a new session.

        Raises:
            Stuck: when its file can't be made.
        """

    @property
    def worth_knowing(self) -> Sequence[str]:
        """Sentences about the session opened last, the most urgent first; none when all is as it should be."""

    @property
    def began_here(self) -> bool:
        """Whether the session opened last is this person's own to begin a meeting in: no sample, no other's room."""

    def path_for(self, title: str) -> str:
        """Where a new session called `title` would go."""

    def session_path(self) -> str:
        """Where the open session is kept; empty when none is open."""

    def save_again(self) -> None:
        """Try at once to save what could not be saved; the answer is news."""

    def save_elsewhere(self, path: str) -> None:
        """From now on keep the open session at `path`, because its own place can't be written.

        Raises:
            Stuck: when that place can't be written either.
        """

    def theirs(self) -> Session:
        """What another program wrote in the open session's file.

        Raises:
            Stuck: when that can't be read as a session.
        """

    def keep_both(self) -> str:
        """Save ours in the file that another program has changed, put theirs beside it, and return where.

        Raises:
            Stuck: when either can't be written.
        """

    def why_not_saved(self, reason: str, details: Mapping[str, str]) -> str:
        """A sentence that says why saving failed, from the news of it, and what to do."""

    def as_text(self, session: Session, table: str, identity: str) -> str:
        """A record ("items", "partners"), or with table "session" the whole board, as text to copy."""

    def as_markdown(self, session: Session, table: str, identity: str) -> str:
        """The same as Markdown."""

    @property
    def papers(self) -> Papers:
        """The way out and in for documents."""

    @property
    def room_door(self) -> RoomDoor | None:
        """The SSH door to the open session; None for who may not open one."""

    def machine_clipboard(self) -> Callable[[str], None] | None:
        """What puts a text on this machine's clipboard, and may block or fail; None when the person sits elsewhere."""

    def now(self) -> datetime:
        """The time, with its zone."""

    def new_id(self) -> str:
        """An id that no record has."""

    def report_crash(self, error: BaseException) -> str:
        """Write a report without anyone's words and return where it is; empty when that failed."""
