"""The steps of the conversation in words: what each is called, what to ask in it, and what is still to be done.

The questions are those of the text *Iedereen kan iets brengen*; in Dutch they are its own words where it asks them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from mgtui.domain.conversation import Step, StepProgress, StepState, Task, TaskCode
from mgtui.locale import N_, _
from mgtui.locale.safe_text import clipped

LONGEST_NAMED: Final = 50


def step(value: Step) -> str:
    """What a step is called: "Interests"."""
    return _(_STEPS[value])


def questions(value: Step) -> list[str]:
    """What to ask in a step, the question that opens it first."""
    return [_(each) for each in _QUESTIONS[value]]


def state(of: StepProgress) -> str:
    """How far a step is: "3 of 5"."""
    done = len(of.tasks) - len(of.open)
    return f"{_(_STATES[of.state])} ({done}/{len(of.tasks)})" if of.tasks else _(_STATES[of.state])


def task(of: Task) -> str:
    """What is still to be done: "De Linde: say what it comes to take"."""
    text = _(_TASKS[of.code])
    return f"{clipped(of.name, LONGEST_NAMED)}: {text}" if of.name else text[:1].upper() + text[1:]


_STEPS: Final[Mapping[Step, str]] = {
    "ambition": N_("Ambition"),
    "interests": N_("Interests"),
    "take": N_("Taking"),
    "bring": N_("Bringing"),
    "balance": N_("Balance"),
    "stakeholders": N_("Stakeholders"),
    "agreements": N_("Agreements"),
}
_QUESTIONS: Final[Mapping[Step, tuple[str, ...]]] = {
    "ambition": (
        N_("What do we want to achieve together?"),
        N_("Are you, and are you all together, prepared to put in what it takes to realise the ambition?"),
    ),
    "interests": (
        N_("What are your interests?"),
        N_("How do you get your own interests and those of your partner on the table?"),
        N_("Which are personal, and which are those of your organisation?"),
    ),
    "take": (
        N_("What do you want to take from the collaboration?"),
        N_("Think of knowledge, access to a network, money, reputation, the continuity of your own organisation."),
    ),
    "bring": (
        N_("What are you prepared to bring?"),
        N_("Not everyone has to bring as much, but everyone can bring something."),
    ),
    "balance": (
        N_("Can each of the partners take more than it must bring?"),
        N_("What do the partners expect of each other?"),
    ),
    "stakeholders": (
        N_("How do you see to it that what you and the other bring stays valued by your stakeholders?"),
        N_("What do you tell them: why you take part, what you take, what you bring, what the others bring?"),
    ),
    "agreements": (
        N_("Who does what, and by when?"),
        N_("When do we look together at what was delivered, and whether it is still worth it to everyone?"),
    ),
}
_STATES: Final[Mapping[StepState, str]] = {
    "untouched": N_("not begun"),
    "begun": N_("under way"),
    "done": N_("done so far"),
}
_TASKS: Final[Mapping[TaskCode, str]] = {
    "ambition_worded": N_("put the ambition into words"),
    "means_named": N_("name what the ambition takes"),
    "means_covered": N_("find who brings this for sure"),
    "willingness_said": N_("ask whether it is willing"),
    "interest_told": N_("name an interest"),
    "interest_met": N_("let something it takes serve this"),
    "something_taken": N_("say what it comes to take"),
    "something_brought": N_("say what it brings"),
    "items_weighed": N_("weigh what has no weight yet"),
    "items_revealed": N_("reveal what is still covered"),
    "partner_gains": N_("see to it that it takes more than it brings"),
    "stakeholders_named": N_("name who is behind it"),
    "stakeholders_told": N_("tell the whole story to its stakeholders"),
    "agreement_made": N_("make a first agreement"),
    "agreement_confirmed": N_("have it confirmed by those who do it"),
}
