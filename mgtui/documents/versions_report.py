"""What differs between an earlier version of a session and the session as it is, in a few lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from mgtui.domain.comparison import Difference, Happening, compare
from mgtui.domain.session import Session
from mgtui.domain.visibility import for_documents, hidden_as_in
from mgtui.locale import _
from mgtui.locale.wording import differences

MOST: Final = 5
"""As many differences are told in full."""

_INDENT: Final = "    "
_MARKS: Final = {"added": "+", "removed": "−", "changed": "±"}


def since_version(then: Session, now: Session) -> list[str]:
    """What has been added, changed and removed since `then`, in number and the first few in words; nothing private."""
    before, after = for_documents(hidden_as_in(then, now)), for_documents(now)
    found = compare(before, after)
    if not found:
        return [_INDENT + (_("as it is now") if then == now else _("differs only in what is private or in order"))]
    lines = [_INDENT + _("since then: {what}").format(what=_counted(found))]
    lines += [f"{_INDENT}  {_MARKS[each.happening]} {differences.whole(each, before, after)}" for each in found[:MOST]]
    if len(found) > MOST:
        lines.append(f"{_INDENT}  " + _("and {n} more").format(n=len(found) - MOST))
    return lines


def _counted(found: Sequence[Difference]) -> str:
    counts = Counter(each.happening for each in found)
    return ", ".join(_words(counts))


def _words(counts: Counter[Happening]) -> Iterator[str]:
    if counts["added"]:
        yield _("{n} added").format(n=counts["added"])
    if counts["changed"]:
        yield _("{n} changed").format(n=counts["changed"])
    if counts["removed"]:
        yield _("{n} removed").format(n=counts["removed"])
