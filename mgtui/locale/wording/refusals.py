"""Why something could not be done and what to do about it: one helpful sentence for each refusal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Final

from mgtui.domain.refusal import RefusalCode, Refused
from mgtui.domain.scale import MOST_DECIMALS, MOST_INTEGER_DIGITS
from mgtui.locale import N_, _, numbers
from mgtui.locale.safe_text import clipped
from mgtui.locale.wording.fields import field

_LONGEST_NAMED: Final = 60
_NUMBERS: Final = ("low", "high", "limit", "length", "weight")


def refusal(of: Refused) -> str:
    """What was refused, why, and what to do, as one sentence or two."""
    text = _SENTENCES[of.code]
    if of.code == "below_scale" and not of.details.get("high"):
        text = N_("An amount is {low} or more.")
    elif of.code == "above_scale" and not of.details.get("high"):
        text = N_("That is too large: an amount has at most {digits} digits before the decimal mark.")
    elif of.code == "changed_since" and not of.details.get("name"):
        text = N_("Something else has changed in it since, so it can't be undone by itself.")
    return _(text).format_map(_shown(of.details))


def _shown(details: Mapping[str, str]) -> dict[str, str]:
    """`details` as they are written in the language in use; what is missing is an ellipsis."""
    shown: dict[str, str] = defaultdict(lambda: "…")
    shown["digits"] = numbers.shown(MOST_INTEGER_DIGITS)
    shown["decimals"] = numbers.shown(MOST_DECIMALS)
    for name, value in details.items():
        if name == "field":
            shown[name] = field(value)
        else:
            shown[name] = (name in _NUMBERS and _number(value)) or clipped(value, _LONGEST_NAMED)
    return shown


def _number(text: str) -> str:
    try:
        value = Decimal(text)
    except InvalidOperation:
        return ""
    return numbers.shown(value) if value.is_finite() else ""


_SENTENCES: Final[Mapping[RefusalCode, str]] = {
    "unknown_table": N_("This version of mgtui does not know “{table}”. A newer one may."),
    "unknown_field": N_("This version of mgtui can't set “{field}”. A newer one may."),
    "gone": N_("It is no longer there: someone has removed it. Ctrl+Z on their side brings it back."),
    "exists": N_("It is there already."),
    "missing_reference": N_("What it refers to under “{field}” is no longer there. Choose another."),
    "others_interest": N_("An item serves interests of its own partner. Choose one of those."),
    "bad_value": N_("That can't be filled in here ({problem})."),
    "too_long": N_("That is too long: {length} characters, where at most {limit} fit. Make it shorter."),
    "not_a_number": N_("That is not a number. Type one such as 4 or 2.5."),
    "not_whole": N_("Points are whole numbers: choose one from {low} to {high}."),
    "below_scale": N_("The scale runs from {low} to {high}: choose a weight on it."),
    "above_scale": N_("The scale runs from {low} to {high}: choose a weight on it."),
    "too_precise": N_("That is too precise: at most {decimals} decimals fit."),
    "scale_in_use": N_(
        "“{name}” weighs {weight}, which does not fit that scale. Give such items another weight or none, then "
        "change the scale."
    ),
    "same_partner": N_("A partner can't bring to itself: link it to what another partner takes."),
    "wrong_direction": N_("A link runs from what one partner brings to what another takes."),
    "already_linked": N_("These two are linked already."),
    "changed_since": N_("{name} has changed it since, so it can't be undone by itself. Change it by hand."),
    "nothing_to_undo": N_("There is nothing of yours to undo."),
    "nothing_to_redo": N_("There is nothing of yours to redo."),
    "round_open": N_("A writing round goes on: what is covered is shown when the facilitator reveals all of it."),
    "not_allowed": N_("Only the facilitator may do that."),
    "trial_shown": N_("{name} shows a trial already; only one at a time can be shown."),
    "frozen": N_("Frozen by {name}: only a facilitator can change the session now."),
    "only_looks": N_("{name} is here to watch, and can't lead. Let them in as co-facilitator first."),
    "not_a_guest": N_("{name} has this session open on its own computer, and can't be removed from it."),
    "read_only": N_("You are here to watch: nothing can be changed."),
}
