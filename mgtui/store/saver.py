"""Saves in one worker thread: the latest state wins, states that wait go together, and the screen never waits.

Invariant: a state is held in memory until it, or a later one, is saved; `saved` is called only after that.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from mgtui.store.errors import StoreError

State = TypeVar("State")

DELAYS = (0.5, 1.0, 2.0, 5.0, 10.0, 30.0)
"""Seconds between tries after a failure; the last one from then on."""


class Saver(Generic[State]):
    """Saves the states it is given, with `save`, one after another.

    Args:
        save: makes a state durable before it returns, or raises.
        saved: told the revision that is now durable. failed: told why a save failed. Both in the worker thread.
        delays: seconds between tries after a failure that may go away by itself.
        soon: calls what it is given after a breath, in which what comes in goes together; at once without it. The
            worker sleeps till then: woken by the thread that paints, it would ask for a turn in the middle of that.
    """

    def __init__(
        self,
        save: Callable[[State], None],
        *,
        saved: Callable[[int], None],
        failed: Callable[[Exception], None],
        delays: Sequence[float] = DELAYS,
        soon: Callable[[Callable[[], None]], None] = lambda call: call(),
    ) -> None:
        self._save = save
        self._soon = soon
        self._is_waking = False
        self._saved = saved
        self._failed = failed
        self._delays = delays
        self._waiting: tuple[int, State] | None = None
        self._failures = 0
        self._is_due = False
        self._closing = False
        self._changed = threading.Condition()
        self._worker = threading.Thread(target=self._work, name="saver", daemon=True)
        self._worker.start()

    @property
    def is_all_saved(self) -> bool:
        """Whether every state it was given, or a later one, is durable."""
        with self._changed:
            return self._waiting is None

    def submit(self, revision: int, state: State) -> None:
        """Saves `state`, which is the session at `revision`, soon; returns at once."""
        with self._changed:
            self._waiting = (revision, state)
            is_first, self._is_waking = not self._is_waking, True
        if is_first:
            self._soon(self.retry)

    def retry(self) -> None:
        """Tries at once what could not be saved, or is not saved yet."""
        with self._changed:
            self._is_waking = False
            self._try_now()

    def save_elsewhere(self, save: Callable[[State], None]) -> None:
        """Saves with another `save` from now on, and tries at once what could not be saved."""
        with self._changed:
            self._save = save
            self._try_now()

    def close(self, timeout: float = 30.0) -> bool:
        """Tries what is still waiting once more, and ends.

        Args:
            timeout: seconds to wait for it.

        Returns:
            Whether everything is durable.
        """
        with self._changed:
            self._closing = True
            self._try_now()
        self._worker.join(timeout)
        return self.is_all_saved

    def _try_now(self) -> None:
        self._failures = 0
        self._is_due = True
        self._changed.notify_all()

    def _work(self) -> None:
        while job := self._next():
            save, revision, state = job
            try:
                save(state)
            except Exception as error:
                self._note_failure(error)
                self._failed(error)
            else:
                self._note_success(state)
                self._saved(revision)

    def _next(self) -> tuple[Callable[[State], None], int, State] | None:
        """What to save next, once it is time; None at the end."""
        with self._changed:
            while not (self._is_due and self._waiting):
                if self._closing:
                    return None
                if not self._changed.wait(self._delay()):
                    self._is_due = True
            self._is_due = False
            return self._save, *self._waiting

    def _delay(self) -> float | None:
        """Seconds until the next try; None when there is nothing to try."""
        if not self._waiting or not self._failures:
            return None
        return self._delays[min(self._failures, len(self._delays)) - 1]

    def _note_failure(self, error: Exception) -> None:
        with self._changed:
            hopeless = isinstance(error, StoreError) and not error.passing
            self._failures = 0 if hopeless else self._failures + 1

    def _note_success(self, state: State) -> None:
        with self._changed:
            self._failures = 0
            if self._waiting and self._waiting[1] is state:
                self._waiting = None
