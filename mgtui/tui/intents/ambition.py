"""What can be done with the ambition: cover its means, and note whether each partner is willing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Final

from mgtui.domain.session import Willing
from mgtui.locale import N_
from mgtui.tui.intents.intent import AnyIntent, Group, Intent

if TYPE_CHECKING:
    from mgtui.tui.screens.ambition import AmbitionScreen

ANSWERS: Final[Mapping[str, Willing | None]] = {"1": "yes", "2": "doubt", "3": "no", "0": None}


class _OnAmbition(Intent["AmbitionScreen"]):
    screens = ("ambition",)
    group: ClassVar[Group] = "conversation"
    edits = True


class Answer(_OnAmbition):
    """Whether a partner is willing."""

    id = "ambition.willing"
    keys = tuple(ANSWERS)
    keys_text = "1-3 0"
    label = N_("yes, doubt, no")
    help = N_("Notes whether the partner is willing: 1 yes, 2 doubt, 3 no, 0 not asked yet; enter adds the reason.")
    in_footer = True

    def is_possible(self, screen: AmbitionScreen) -> bool:
        """On a partner."""
        return screen.willing_partner is not None

    def perform(self, screen: AmbitionScreen) -> None:
        """From one answer to the next."""
        screen.next_answer()

    def press(self, screen: AmbitionScreen, key: str) -> None:
        """The answer that the key names."""
        if key in ANSWERS:
            screen.answer(ANSWERS[key])
        else:
            screen.next_answer()


class NextAnswer(_OnAmbition):
    """From one answer to the next."""

    id = "ambition.next_willing"
    keys = ("space",)
    label = N_("next answer")
    help = N_("Goes on to the next answer of the partner: yes, doubt, no, not asked yet.")

    def is_possible(self, screen: AmbitionScreen) -> bool:
        """On a partner."""
        return screen.willing_partner is not None

    def perform(self, screen: AmbitionScreen) -> None:
        """Go on."""
        screen.next_answer()


class WhatCovers(_OnAmbition):
    """Who brings a means."""

    id = "ambition.cover"
    keys = ("l", "L")
    label = N_("who brings it")
    help = N_("Says which bring items cover the means; it is covered when one of them is sure to come about.")
    in_footer = True

    def is_possible(self, screen: AmbitionScreen) -> bool:
        """On a means."""
        return screen.means is not None

    def perform(self, screen: AmbitionScreen) -> None:
        """Ask which."""
        screen.choose_what_covers()


INTENTS: tuple[AnyIntent, ...] = (Answer(), NextAnswer(), WhatCovers())
