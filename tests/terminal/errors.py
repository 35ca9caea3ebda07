"""What a test is told when the screen never showed what it waited for; always with the screen as it was."""

from __future__ import annotations


class ScreenTimeout(AssertionError):
    """What was waited for did not come in time."""


class ProgramEnded(AssertionError):
    """The program ended before it showed what was waited for."""
