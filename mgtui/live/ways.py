"""The way from a seat to the room: what is asked of it is the same, whether it is in this process or in another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from mgtui.domain.changes import Change
from mgtui.domain.people import Place, View
from mgtui.domain.powers import Deciding
from mgtui.domain.refusal import Refused
from mgtui.domain.turns import Turning
from mgtui.live import protocol
from mgtui.live.connection import Connection
from mgtui.live.hosting import Hosting
from mgtui.live.outbox import Submission


class Way(Protocol):
    """What a seat asks of the room it sits in.

    Attributes:
        answers_at_once: whether the answer to a submission has come when `submit` returns.
    """

    answers_at_once: bool

    def submit(self, submission: Submission) -> None:
        """Ask for a change, or for one to be taken back.

        Raises:
            Refused: it is too long to be sent.
        """

    def at(self, place: Place | None) -> None:
        """Say where one is."""

    def show(self, view: View) -> None:
        """Show `view` to those who follow."""

    def try_out(self, change: Change | None) -> None:
        """Have everyone see what one tries, or no more.

        Raises:
            Refused: it is too long to be sent.
        """

    def time(self, turning: Turning) -> None:
        """Pass the floor on, stop or start its clock, or give more time."""

    def decide(self, deciding: Deciding) -> None:
        """Decide who may what."""

    def wait(self, is_so: Callable[[], bool], within: float) -> None:
        """Wait until what the room says makes it so, at most `within` seconds."""

    def get_up(self) -> None:
        """Be in the room no more."""


class Here:
    """To a room in this process, as `client`."""

    answers_at_once = True

    def __init__(self, hosting: Hosting, client: str) -> None:
        self._hosting = hosting
        self._room = hosting.room
        self._client = client

    def submit(self, submission: Submission) -> None:
        """As `Way.submit`; nothing is too long."""
        match submission:
            case protocol.Submit():
                self._room.submit(self._client, submission.seq, submission.change)
            case protocol.Undo():
                self._room.undo(self._client, submission.seq)
            case protocol.Redo():
                self._room.redo(self._client, submission.seq)

    def at(self, place: Place | None) -> None:
        """As `Way.at`."""
        self._room.at(self._client, place)

    def show(self, view: View) -> None:
        """As `Way.show`."""
        self._room.show(self._client, view)

    def try_out(self, change: Change | None) -> None:
        """As `Way.try_out`; nothing is too long."""
        self._room.try_out(self._client, change)

    def time(self, turning: Turning) -> None:
        """As `Way.time`."""
        self._room.time(self._client, turning)

    def decide(self, deciding: Deciding) -> None:
        """As `Way.decide`."""
        self._room.decide(self._client, deciding)

    def wait(self, is_so: Callable[[], bool], within: float) -> None:
        """Go on: all has been said."""

    def get_up(self) -> None:
        """Save the room; it goes on elsewhere if someone else is in it."""
        self._room.leave(self._client)
        self._hosting.end()


class There:
    """To a room in another process."""

    answers_at_once = False

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def submit(self, submission: Submission) -> None:
        """As `Way.submit`."""
        self._send_at_length(submission)

    def at(self, place: Place | None) -> None:
        """As `Way.at`."""
        self._connection.send(protocol.At(place))

    def show(self, view: View) -> None:
        """As `Way.show`."""
        self._connection.send(protocol.Show(view))

    def try_out(self, change: Change | None) -> None:
        """As `Way.try_out`."""
        self._send_at_length(protocol.Try(change))

    def time(self, turning: Turning) -> None:
        """As `Way.time`."""
        self._connection.send(protocol.Time(turning))

    def decide(self, deciding: Deciding) -> None:
        """As `Way.decide`."""
        self._connection.send(protocol.Decide(deciding))

    def wait(self, is_so: Callable[[], bool], within: float) -> None:
        """As `Way.wait`."""
        self._connection.wait(is_so, within)

    def get_up(self) -> None:
        """Close the connection."""
        self._connection.close()

    def _send_at_length(self, frame: Submission | protocol.Try) -> None:
        try:
            self._connection.send(frame)
        except protocol.Malformed:
            raise Refused("too_long", limit=str(protocol.LONGEST_FRAME)) from None
