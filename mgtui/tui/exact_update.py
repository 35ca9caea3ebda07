"""Sends a terminal only the cells that have changed; Textual's own update starts every line at its widget's left edge.

On a board as wide as the screen that would be a whole line for every dot of a weight, too much for a slow SSH line.
"""

from __future__ import annotations

from rich.console import Console
from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region


class ExactUpdate(ChopsUpdate):
    """An update of some spans of cells, each cut off at both its ends."""

    def render_segments(self, console: Console) -> str:
        """The bytes for a terminal, as text."""
        sequences: list[str] = []
        for y, first, last in self.spans:
            for end, (x, strip) in zip(self.chop_ends[y], self.chops[y].items(), strict=False):
                if strip is not None and x < last and end > first:
                    sequences.append(_at(max(x, first), y))
                    sequences.append(strip.crop(max(x, first) - x, min(end, last) - x).render(console))
        return "".join(sequences)


class ExactCompositor(Compositor):
    """A compositor whose partial updates are exact."""

    def render_partial_update(self) -> ChopsUpdate | None:
        """The update of what is dirty, or nothing when nothing is."""
        screen = self.size.region
        dirty = [region for region in (each.intersection(screen) for each in self._dirty_regions) if region.area]
        self._dirty_regions.clear()
        if not dirty:
            return None
        spans = list(self._regions_to_spans(dirty))
        lines = {y for y, _first, _last in spans}
        chops = self._render_chops(Region.from_union(dirty), lines.__contains__)
        return ExactUpdate(chops, spans, [cuts[1:] for cuts in self.cuts])


def _at(x: int, y: int) -> str:
    return f"\x1b[{y + 1};{x + 1}H"
