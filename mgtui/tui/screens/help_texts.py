"""What help says about each screen, and about the ideas behind the program, still to be translated."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from mgtui.locale import N_

ABOUT: Final[Mapping[str, str]] = {
    "welcome": N_("Here you go on with a session, begin a new one, or look around in a sample."),
    "board": N_(
        "Each partner has a panel: what it comes to take, what it brings, and under it the meter. Put on the table "
        "what each of you says, weigh it in that partner's own eyes, and watch whether the deal holds for each of you."
    ),
    "stakeholders": N_(
        "Behind each partner stand people who must keep valuing the deal. Tell each of them why you take part, what "
        "you take, what you bring and what the others bring; then note what came back. The story to tell stands on the "
        "right."
    ),
    "interests": N_(
        "Why each partner is at the table. A collaboration has a better chance when it helps to realise the partners' "
        "own interests, of the organisation and of the person. What nothing serves yet is marked; one key makes "
        "something to take of it. Personal interests are private until you open them."
    ),
    "ambition": N_(
        "Is the ambition realistic? Name what it takes, say which bring items cover that, and ask each partner whether "
        "it is willing. It is realistic when all of it is covered for sure and everyone is willing; else the gaps "
        "stand on top."
    ),
    "exchange": N_(
        "Who brings what to whom: givers down, takers across, interests on the diagonal. A cell tells what it costs "
        "the giver and what it is worth to the taker. Under it stand the wishes nobody brings, the gifts nobody takes, "
        "what could help a partner that doesn't gain, and every link, those that create most value first."
    ),
    "meetings": N_(
        "When the partners met, what each meeting came to, and what has changed since. Closing a meeting fixes its "
        "state, and any two meetings, or one and now, can be compared. At the follow-up you see in a minute what was "
        "promised, what was delivered, how the balance moved and whom to ask again."
    ),
    "review": N_(
        "At a follow-up meeting you walk through what was on the table, item by item: has it come, and is it still "
        "worth it? One key answers and goes on to the next question. Come back later and it goes on where it was left "
        "off; with several people at once, each answers what is still open."
    ),
    "history": N_(
        "Every change, the latest on top: who made it, when, and what it did. Of the whole session, of one meeting, or "
        "of the item that you came from. You can go back to any of it. That is a new change: nothing is erased, the "
        "meetings that were held stay held, and ctrl+z takes it back."
    ),
    "agreements": N_(
        "Who does what by when. An agreement rests on what is on the table; each partner confirms it as it now stands, "
        "and when the agreement or what it rests on changes, that confirmation lapses and says why."
    ),
}
"""By screen, what it is for."""

IDEAS: Final[tuple[tuple[str, str], ...]] = (
    (
        N_("Take and bring"),
        N_(
            "A partner takes part because there is something to take: knowledge, a network, money, reputation, "
            "continuity. Against that stands what it brings. Everyone can bring something."
        ),
    ),
    (
        N_("Strictly more"),
        N_(
            "A collaboration lasts when each partner can take more than it must bring. As much is not enough: then "
            "staying away is just as good."
        ),
    ),
    (
        N_("Not equal"),
        N_(
            "It need not be equal between partners, so they are never compared and never averaged. The partner that is "
            "worst off decides for all."
        ),
    ),
    (
        N_("In one's own eyes"),
        N_(
            "A weight says what something is worth to the one who takes it, or costs the one who brings it. Nobody "
            "weighs for another."
        ),
    ),
    (
        N_("Unknown is not zero"),
        N_(
            "Without a weight an item counts as anything on the scale; an uncertain one as anything from nothing to "
            "its weight. The solid part of a bar is sure, the hatched part is not, and as long as that decides it, the "
            "verdict is that one can't tell yet."
        ),
    ),
    (
        N_("The alternative"),
        N_(
            "What a partner could get without this deal; its margin must be more than that, not just more than nothing."
        ),
    ),
    (
        N_("A story that has changed"),
        N_(
            "When something that was told changes afterwards, the check opens again: the stakeholder values a deal "
            "that is no longer this one. And at each follow-up meeting the answer is asked again."
        ),
    ),
    (
        N_("Saved by itself"),
        N_("Every change is saved at once; the tick above shows when. Your own changes can be undone one by one."),
    ),
)
"""Title and explanation of each idea."""
