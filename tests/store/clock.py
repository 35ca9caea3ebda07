"""A clock that stands still until a test moves it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class Clock:
    """Tells the same time until `pass_by` moves it on."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 14, 0, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **span: float) -> None:
        """Moves on by a time such as `seconds=60`."""
        self.now += timedelta(**span)
