"""What a meeting begins with: what this is about, and who is at the table."""

from __future__ import annotations

from mgtui.domain.session import Session
from mgtui.locale import _
from mgtui.locale.safe_text import safe
from mgtui.locale.wording import naming
from mgtui.tui.widgets.beamer.slide import Block, Parts
from mgtui.tui.widgets.beamer.surface import Surface, wrapped
from mgtui.tui.widgets.board.drawing import Line


def ways(session: Session, surface: Surface) -> list[Parts]:
    """The title, the ambition, and the partners by name."""
    title = safe(session.title) or _("Untitled session")
    blocks = [Block("title", tuple(surface.headline(title, "heading bold", surface.cells)))]
    if session.ambition:
        label: Line = ((_("What we want together"), "muted"),)
        blocks.append(Block("ambition", (label, *surface.headline(safe(session.ambition), "ink bold", surface.cells))))
    names = [naming.partner(each) for each in session.partners_in_order]
    if names:
        dot = " - " if surface.is_ascii else " · "
        heading: Line = ((_("At the table"), "muted"),)
        blocks.append(Block("partners", (heading, *wrapped(dot.join(names), "ink bold", surface.cells))))
    return [Parts(blocks=blocks, gap=2), Parts(blocks=blocks)]
