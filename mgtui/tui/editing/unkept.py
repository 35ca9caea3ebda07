"""What an editor raises when what was typed can't be kept."""

from __future__ import annotations


class Unkept(Exception):
    """What was typed can't be kept as it is; the editor goes on.

    Attributes:
        sentence: why, and what to do.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
