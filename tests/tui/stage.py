"""What the screens need of the outside, around a real room in memory: no disk, and a clock that stands still."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace

from mgtui.cli.composition.papers import ProgramPapers
from mgtui.cli.settings import Settings
from mgtui.domain.history import Entry
from mgtui.domain.people import Person
from mgtui.domain.session import Session
from mgtui.live.room import Room
from mgtui.live.seat import LocalSeat
from mgtui.tui.app import MgtuiApp
from mgtui.tui.crash import report
from mgtui.tui.doors import NewSession, RecentSession, Sample, Stuck
from tests.tui import sessions

NOW = datetime(2026, 11, 23, 14, 2, 11, tzinfo=UTC)
ANA = Person(client="ana-1", name="Ana")


class Stage:
    """Doors that open on the stage itself.

    Attributes:
        settings: what the person prefers.
        recently: what `recent` gives.
        by_path: sessions that can be opened.
        created: what was asked of `create`, latest last.
        places: where the session was kept, latest last.
        disk_works: whether saving does; set it to False to see what happens.
        reports: what crashes were reported.
        desk: the folder where documents go.
        other: what another program has put in the session's file.
        began_here: whether the session is Ana's own to begin a meeting in.
    """

    worth_knowing: Sequence[str] = ()

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings(language="en", name="Ana")
        self.recently: list[RecentSession] = []
        self.by_path: dict[str, Session] = {"/home/ana/scholen.mgt.json": sessions.schools()}
        self.created: list[NewSession] = []
        self.places: list[str] = []
        self.disk_works = True
        self.reports: list[str] = []
        self.machine: Callable[[str], None] | None = None
        self.room: Room | None = None
        self.began_here = False
        self.other: Session | None = None
        self.desk = Path(tempfile.gettempdir()) / "mgtui-no-desk"
        self._ids = 0
        self._in_app: Callable[[Callable[[], None]], None] = lambda call: call()

    def change_settings(self, **changed: object) -> Settings:
        self.settings = replace(self.settings, **changed)
        return self.settings

    def connect(self, in_app: Callable[[Callable[[], None]], None]) -> None:
        self._in_app = in_app

    def recent(self) -> Sequence[RecentSession]:
        return self.recently

    def samples(self) -> Sequence[Sample]:
        return (
            Sample(name="schools", title="Scholen werven samen", language="nl", summary="Drie scholen, één regio."),
            Sample(name="festival", title="A festival on the quay", language="en", summary="Amounts, not points."),
        )

    def open(self, path: str) -> LocalSeat:
        if path not in self.by_path:
            raise Stuck(f"There is no session at {path}.")
        return self.seat(self.by_path[path], path)

    def open_sample(self, name: str) -> LocalSeat:
        return self.seat({"schools": sessions.schools, "festival": sessions.festival}[name]())

    def create(self, new: NewSession) -> LocalSeat:
        self.created.append(new)
        if not new.title:
            raise Stuck("It needs a title.")
        return self.seat(sessions.empty())

    def path_for(self, title: str) -> str:
        return f"/home/ana/{title.lower().replace(' ', '-')}.mgt.json" if title else ""

    def session_path(self) -> str:
        return self.places[-1] if self.places else ""

    def save_again(self) -> None:
        assert self.room
        self._answer(self.room, self.room.revision)

    def save_elsewhere(self, path: str) -> None:
        if path.startswith("/proc"):
            raise Stuck("That place can't be written either.")
        self.places.append(path)
        self.disk_works = True
        self.save_again()

    def theirs(self) -> Session:
        if self.other is None:
            raise Stuck("There is no session in it.")
        return self.other

    def keep_both(self) -> str:
        self.disk_works = True
        self.save_again()
        return "/home/ana/scholen.theirs.json"

    def why_not_saved(self, reason: str, details: Mapping[str, str]) -> str:
        return "The disk is full."

    def as_text(self, session: Session, table: str, identity: str) -> str:
        return f"{table} {identity} of {session.title}"

    def as_markdown(self, session: Session, table: str, identity: str) -> str:
        return f"# {table} {identity} of {session.title}"

    @property
    def papers(self) -> ProgramPapers:
        return ProgramPapers(self.session_path(), self.desk, self.new_id)

    @property
    def has_files(self) -> bool:
        return True

    @property
    def room_door(self) -> None:
        return None

    def machine_clipboard(self) -> Callable[[str], None] | None:
        return self.machine

    def now(self) -> datetime:
        return NOW

    def new_id(self) -> str:
        self._ids += 1
        return f"new{self._ids}"

    def report_crash(self, error: BaseException) -> str:
        self.reports.append(report(error))
        return "/home/ana/.local/state/mgtui/crash.txt"

    def record(self, session: Session, entry: Entry) -> None:
        """Keep an entry, as a room's journal: the answer comes later."""
        room = self.room
        assert room
        self._in_app(lambda: self._answer(room, entry.revision))

    def seat(self, session: Session, path: str = "/home/ana/sessie.mgt.json") -> LocalSeat:
        """A seat for Ana in a room of its own."""
        self.places.append(path)
        self.room = Room(session, [], self, self.now)
        return LocalSeat(self.room, ANA)

    def _answer(self, room: Room, revision: int) -> None:
        if self.disk_works:
            room.saved(revision)
        else:
            room.not_saved("changed_underneath" if self.other else "disk_full", {})


def app_with(session: Session | None, stage: Stage | None = None) -> MgtuiApp:
    """The program on a session, or on the welcome screen when there is none."""
    stage = stage or Stage()
    return MgtuiApp(stage, stage.seat(session) if session is not None else None)
