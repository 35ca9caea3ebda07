"""What can be done in the review of a follow-up meeting: answer with one key, weigh anew, drop with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from mgtui.domain.review import reviewed_at
from mgtui.locale import N_
from mgtui.tui.intents.intent import AnyIntent, Group, Intent
from mgtui.tui.screens.frame import MgtuiScreen

if TYPE_CHECKING:
    from mgtui.tui.screens.review import ReviewScreen


class _OfQuestion(Intent["ReviewScreen"]):
    screens = ("review",)
    group: ClassVar[Group] = "followup"
    in_footer = True

    def is_possible(self, screen: ReviewScreen) -> bool:
        """On a question, for who may answer it."""
        return screen.asked is not None and not screen.is_viewer


class _Answer(_OfQuestion):
    choice: ClassVar[int]

    def perform(self, screen: ReviewScreen) -> None:
        """Answer, and go on to the next question."""
        screen.answer(self.choice)


class Yes(_Answer):
    """Yes."""

    id = "review.yes"
    keys = ("1",)
    label = N_("yes")
    help = N_("Answers yes, and goes on to the next question that nobody has answered.")
    choice = 0


class InPart(_Answer):
    """Partly, or in doubt."""

    id = "review.partly"
    keys = ("2",)
    label = N_("partly, doubt")
    help = N_("Answers that it came in part, or that one doubts whether it is still worth it; and goes on.")
    choice = 1


class No(_Answer):
    """No."""

    id = "review.no"
    keys = ("3",)
    label = N_("no")
    help = N_("Answers no, and goes on.")
    choice = 2


class NotAnswered(_OfQuestion):
    """No answer."""

    id = "review.none"
    keys = ("0", "delete")
    label = N_("no answer")
    help = N_("Takes the answer back, so that the question is asked again.")
    in_footer = False

    def perform(self, screen: ReviewScreen) -> None:
        """Take it back."""
        screen.take_back()


class NextAnswer(_OfQuestion):
    """From one answer to the next."""

    id = "review.next"
    keys = ("space", "enter")
    label = N_("next answer")
    help = N_("Goes from one answer to the next and stays where it is; a click does the same.")
    in_footer = False

    def perform(self, screen: ReviewScreen) -> None:
        """Give the next answer."""
        screen.edit()


class Drop(_OfQuestion):
    """Drop it, and say why."""

    id = "review.drop"
    keys = ("x",)
    label = N_("drop")
    help = N_("Drops the item and asks for the reason: it is not worth it any more, and does not count from now on.")

    def perform(self, screen: ReviewScreen) -> None:
        """Begin to type the reason."""
        screen.drop()


class Weigh(_OfQuestion):
    """What it is worth now."""

    id = "review.weigh"
    keys = ("plus", "equals_sign", "minus")
    keys_text = "+ -"
    label = N_("weight")
    help = N_("Weighs the item one up or down: what it is worth, or costs, as its partner sees it now.")

    def perform(self, screen: ReviewScreen) -> None:
        """One up."""
        screen.weigh(1)

    def press(self, screen: ReviewScreen, key: str) -> None:
        """Up or down, as the key says."""
        screen.weigh(-1 if key == "minus" else 1)


class GoToReview(Intent[MgtuiScreen[Any]]):
    """To the review."""

    id = "go.review"
    keys = ("G",)
    label = N_("review")
    help = N_("Goes to the review of a follow-up meeting: item by item, has it come, and is it still worth it?")
    group = "go"
    not_from: ClassVar[tuple[str, ...]] = ("review", "meetings")

    def is_possible(self, screen: MgtuiScreen[Any]) -> bool:
        """From another screen, in a session that has met before."""
        session = screen.mgtui.session
        has_met = session is not None and reviewed_at(session) is not None
        return has_met and screen.mgtui.seat is not None and screen.NAME not in self.not_from

    def perform(self, screen: MgtuiScreen[Any]) -> None:
        """Show it."""
        if screen.mgtui.seat:
            screen.mgtui.go("review")


class ReviewFromMeetings(GoToReview):
    """To the review, from the screen where one looks for it."""

    id = "meeting.review"
    screens = ("meetings",)
    in_footer = True
    not_from = ()


INTENTS: tuple[AnyIntent, ...] = (
    Yes(),
    InPart(),
    No(),
    Drop(),
    Weigh(),
    NotAnswered(),
    NextAnswer(),
    ReviewFromMeetings(),
    GoToReview(),
)
