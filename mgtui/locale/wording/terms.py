"""The field's own words: what each kind, status, certainty, answer and role is called on screen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from mgtui.domain.communication import AnswerState, CheckState, Part
from mgtui.domain.people import Role
from mgtui.domain.session import (
    AgreementStatus,
    Certainty,
    Delivered,
    Direction,
    Kind,
    MeetingKind,
    Response,
    Side,
    Status,
    Willing,
)
from mgtui.locale import N_, _, pgettext


def direction(value: Direction) -> str:
    """The name of a column: "take" or "bring"; "halen" or "brengen" in Dutch."""
    return pgettext("column", "take") if value == "take" else pgettext("column", "bring")


def kind(value: Kind) -> str:
    """A kind of item: "knowledge"."""
    return _(_KINDS[value])


def status(value: Status) -> str:
    """The status of an item: "proposed"."""
    return _(_STATUSES[value])


def certainty(value: Certainty) -> str:
    """Whether an item is sure to come about: "firm" or "uncertain"."""
    return _("firm") if value == "firm" else _("uncertain")


def side(value: Side) -> str:
    """Whose interest it is: "personal interest" or "organisational interest"."""
    return _("personal interest") if value == "personal" else _("organisational interest")


def willing(value: Willing | None) -> str:
    """Whether a partner will put in what the ambition takes: "yes", "doubt", "no" or "not asked yet"."""
    return _(_WILLING[value])


def delivered(value: Delivered) -> str:
    """Whether what was promised came: "yes", "partly" or "no"."""
    return _(_DELIVERED[value])


def part(value: Part) -> str:
    """One part of the story that stakeholders are told: "why we take part"."""
    return _(_PARTS[value])


def check_state(value: CheckState) -> str:
    """How one part of the story stands: "not told yet", "told", "story has changed"."""
    return _(_CHECK_STATES[value])


def response(value: Response) -> str:
    """What came back from a stakeholder: "valued"."""
    return _(_ANSWERS[value])


def answer_state(value: AnswerState) -> str:
    """How the answer of a stakeholder stands now: "ask again" when there is only one from before."""
    return _(_ANSWERS[value])


def agreement_status(value: AgreementStatus) -> str:
    """How far an agreement is: "open", "done", "dropped"."""
    return pgettext("agreement", "open") if value == "open" else _("done") if value == "done" else _("dropped")


def meeting_kind(value: MeetingKind) -> str:
    """Which sitting it is: "first meeting" or "follow-up meeting"."""
    return _("first meeting") if value == "first" else _("follow-up meeting")


def role(value: Role) -> str:
    """What someone may do here: "facilitator"."""
    return _(_ROLES[value])


_KINDS: Final[Mapping[Kind, str]] = {
    "knowledge": N_("knowledge"),
    "network": N_("network"),
    "money": N_("money"),
    "reputation": N_("reputation"),
    "continuity": N_("continuity"),
    "capacity": N_("capacity"),
    "autonomy": N_("autonomy"),
    "other": N_("other"),
}
_STATUSES: Final[Mapping[Status, str]] = {
    "proposed": N_("proposed"),
    "agreed": N_("agreed"),
    "delivered": N_("delivered"),
    "dropped": N_("dropped"),
}
_WILLING: Final[Mapping[Willing | None, str]] = {
    "yes": N_("yes"),
    "doubt": N_("doubt"),
    "no": N_("no"),
    None: N_("not asked yet"),
}
_DELIVERED: Final[Mapping[Delivered, str]] = {"yes": N_("yes"), "partly": N_("partly"), "no": N_("no")}
_PARTS: Final[Mapping[Part, str]] = {
    "why": N_("why we take part"),
    "take": N_("what we take"),
    "bring": N_("what we bring"),
    "others": N_("what the others bring"),
}
_CHECK_STATES: Final[Mapping[CheckState, str]] = {
    "open": N_("not told yet"),
    "told": N_("told"),
    "stale": N_("story has changed"),
}
_ANSWERS: Final[Mapping[AnswerState, str]] = {
    "none": N_("no answer yet"),
    "ask_again": N_("ask again"),
    "valued": N_("valued"),
    "doubt": N_("doubt"),
    "objects": N_("objects"),
}
_ROLES: Final[Mapping[Role, str]] = {
    "facilitator": N_("facilitator"),
    "co-facilitator": N_("co-facilitator"),
    "viewer": N_("viewer"),
}
