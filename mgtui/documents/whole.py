"""How the collaboration stands as a whole, in lines of text: the verdict, the ambition, the telling."""

from __future__ import annotations

from collections.abc import Iterator

from mgtui.domain.ambition import judge_ambition
from mgtui.domain.balance import SessionBalance
from mgtui.domain.communication import progress
from mgtui.domain.session import Session
from mgtui.locale import _, wording
from mgtui.locale.wording import Signs


def whole(session: Session, judged: SessionBalance, signs: Signs) -> Iterator[str]:
    """The session's verdict and who decides it, whether the ambition is realistic, and how far the telling is."""
    yield _("Together: {sign} {verdict}").format(
        sign=signs.of_session(judged.verdict), verdict=wording.session_verdict(judged.verdict)
    )
    yield from (f"  {sentence}" for sentence in wording.deciders(judged, session.scale))
    ambition = judge_ambition(session)
    found = [wording.ambition_verdict(ambition)]
    if ambition.means_total:
        found.append(wording.means_covered(ambition))
    yield _("Is the ambition realistic? {verdict}").format(verdict="; ".join(found))
    yield from (f"  {wording.gap(gap)}" for gap in ambition.gaps)
    yield _("Stakeholders: {checklist}").format(checklist=wording.checklist(progress(session), signs))
