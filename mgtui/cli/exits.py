"""How a command ends: its exit codes, which are a promise, and the failure that carries one with its sentence."""

from __future__ import annotations

from typing import Final

DONE: Final = 0
"""What was asked for is done."""

ANSWER_IS_NO: Final = 1
"""It is done and the answer is no: problems were found, or the deal is not sustainable."""

WRONG_USAGE: Final = 2
"""The command can't be understood, or can't be done here."""

FILE_UNUSABLE: Final = 3
"""A file can't be read, written or used."""

REFUSED: Final = 4
"""Someone else has the session open, or the change was refused."""

PROGRAM_FAULT: Final = 70
"""The program itself is at fault (EX_SOFTWARE of sysexits)."""

INTERRUPTED: Final = 130
"""Stopped by ctrl+c, as shells have it."""


class Failure(Exception):
    """A command that can't go on.

    Attributes:
        code: the exit code.
        sentence: what is wrong and what to do, on one or a few lines, in the person's language.
    """

    def __init__(self, code: int, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence
