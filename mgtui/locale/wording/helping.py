"""What could help a partner that doesn't gain, in words: the suggestion, and what it would do to the verdict."""

from __future__ import annotations

from mgtui.domain.interval import Interval
from mgtui.domain.scale import Scale
from mgtui.domain.suggestions import Suggestion
from mgtui.locale import _
from mgtui.locale.safe_text import clipped
from mgtui.locale.wording import amounts, verdicts

LONGEST_NAMED = 80


def suggestion(of: Suggestion, giver: str, scale: Scale) -> str:
    """What to do: "take “forty volunteers” of Northside Youth, which nobody takes yet".

    Args:
        of: the suggestion.
        giver: the name of the partner whose item it is about.
        scale: of the session.
    """
    text = clipped(of.item.text, LONGEST_NAMED) or _("something private")
    if of.code == "serve_wish":
        return _("find someone who makes sure of “{text}”").format(text=text)
    if of.code == "keep_gift":
        return _("no longer bring “{text}”, which nobody takes").format(text=text)
    taken = _("take “{text}” of {name}, which nobody takes yet").format(text=text, name=giver)
    if of.more_than is None:
        return taken
    least = amounts.total(Interval(of.more_than, of.more_than), scale)
    return _("{suggestion}; it gains when that is worth more than {least} to it").format(suggestion=taken, least=least)


def effect(of: Suggestion, scale: Scale) -> str:
    """What it would do: "then +1: takes more than it brings"."""
    margin = amounts.margin(of.margin, scale)
    return _("then {margin}: {verdict}").format(margin=margin, verdict=verdicts.verdict(of.verdict))
