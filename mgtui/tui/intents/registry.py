"""Every intent there is, once; a new one is in reach of keys, palette and help as soon as its module lists it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from mgtui.tui.intents import (
    agreements,
    always,
    ambition,
    arranging,
    conversation,
    copying,
    exchange,
    history,
    interests,
    items,
    lists,
    meetings,
    moving,
    overlays,
    papers,
    people,
    presenting,
    review,
    room,
    rounds,
    saving,
    sheets,
    stakeholders,
    table,
    turns,
    welcome,
)
from mgtui.tui.intents.intent import AnyIntent
from mgtui.tui.intents.keymap import Keymap, lives_on

INTENTS: tuple[AnyIntent, ...] = (
    *rounds.INTENTS,
    *items.INTENTS,
    *arranging.INTENTS,
    *table.INTENTS,
    *copying.INTENTS,
    *presenting.INTENTS,
    *moving.INTENTS,
    *stakeholders.INTENTS,
    *interests.INTENTS,
    *ambition.INTENTS,
    *exchange.INTENTS,
    *agreements.INTENTS,
    *meetings.INTENTS,
    *review.INTENTS,
    *history.INTENTS,
    *sheets.INTENTS,
    *conversation.INTENTS,
    *turns.INTENTS,
    *people.INTENTS,
    *welcome.INTENTS,
    *lists.INTENTS,
    *overlays.INTENTS,
    *saving.INTENTS,
    *papers.INTENTS,
    *room.INTENTS,
    *always.INTENTS,
)


@cache
def by_id() -> Mapping[str, AnyIntent]:
    """All intents by id.

    Raises:
        ValueError: two have the same id.
    """
    found = {intent.id: intent for intent in INTENTS}
    if len(found) < len(INTENTS):
        raise ValueError("two intents have the same id")
    return found


def keymap_for(screen: str, is_overlay: bool, own_keys: Mapping[str, tuple[str, ...]], vim_keys: bool) -> Keymap:
    """What can be done on the screen called `screen`, and by which keys."""
    here = [intent for intent in INTENTS if lives_on(intent, screen, is_overlay)]
    # What lives on this screen alone goes before what lives everywhere.
    here.sort(key=lambda intent: screen not in intent.screens)
    return Keymap(here, own_keys, vim_keys)
