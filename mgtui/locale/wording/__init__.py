"""What the domain knows, in words a person reads, in the language in use; nothing here decides anything.

Every function looks its texts up when it is called, so a switch of language shows at once. Texts that people wrote
come back made safe to show.
"""

from mgtui.locale.wording.amounts import margin, scale, total, weight, with_unit
from mgtui.locale.wording.changes import change, change_with_text
from mgtui.locale.wording.fields import field
from mgtui.locale.wording.refusals import refusal
from mgtui.locale.wording.signs import ASCII, UNICODE, Signs, in_ascii, in_one_cell
from mgtui.locale.wording.terms import (
    agreement_status,
    answer_state,
    certainty,
    check_state,
    direction,
    kind,
    meeting_kind,
    part,
    response,
    role,
    side,
    status,
    willing,
)
from mgtui.locale.wording.troubles import problem, trouble
from mgtui.locale.wording.verdicts import (
    ambition_verdict,
    checklist,
    deciders,
    gap,
    headline,
    means_covered,
    partner_verdict,
    reasons,
    sentence,
    session_verdict,
    together,
    verdict,
)

__all__ = [
    "ASCII",
    "UNICODE",
    "Signs",
    "agreement_status",
    "ambition_verdict",
    "answer_state",
    "certainty",
    "change",
    "change_with_text",
    "check_state",
    "checklist",
    "deciders",
    "direction",
    "field",
    "gap",
    "headline",
    "in_ascii",
    "in_one_cell",
    "kind",
    "margin",
    "means_covered",
    "meeting_kind",
    "part",
    "partner_verdict",
    "problem",
    "reasons",
    "refusal",
    "response",
    "role",
    "scale",
    "sentence",
    "session_verdict",
    "side",
    "status",
    "together",
    "total",
    "trouble",
    "verdict",
    "weight",
    "willing",
    "with_unit",
]
