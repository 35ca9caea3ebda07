"""Saves what a room takes, change by change, in one session file; the room goes on meanwhile.

Invariant: an entry is told as saved only when its file is durable with it and all entries before it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from mgtui.domain.history import Entry
from mgtui.domain.session import Session
from mgtui.store.access import create_session
from mgtui.store.saver import DELAYS, Saver
from mgtui.store.sessionfile import SessionFile

State = tuple[Session, int]
"""A session, and how many entries led to it."""


class FileJournal:
    """The journal of one session file, open for writing.

    Args:
        file: where to save; closed together with the journal.
        saved: told the revision up to which everything is durable. failed: told why a save failed. Both in the
            thread that saves.
        delays: seconds between tries after a failure that may go away by itself.
        soon: calls what it is given after a breath; changes that are recorded in it are saved together.
    """

    def __init__(
        self,
        file: SessionFile,
        *,
        saved: Callable[[int], None],
        failed: Callable[[Exception], None],
        delays: Sequence[float] = DELAYS,
        soon: Callable[[Callable[[], None]], None] = lambda call: call(),
    ) -> None:
        self.file = file
        self._history = list(file.history)
        self._session = file.session
        self._saver: Saver[State] = Saver(self._save, saved=saved, failed=failed, delays=delays, soon=soon)

    @property
    def is_all_saved(self) -> bool:
        """Whether everything recorded is durable."""
        return self._saver.is_all_saved

    def record(self, session: Session, entry: Entry) -> None:
        """Saves `entry` and the session after it, as soon as it can; returns at once."""
        self._history.append(entry)
        self._session = session
        self._saver.submit(entry.revision, (session, len(self._history)))

    def retry(self) -> None:
        """Tries at once what could not be saved."""
        self._saver.retry()

    def save_elsewhere(self, path: Path) -> None:
        """Goes on in a new file at `path`, with everything up to now; the old file is let go as it is.

        Raises:
            AlreadyThere: when something is there.
            StoreError: when it can't be written there either; then the old file stays the one to save in.
        """
        count = len(self._history)
        new = create_session(path, self._session, self._history[:count], self.file.holder, like=self.file.loaded)
        self.file, old = new, self.file
        old.close()
        self._saver.retry()

    def keep_both(self) -> Path:
        """When another program has changed the file: puts theirs beside it, and saves ours.

        Returns:
            Where theirs is now.

        Raises:
            StoreError: when either can't be written.
        """
        beside = self.file.keep_both(self._session, self._history)
        self._saver.retry()
        return beside

    def close(self, timeout: float = 30.0) -> bool:
        """Saves what is waiting, waiting at most `timeout` seconds for it, and lets the file go.

        Returns:
            Whether everything is durable.
        """
        is_durable = self._saver.close(timeout)
        self.file.close()
        return is_durable

    def _save(self, state: State) -> None:
        session, count = state
        self.file.save(session, self._history[:count])
