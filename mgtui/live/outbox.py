"""What a seat has submitted and does not yet know to be safe, so that it can be sent again to another room.

Invariant: a submission leaves only when the room refused it, had nothing to do for it, or has it on disk; sending one
again is harmless, since the room knows it by its client and number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mgtui.domain.history import Entry
from mgtui.live.protocol import Redo, Submit, Undo

Submission = Submit | Undo | Redo


class Outbox:
    """The submissions of one client, in their order; `latest` is the number of the last one it made before."""

    def __init__(self, latest: int = 0) -> None:
        self._latest = latest
        self._waiting: dict[int, Submission] = {}
        self._taken: dict[int, int] = {}

    @property
    def is_empty(self) -> bool:
        """Whether everything submitted is safe or was refused."""
        return not self._waiting

    def next_number(self) -> int:
        """The number for the next submission."""
        self._latest += 1
        return self._latest

    def keep(self, submission: Submission) -> None:
        """Hold on to `submission`."""
        self._waiting[submission.seq] = submission

    def settled(self, seq: int) -> None:
        """The room will not take number `seq`, or need not."""
        self._waiting.pop(seq, None)
        self._taken.pop(seq, None)

    def taken(self, seq: int, revision: int) -> None:
        """The room took number `seq` as `revision`."""
        if seq in self._waiting:
            self._taken[seq] = revision

    def is_answered(self, seq: int) -> bool:
        """Whether the room has said what it does with number `seq`."""
        return seq in self._taken or seq not in self._waiting

    def is_taken(self, seq: int) -> bool:
        """Whether the room took number `seq`, as far as is known."""
        return seq in self._taken

    @property
    def unanswered(self) -> tuple[Submission, ...]:
        """Those of which the room has not said what it does with them, in order."""
        return tuple(submission for seq, submission in self._waiting.items() if seq not in self._taken)

    def safe(self, revision: int) -> None:
        """All up to `revision` is on disk."""
        for seq, at in list(self._taken.items()):
            if at <= revision:
                self.settled(seq)

    def missing_from(self, client: str, history: Iterable[Entry]) -> Iterator[Submission]:
        """What a room with this history has to be sent again for `client`, in order."""
        known = {entry.seq: entry.revision for entry in history if entry.client == client}
        self._taken = {seq: known[seq] for seq in self._waiting if seq in known}
        yield from [submission for seq, submission in self._waiting.items() if seq not in known]
