"""Everything outside that the screens can reach: sessions, settings, samples, this machine.

Invariant: whatever goes wrong outside comes to the screens as `Stuck`, with a sentence for the person.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import structs

from mgtui.cli import crash_report, people, places, settings
from mgtui.cli.composition import beginning, opening, samples
from mgtui.cli.composition.keeping import FileKeeper, Loss
from mgtui.cli.composition.naming import file_name
from mgtui.cli.composition.opened import InApp, Opened, seat_in
from mgtui.cli.exits import Failure
from mgtui.cli.settings import Settings
from mgtui.cli.troubles import in_words
from mgtui.domain.people import Person
from mgtui.domain.refusal import Refused
from mgtui.domain.session import Session
from mgtui.live.hosting import Caller
from mgtui.live.tickets import client_of, new_proof
from mgtui.locale.wording import change_with_text, refusal, trouble
from mgtui.store.library import Library
from mgtui.store.sessionfile import SessionFile
from mgtui.tui.clipboard import this_machine
from mgtui.tui.doors import NewSession, RecentSession, Sample, Stuck
from mgtui.tui.seat import Seat

if TYPE_CHECKING:
    from mgtui.cli.composition.door_process import DoorProcess
    from mgtui.cli.composition.papers import ProgramPapers


class ProgramDoors:
    """The doors of this run of the program, for the person at this terminal.

    Args:
        person: whoever it is, as every session opened from here will know them.
        preferred: the settings that hold at the start; what the command line says has been worked into them.
        token: what a door handed to this person; empty for someone who has this user's account.

    Attributes:
        person: as above.
        worth_knowing: sentences about the session that was opened last.
    """

    def __init__(self, person: Person, preferred: Settings, token: str = "") -> None:
        self.worth_knowing: Sequence[str] = ()
        self._proof = new_proof()
        self._token = token
        self.person = structs.replace(person, client=client_of(self._proof))
        self._settings = preferred
        self._run_in_app: InApp = _at_once
        self._opened: list[Opened] = []
        self._room_door: DoorProcess | None = None
        self._is_scratch = False
        self._library = Library(places.state_folder(), places.sessions_folder(preferred.sessions))

    @property
    def settings(self) -> Settings:
        """The settings that hold now."""
        return self._settings

    @property
    def has_files(self) -> bool:
        """Whether the person may name and make files on this machine: someone with this user's account may."""
        return True

    def change_settings(self, **changed: Any) -> Settings:
        """Keep the settings named in `changed` for good and return all.

        Raises:
            Stuck: they can't be kept; they hold for this run all the same.
        """
        self._settings = structs.replace(self._settings, **changed)
        kept = structs.replace(settings.read().settings, **changed)
        with _stuck_with(str(settings.settings_file())):
            settings.save(kept)
        return self._settings

    def connect(self, in_app: InApp) -> None:
        """Take the way to run something in the screens' own thread."""
        self._run_in_app = in_app

    def recent(self) -> Sequence[RecentSession]:
        """The sessions opened here before, the latest first."""
        return [
            RecentSession(path=e.path, title=e.title, opened=e.opened, is_there=os.path.exists(e.path))
            for e in self._library.recent()
        ]

    def samples(self) -> Sequence[Sample]:
        """The sample sessions."""
        return [
            Sample(name=each.name, title=each.title, language=each.language, summary=each.summary)
            for each in samples.all_samples()
        ]

    def open(self, path: str) -> Seat:
        """A seat in the session at `path`.

        Raises:
            Stuck: when it can't be opened.
        """
        with _stuck_with(path):
            return self.seat_at(Path(path).expanduser())

    def open_sample(self, name: str) -> Seat:
        """A seat in a scratch copy of a sample.

        Raises:
            Stuck: when it can't be opened.
        """
        with _stuck_with(name):
            copy = samples.scratch_copy(samples.chosen(name))
            return self.seat_at(copy, is_scratch=True)

    def create(self, new: NewSession) -> Seat:
        """A seat in a new session.

        Raises:
            Stuck: when its file can't be made.
        """
        path = Path(new.path or self.path_for(new.title)).expanduser()
        with _stuck_with(str(path)):
            path.parent.mkdir(parents=True, exist_ok=True)
            made = beginning.create(path, new.title, new.partners, new.ambition, new.scale, self.person)
            return self.seat_at(path, made)

    def seat_at(self, path: Path, file: SessionFile | None = None, *, is_scratch: bool = False) -> Opened:
        """This person's seat in the session at `path`, which is remembered unless it is a scratch copy.

        Args:
            path: the session file.
            file: the same when it is open already.
            is_scratch: whether it is a scratch copy.

        Raises:
            StoreError, Failure: when it can't be had.
        """
        keeper = FileKeeper(path, self.person.name, file)
        for seat in self._opened:
            if seat.path == keeper.path:
                seat.leave()
        if self._room_door:
            self._room_door.close()
        caller = Caller(proof=self._proof, name=self.person.name, role=self.person.role, token=self._token)
        opened = seat_in(keeper, caller)
        self._opened.append(opened)
        self._is_scratch = is_scratch
        self.worth_knowing = tuple(opening.worth_knowing(keeper.known, opened.person)) if keeper.known else ()
        if not is_scratch:
            self._library.note_opened(keeper.path, opened.session.title, people.now())
        return opened

    @property
    def began_here(self) -> bool:
        """Whether the session opened last is no scratch copy, and its room is at this terminal."""
        return bool(self._opened) and not self._is_scratch and self._opened[-1].keeper.held is not None

    def path_for(self, title: str) -> str:
        """Where a new session called `title` would go: a free name among the person's sessions."""
        folder = places.sessions_folder(self._settings.sessions)
        stem = file_name(title)
        numbered = (folder / f"{stem}{'' if number == 1 else f'-{number}'}.json" for number in range(1, 10_000))
        return str(next(path for path in numbered if not path.exists()))

    def session_path(self) -> str:
        """Where the open session is kept; empty when none is open."""
        return str(self._opened[-1].path) if self._opened else ""

    def save_again(self) -> None:
        """Try at once to save what could not be saved."""
        if self._opened:
            self._opened[-1].save_again()

    def save_elsewhere(self, path: str) -> None:
        """From now on keep the open session at `path`.

        Raises:
            Stuck: when that place can't be written either.
        """
        if self._opened:
            with _stuck_with(path):
                self._opened[-1].save_elsewhere(Path(path).expanduser())

    def theirs(self) -> Session:
        """What another program wrote in the open session's file.

        Raises:
            Stuck: when that can't be read as a session, or the session is kept by another process.
        """
        with _stuck_with(self.session_path()):
            return self._opened[-1].theirs()

    def keep_both(self) -> str:
        """Save ours in the file that another program has changed, put theirs beside it, and return where.

        Raises:
            Stuck: when either can't be written, or the session is kept by another process.
        """
        with _stuck_with(self.session_path()):
            return str(self._opened[-1].keep_both())

    def why_not_saved(self, reason: str, details: Mapping[str, str]) -> str:
        """A sentence that says why saving failed, and what to do."""
        return f"{Path(self.session_path()).name} {trouble(reason, details)}"

    def as_text(self, session: Session, table: str, identity: str) -> str:
        """An item, a partner or the whole board as text to copy."""
        from mgtui.documents.board_text import as_text

        return as_text(session, table, identity)

    def as_markdown(self, session: Session, table: str, identity: str) -> str:
        """The same as Markdown."""
        from mgtui.documents.copying import as_markdown

        return as_markdown(session, table, identity)

    @property
    def papers(self) -> ProgramPapers:
        """Documents out and lists in; for someone without files here, only to be read and copied."""
        from mgtui.cli.composition.papers import ProgramPapers

        is_scratch = self.session_path().startswith(tempfile.gettempdir())
        folder = Path.home() if is_scratch else Path(self.session_path()).parent
        return ProgramPapers(self.session_path(), folder, self.new_id, may_write=self.has_files and not self._token)

    @property
    def room_door(self) -> DoorProcess | None:
        """The SSH door to the open session; only who has this user's account may open one."""
        if not self.has_files:
            return None
        if self._room_door is None:
            from mgtui.cli.composition.door_process import DoorProcess

            self._room_door = DoorProcess(self.session_path, lambda call: self._run_in_app(call))
        return self._room_door

    def machine_clipboard(self) -> Callable[[str], None] | None:
        """What puts a text on this machine's clipboard; None when the person sits elsewhere."""
        return this_machine(os.environ)

    def now(self) -> datetime:
        """The time, with its zone."""
        return people.now()

    def new_id(self) -> str:
        """An id that no record has."""
        return people.new_id()

    def report_crash(self, error: BaseException) -> str:
        """Write a report without anyone's words and return where it is; empty when that failed."""
        return crash_report.keep(error)

    def close(self) -> list[Loss]:
        """Close the door, leave every seat, and tell what could not be saved where it should."""
        if self._room_door:
            self._room_door.end()
        for seat in self._opened:
            seat.leave()
        return [seat.loss for seat in self._opened if seat.loss]

    @property
    def unanswered(self) -> list[str]:
        """After `close`, what was done at each seat and had no answer from its room to the last, in words."""
        left = [(seat.session, seat.unanswered) for seat in self._opened if seat.unanswered]
        return [" · ".join(change_with_text(each, session) for each in changes) for session, changes in left]


@contextmanager
def _stuck_with(path: str) -> Iterator[None]:
    """Within this, what goes wrong with `path` is told as `Stuck`."""
    try:
        yield
    except Failure as failure:
        raise Stuck(failure.sentence) from failure
    except Refused as refused:
        raise Stuck(refusal(refused)) from refused
    except OSError as error:
        raise Stuck(in_words(error, path)) from error


def _at_once(call: Callable[[], None]) -> None:
    call()
