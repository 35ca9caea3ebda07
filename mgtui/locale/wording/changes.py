"""What a change did, in a few words: for "Undone: weight of “gedeelde open dag”" and for the history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from mgtui.domain.changes import Add, Batch, Change, Move, Remove, Set, parts
from mgtui.domain.communication import PARTS
from mgtui.domain.session import Meeting, Record, Session
from mgtui.locale import N_, _, ngettext
from mgtui.locale.safe_text import clipped
from mgtui.locale.wording import terms
from mgtui.locale.wording.fields import field

LONGEST_NAMED: Final = 40

_WRITTEN: Final = {"text", "name", "title", "ambition", "note", "interest"}
"""Fields in which a person writes a sentence."""

Single = Add | Set | Remove | Move


def change(of: Change, *sessions: Session, naming_private: bool = False) -> str:
    """What `of` did: "weight of “gedeelde open dag”", "new item “rust”", "Ouders: what we take told".

    Args:
        of: the change, as the room published it. An undo is told by what it takes back: `inverse(entry.change)`.
        sessions: where to find names, the first that knows a record wins: the sessions after and before it.
        naming_private: whether the text of what is private or covered may be shown.
    """
    describing = _Describing(sessions, naming_private=naming_private)
    if isinstance(of, Batch) and of.back_to:
        return describing.going_back(of)
    return describing.change(parts(of))


def change_with_text(of: Change, *sessions: Session) -> str:
    """As `change`, and with what was written over something, as that stands nowhere else until the change is made."""
    told = change(of, *sessions)
    written = [each for each in parts(of) if isinstance(each, Set) and each.field in _WRITTEN]
    if len(written) != 1 or not written[0].value:
        return told
    records = (getattr(session, written[0].table, {}).get(written[0].id) for session in sessions)
    is_open = not any(getattr(each, "private", False) or getattr(each, "covered", False) for each in records)
    return f"{told}: “{clipped(str(written[0].value), LONGEST_NAMED)}”" if is_open else told


def counted(number: int) -> str:
    """Several changes that have no name together: "3 changes"."""
    return ngettext("{n} change", "{n} changes", number).format(n=number)


def is_review(of: Set) -> bool:
    """Whether it answers a question of the review of an item."""
    return of.table == "items" and of.field.partition(".")[0] in ("delivery", "worth")


def _is_closing(singles: Sequence[Single]) -> bool:
    """Whether one meeting is closed, or goes on after all."""
    fields = {each.field for each in singles if isinstance(each, Set) and each.table == "meetings"}
    return fields == {"closed", "closed_revision"} and len({each.id for each in singles}) == 1


class _Describing:
    """One description; `sessions` are where names are looked up, the first that knows a record wins."""

    def __init__(self, sessions: Sequence[Session], *, naming_private: bool) -> None:
        self._sessions = sessions
        self._naming_private = naming_private

    def change(self, singles: Sequence[Single]) -> str:
        if not singles:
            return _("nothing")
        if len(singles) == 1:
            return self._single(singles[0])
        if any(isinstance(each, Set) and each.table == "session" and each.field == "title" for each in singles):
            return _("start of the session")
        return self._several(singles)

    def going_back(self, of: Batch) -> str:
        records = {(each.table, each.id): each for each in parts(of)}
        if len(records) == 1:
            (single,) = records.values()
            return _("{name} back to revision {n}").format(name=self._name(single), n=of.back_to)
        return _("back to revision {n}").format(n=of.back_to)

    def _several(self, singles: Sequence[Single]) -> str:
        """The last is what the person did; what goes along with it comes before it."""
        if all(isinstance(each, Set) and each.field in ("covered", "revealed") for each in singles):
            number = sum(each.table == "items" for each in singles)
            return ngettext("{n} item revealed", "{n} items revealed", number).format(n=number)
        last = singles[-1]
        alike = [each for each in singles if type(each) is type(last) and each.table == last.table]
        if isinstance(last, Remove | Move) and len(alike) == 1:
            return self._single(last)
        if isinstance(last, Add) and last.table == "meetings" and _is_closing(singles[:-1]):
            return f"{self._several(singles[:-1])}; {self._single(last)}"
        if len(alike) < len(singles) and isinstance(last, Add | Set):
            return counted(len(singles))
        if isinstance(last, Set):
            return self._several_set([each for each in alike if isinstance(each, Set)])
        return _counted(last, len(alike))

    def _several_set(self, sets: Sequence[Set]) -> str:
        fields = {each.field for each in sets}
        if _is_closing(sets):
            return (_("{name} closed") if sets[0].value else _("{name} goes on")).format(name=self._name(sets[0]))
        if len({each.id for each in sets}) == 1 and any(is_review(each) for each in sets):
            return _("review of {name}").format(name=self._name(sets[0]))
        if fields == {"covered", "author"}:
            return self._set(next(each for each in sets if each.field == "covered"))
        if len({each.id for each in sets}) == 1 and fields <= set(PARTS) and all(each.value for each in sets):
            return _("{name}: the whole story told").format(name=self._name(sets[0]))
        if len(fields) == 1:
            return _("{field} of {name}").format(
                field=field(sets[0].field),
                name=ngettext("{n} row", "{n} rows", len(sets)).format(n=len(sets)),
            )
        return counted(len(sets))

    def _single(self, of: Single) -> str:
        if isinstance(of, Add):
            return _(_NEW[of.table]).format(name=self._name(of)) if of.table in _NEW else _("something new")
        if isinstance(of, Remove):
            return _(_REMOVED[of.table]).format(name=self._name(of)) if of.table in _REMOVED else _("something removed")
        if isinstance(of, Move):
            return self._moved(of)
        return self._set(of)

    def _moved(self, of: Move) -> str:
        name = self._name(of)
        if "partner" in of.to and of.to["partner"] != of.was.get("partner"):
            partner = self._find("partners", of.to["partner"])
            return _("{name} moved to {partner}").format(name=name, partner=_quoted(partner, naming_private=True))
        if "direction" in of.to and of.to["direction"] != of.was.get("direction"):
            column = terms.direction("take" if of.to["direction"] == "take" else "bring")
            return _("{name} moved to {column}").format(name=name, column=column)
        return _("place of {name}").format(name=name)

    def _set(self, of: Set) -> str:
        name = self._name(of)
        if of.table == "session":
            return field(of.field)
        part = next((part for part in PARTS if of.table == "stakeholders" and of.field == part), None)
        if part:
            told = _("{name}: {part} told") if of.value else _("{name}: {part} no longer told")
            return told.format(name=name, part=terms.part(part))
        if of.table == "meetings" and of.field.startswith("spoken."):
            partner = self._find("partners", of.field.partition(".")[2])
            return _("speaking time of {name}").format(name=_quoted(partner, naming_private=True))
        if of.table == "rounds" and of.field.startswith("ready."):
            return _("ready with writing") if of.value else _("not ready with writing after all")
        if of.table == "rounds" and of.field == "revealed":
            return _("writing round ended") if of.value else _("writing round goes on")
        if of.table == "agreements" and of.field.startswith("confirmations."):
            partner = self._find("partners", of.field.partition(".")[2])
            told = _("{name} confirmed by {partner}") if of.value else _("{name} no longer confirmed by {partner}")
            return told.format(name=name, partner=_quoted(partner, naming_private=True))
        if of.field == "covered":
            return (_("{name} covered") if of.value else _("{name} revealed")).format(name=name)
        return _("{field} of {name}").format(field=field(of.field), name=name)

    def _name(self, of: Single) -> str:
        record = self._find(of.table, of.id)
        if record is not None:
            return _quoted(record, naming_private=self._naming_private)
        held = of.record if isinstance(of, Add | Remove) else {}
        if held.get("covered") and not self._naming_private:
            return _("something covered")
        if held.get("private") and not self._naming_private:
            return _("something private")
        text = held.get("text") or held.get("name") or ""
        return f"“{clipped(str(text), LONGEST_NAMED)}”" if text else "“…”"

    def _find(self, table: str, identity: str) -> Record | None:
        tables = (getattr(session, table, {}) for session in self._sessions)
        return next((records[identity] for records in tables if identity in records), None)


def _counted(of: Single, number: int) -> str:
    if of.table == "items" and isinstance(of, Add):
        return ngettext("{n} new item", "{n} new items", number).format(n=number)
    if of.table == "items" and isinstance(of, Remove):
        return ngettext("{n} item removed", "{n} items removed", number).format(n=number)
    if of.table == "items":
        return ngettext("{n} item moved", "{n} items moved", number).format(n=number)
    if of.table == "partners" and isinstance(of, Add):
        return ngettext("{n} new partner", "{n} new partners", number).format(n=number)
    return counted(number)


def _quoted(record: Record | None, *, naming_private: bool) -> str:
    """A record's own words: its name as it is, its text between quotes; of a nameless meeting which one it is."""
    if record is None:
        return "“…”"
    has_words = naming_private and bool(getattr(record, "text", ""))
    if getattr(record, "covered", False) and not has_words:
        return _("something covered")
    if not naming_private and getattr(record, "private", False):
        return _("something private")
    name = getattr(record, "name", "")
    if name:
        return clipped(name, LONGEST_NAMED)
    if isinstance(record, Meeting):
        return terms.meeting_kind(record.kind)
    text = clipped(getattr(record, "text", ""), LONGEST_NAMED)
    return f"“{text or '…'}”"


_NEW: Final[Mapping[str, str]] = {
    "partners": N_("new partner {name}"),
    "items": N_("new item {name}"),
    "interests": N_("new interest {name}"),
    "links": N_("new link"),
    "means": N_("new means {name}"),
    "stakeholders": N_("new stakeholder {name}"),
    "agreements": N_("new agreement {name}"),
    "meetings": N_("new meeting"),
    "rounds": N_("writing round begun"),
}
_REMOVED: Final[Mapping[str, str]] = {
    "partners": N_("partner {name} removed"),
    "items": N_("item {name} removed"),
    "interests": N_("interest {name} removed"),
    "links": N_("link removed"),
    "means": N_("means {name} removed"),
    "stakeholders": N_("stakeholder {name} removed"),
    "agreements": N_("agreement {name} removed"),
    "meetings": N_("meeting removed"),
    "rounds": N_("writing round called off"),
}
