"""Verdicts with their reasons, as a facilitator would say them aloud; the partner is the subject of every phrase."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from mgtui.domain.ambition import Ambition, Gap, GapCode
from mgtui.domain.balance import FEWEST_PARTNERS, PartnerBalance, Reason, SessionBalance, SessionVerdict, Verdict
from mgtui.domain.communication import Progress
from mgtui.domain.interval import ZERO, Interval
from mgtui.domain.scale import Scale
from mgtui.domain.session import Item
from mgtui.locale import N_, _, ngettext
from mgtui.locale.safe_text import clipped, safe
from mgtui.locale.wording.amounts import margin, total, with_unit
from mgtui.locale.wording.signs import UNICODE, Signs

LONGEST_NAMED: Final = 60


def verdict(of: Verdict) -> str:
    """A verdict by itself, as in a legend: "takes more than it brings"."""
    return _(_VERDICTS[of])


def session_verdict(of: SessionVerdict) -> str:
    """The verdict on the whole: "not sustainable"."""
    return _(_SESSION_VERDICTS[of])


def partner_verdict(balance: PartnerBalance) -> str:
    """The verdict on one partner; says so where its alternative makes the difference."""
    bound = balance.margin.high if balance.verdict == "loses" else balance.margin.low
    takes_more = bound is not None and bound > 0
    if balance.verdict == "loses" and takes_more:
        return _("takes no more than it brings, its alternative counted in")
    if balance.verdict == "gains" and not takes_more:
        return _("takes more than it brings, its alternative counted in")
    return verdict(balance.verdict)


def headline(balance: PartnerBalance, scale: Scale) -> str:
    """The few words beside a partner's margin: what falls short when it loses, else the verdict."""
    if balance.verdict == "loses":
        telling = next(r for r in balance.reasons if r.code in ("takes_nothing", "falls_short", "below_reserve"))
        return reason(telling, balance, scale)
    return partner_verdict(balance)


def reasons(balance: PartnerBalance, scale: Scale, *, naming_private: bool = False) -> list[str]:
    """Every reason for a partner's verdict, the weightiest first."""
    return [reason(each, balance, scale, naming_private=naming_private) for each in balance.reasons]


def reason(of: Reason, balance: PartnerBalance, scale: Scale, *, naming_private: bool = False) -> str:
    """One reason with the partner as its subject: "brings 2 more than it takes".

    Args:
        of: the reason.
        balance: of the partner that it is about.
        scale: of the session.
        naming_private: whether the text of a private item may be shown.
    """
    if of.code == "takes_nothing":
        return _("takes nothing yet")
    if of.code == "brings_nothing":
        return _("brings nothing yet")
    if of.code == "falls_short":
        return _falls_short(balance, scale)
    if of.code == "below_reserve":
        sentence = _("keeps {margin} here, but could get {reserve} without this deal")
        reserve = total(Interval(balance.partner.reserve, balance.partner.reserve), scale)
        return sentence.format(margin=margin(balance.margin, scale), reserve=reserve)
    return _about_items(of, naming_private=naming_private)


def sentence(name: str, of: Reason, balance: PartnerBalance, scale: Scale, *, naming_private: bool = False) -> str:
    """A reason with the partner's name: "De Linde brings 2 more than it takes"."""
    text = reason(of, balance, scale, naming_private=naming_private)
    apart = of.code in ("lacks_weight", "uncertain_decides")
    return f"{clipped(name, LONGEST_NAMED)}{':' if apart else ''} {text}"


def together(balance: SessionBalance, scale: Scale) -> str:
    """The verdict on the whole and who decides it: "not sustainable · De Linde brings 2 more than it takes"."""
    return " · ".join([session_verdict(balance.verdict), *deciders(balance, scale)])


def deciders(balance: SessionBalance, scale: Scale) -> list[str]:
    """Per partner that decides a verdict which is not good, a sentence; nothing when the deal holds."""
    if balance.verdict == "sustainable":
        return []
    decisive = {partner.id for partner in balance.decided_by}
    sentences = [_decider(each, scale) for each in balance.partners if each.partner.id in decisive]
    if len(balance.partners) < FEWEST_PARTNERS:
        sentences.insert(0, _("only one partner yet") if balance.partners else _("no partners yet"))
    return sentences


def ambition_verdict(of: Ambition) -> str:
    """Whether the ambition is realistic."""
    return _("realistic") if of.verdict == "realistic" else _("not realistic yet")


