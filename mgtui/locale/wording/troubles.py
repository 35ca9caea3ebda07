"""What is wrong with a session file and what to do about it: a sentence for each trouble and each problem in it.

The store says what is wrong as a code with its data; this module is where they become words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Final

from mgtui.locale import N_, _, ngettext, numbers
from mgtui.locale.safe_text import clipped

_LONGEST_NAMED: Final = 120
_BYTES_IN_MIB: Final = 1024 * 1024


def trouble(code: str, details: Mapping[str, str]) -> str:
    """Why a session file can't be opened or saved and what to do; the file itself is not named.

    Args:
        code: as the store's errors have it ("disk_full").
        details: the values that the sentence names.
    """
    if code == "not_a_session":
        count = int(details.get("count", "1"))
        text = ngettext(
            "is not a sound session: {n} problem. “mgtui check” tells what is wrong; “mgtui restore --list” shows the "
            "earlier versions.",
            "is not a sound session: {n} problems. “mgtui check” tells what is wrong; “mgtui restore --list” shows the "
            "earlier versions.",
            count,
        )
        return text.format(n=numbers.shown(count))
    if code == "held":
        return _held(details)
    if code == "not_regular" and details.get("kind") == "folder":
        return _("is a folder. Name a session file in it.")
    return _(_TROUBLES.get(code, _UNKNOWN_TROUBLE)).format_map(_shown({"code": code, **details}))


def problem(code: str, details: Mapping[str, str] | None = None) -> str:
    """One thing that is wrong in a session file, without its place."""
    return _(_PROBLEMS.get(code, _UNKNOWN_PROBLEM)).format_map(_shown({"code": code, **(details or {})}))


def _held(details: Mapping[str, str]) -> str:
    name, host = (clipped(details.get(key, ""), _LONGEST_NAMED) for key in ("name", "host"))
    if name and host:
        return _("is open at {name} on {host}. Close it there first, or join in there.").format(name=name, host=host)
    if name or host:
        return _("is open at {name}. Close it there first, or join in there.").format(name=name or host)
    return _("is open in another program. Close it there first.")


def _shown(details: Mapping[str, str]) -> dict[str, str]:
    """`details` made safe; what a sentence names and the store did not say is an ellipsis."""
    shown: dict[str, str] = defaultdict(lambda: "…")
    shown |= {name: clipped(value, _LONGEST_NAMED) for name, value in details.items()}
    limit = details.get("limit", "")
    if limit.isdigit():
        shown["limit"] = numbers.shown(int(limit))
        shown["mib"] = numbers.shown(int(limit) // _BYTES_IN_MIB)
    weight = details.get("weight")
    if weight is not None:
        shown["weight"] = _number(weight)
    return shown


def _number(text: str) -> str:
    try:
        value = Decimal(text)
    except InvalidOperation:
        return clipped(text, _LONGEST_NAMED)
    return numbers.shown(value) if value.is_finite() else clipped(text, _LONGEST_NAMED)


_UNKNOWN_TROUBLE: Final = N_("can't be used ({code}).")
_UNKNOWN_PROBLEM: Final = N_("something is wrong ({code}).")

_TROUBLES: Final[Mapping[str, str]] = {
    "store": N_("can't be used."),
    "missing": N_("is not there. Check the name and the folder; “mgtui new” makes a new session."),
    "not_there": N_("is not there. Check the name and the folder."),
    "is_folder": N_("is a folder. Name a file in it."),
    "not_permitted": N_("may not be used by you. Ask its owner for permission, or choose another place."),
    "already_there": N_("is there already and stays as it is. Choose another name, or open it with “mgtui open”."),
    "not_regular": N_("is not an ordinary file ({kind}). Name a session file."),
    "symbolic_link": N_("is a link that leads out of its folder. If you trust it, open {target} itself."),
    "not_readable": N_("may not be read by you. Ask its owner for permission, or open a copy of your own."),
    "not_writable": N_("can't be written: you have no permission, or the folder is read-only. Choose another place."),
    "read_only": N_("was opened to be read, so nothing is changed. Open it without --read-only to change it."),
    "disk_full": N_("can't be written: the disk is full. Make room, or choose another place; nothing is lost so far."),
    "disk_trouble": N_("can't be read or written: {problem}. Check the disk or choose another place."),
    "too_large": N_("is larger than a session may be ({mib} MiB). Is this the right file?"),
    "changed_underneath": N_(
        "was changed by another program since it was opened, so it is not overwritten. Keep yours under another name, "
        "or open the file again to see theirs."
    ),
    "newer_schema": N_(
        "was written by a newer mgtui (format {schema}), so it can be read but not changed. Install the newer mgtui."
    ),
}

_PROBLEMS: Final[Mapping[str, str]] = {
    "empty": N_("the file is empty"),
    "byte_order_mark": N_("the file begins with a byte order mark, which goes at the next save"),
    "not_utf8": N_("this is not UTF-8 text"),
    "not_json": N_("this is not JSON: {problem}"),
    "duplicate_key": N_("this key is here twice"),
    "not_a_number": N_("this is not a number"),
    "number_too_large": N_("this number is too large"),
    "lone_surrogate": N_("this text holds half a character"),
    "too_deep": N_("this is nested too deep"),
    "not_tables": N_("this is not a session file: it does not hold tables"),
    "not_a_table": N_("this is not a table"),
    "not_a_record": N_("this is not a record"),
    "bad_record_number": N_("a record's number should be a whole number from 1"),
    "no_session": N_("there is no session in it"),
    "several_sessions": N_("there is more than one session in it"),
    "bad_schema": N_("the version of the format is not {{major, minor}}"),
    "bad_value": N_("this value does not fit: {problem}"),
    "unusable_record": N_("this record can't be read and is left out: {problem}"),
    "duplicate_id": N_("another record has the id {id} too"),
    "missing_reference": N_("there is no {id}, which this record can't do without"),
    "dangling_reference": N_("there is no {id} to refer to"),
    "others_interest": N_("{id} is an interest of another partner"),
    "wrong_direction": N_("a link must run from what one partner brings to what another takes"),
    "same_partner": N_("a link must run between two partners"),
    "already_linked": N_("these two are linked already"),
    "same_name": N_("another partner is called “{name}” too"),
    "off_scale": N_("weight {weight} is not on the scale of this session"),
    "bad_history": N_("this part of the history can't be read: {problem}"),
    "history_gap": N_("part of the history is missing"),
    "history_differs": N_("the history does not lead to this session"),
}