def means_covered(of: Ambition) -> str:
    """How many of the means are covered: "3 of 4 means covered"."""
    texts = ngettext("{covered} of {total} means covered", "{covered} of {total} means covered", of.means_total)
    return texts.format(covered=of.means_covered, total=of.means_total)


def gap(of: Gap) -> str:
    """One thing that keeps the ambition from being realistic."""
    return _(_GAPS[of.code]).format(name=clipped(of.name, LONGEST_NAMED))


def checklist(progress: Progress, signs: Signs = UNICODE) -> str:
    """How far the telling is: "☑ 6/10 told  ! 1 objection  2 to tell again"."""
    if not progress.total:
        return _("{sign} no stakeholders yet").format(sign=signs.untold)
    sign = signs.told if progress.done else signs.untold
    found = [_("{sign} {done}/{total} told").format(sign=sign, done=progress.done, total=progress.total)]
    if progress.objections:
        count = ngettext("{n} objection", "{n} objections", progress.objections).format(n=progress.objections)
        found.append(f"{signs.objection} {count}")
    if progress.stale:
        found.append(ngettext("{n} story changed", "{n} stories changed", progress.stale).format(n=progress.stale))
    return "  ".join(found)


def _falls_short(balance: PartnerBalance, scale: Scale) -> str:
    """By how much the partner brings more than it takes: the margin the other way round."""
    more = Interval(ZERO, ZERO) - balance.margin
    if more.high is None and not more.low:
        text = _("brings at least as much as it takes")
    elif more.high == 0:
        text = _("brings as much as it takes")
    elif more.high is None:
        least = total(Interval(more.low, more.low), scale)
        text = _("brings at least {amount} more than it takes").format(amount=least)
    else:
        text = _("brings {amount} more than it takes").format(amount=total(more, scale))
    reserve = balance.partner.reserve
    if not reserve:
        return text
    shown = with_unit(total(Interval(reserve, reserve)), scale)
    return _("{falls_short}, and could get {reserve} without this deal").format(falls_short=text, reserve=shown)


def _about_items(of: Reason, *, naming_private: bool) -> str:
    number = len(of.items)
    named = _named(of.items[0], naming_private=naming_private) if number == 1 else ""
    if of.code == "lacks_weight":
        if named:
            return _("“{item}” has no weight yet").format(item=named)
        return ngettext("{n} item has no weight yet", "{n} items have no weight yet", number).format(n=number)
    if named:
        return _("it depends on “{item}”").format(item=named)
    return ngettext("it depends on {n} uncertain item", "it depends on {n} uncertain items", number).format(n=number)


def _named(item: Item, *, naming_private: bool) -> str:
    return "" if item.private and not naming_private else clipped(item.text, LONGEST_NAMED)


def _decider(balance: PartnerBalance, scale: Scale) -> str:
    name = clipped(balance.partner.name, LONGEST_NAMED)
    if balance.verdict == "empty":
        return _("{name} has nothing on the table yet").format(name=name)
    if balance.verdict == "loses":
        return f"{name} {headline(balance, scale)}"
    decisive = [each for each in balance.reasons if each.code not in ("falls_short", "below_reserve")]
    if balance.verdict == "gains":
        decisive = [each for each in decisive if each.code == "brings_nothing"]
    if decisive:
        return sentence(balance.partner.name, decisive[0], balance, scale)
    return f"{safe(name)}: {partner_verdict(balance)}"


_VERDICTS: Final[Mapping[Verdict, str]] = {
    "empty": N_("empty"),
    "gains": N_("takes more than it brings"),
    "loses": N_("takes no more than it brings"),
    "open": N_("can't tell yet"),
}
_SESSION_VERDICTS: Final[Mapping[SessionVerdict, str]] = {
    "sustainable": N_("sustainable"),
    "unsustainable": N_("not sustainable"),
    "open": N_("can't tell yet"),
}
_GAPS: Final[Mapping[GapCode, str]] = {
    "no_means": N_("no means have been named yet"),
    "means_uncovered": N_("nobody brings “{name}”"),
    "means_uncertain": N_("“{name}” is brought, but not for sure"),
    "means_dropped": N_("what would bring “{name}” was dropped or is not revealed yet"),
    "willing_unknown": N_("{name} has not said yet whether it is willing"),
    "willing_doubt": N_("{name} is in doubt"),
    "willing_no": N_("{name} is not willing"),
}
