"""Sends a terminal only the cells that have changed; Textual's own update starts every line at its widget's left edge.

On a board as wide as the screen that would be a whole line for every dot of a weight, too much for a slow SSH line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from rich.console import Console
from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip


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
    """A compositor whose partial updates are exact, and ask widgets for no line but those that are dirty."""

    def render_partial_update(self) -> ChopsUpdate | None:
        """The update of what is dirty, or nothing when nothing is."""
        screen = self.size.region
        dirty = [region for region in (each.intersection(screen) for each in self._dirty_regions) if region.area]
        self._dirty_regions.clear()
        if not dirty:
            return None
        spans = list(self._regions_to_spans(dirty))
        chops: list[dict[int, Strip | None]] = [dict.fromkeys(cuts[:-1]) for cuts in self.cuts]
        for top, bottom in _runs(sorted({y for y, _first, _last in spans})):
            self._render_lines(chops, Region(0, top, screen.width, bottom - top))
        return ExactUpdate(cast("Sequence[Mapping[int, Strip]]", chops), spans, [cuts[1:] for cuts in self.cuts])

    def _render_lines(self, chops: list[dict[int, Strip | None]], lines: Region) -> None:
        """Fill the chops of `lines`, the whole width, front to back: the first widget to show at a cut is on top."""
        for widget, (region, clip) in self.visible_widgets.items():
            area = region.intersection(clip).intersection(lines)
            if not area.area:
                continue
            strips = widget.render_lines(area.translate((-region.x, -region.y)))
            for y, strip in zip(area.line_range, strips, strict=True):
                line = chops[y]
                cuts = [cut for cut in self.cuts[y] if area.x <= cut <= area.right]
                for cut, piece in zip(cuts, strip.divide([cut - area.x for cut in cuts[1:]]), strict=False):
                    if line[cut] is None:
                        line[cut] = piece


def _runs(lines: list[int]) -> Iterator[tuple[int, int]]:
    """Where the neighbours among `lines` begin and end."""
    start = 0
    for at in range(1, len(lines) + 1):
        if at == len(lines) or lines[at] != lines[at - 1] + 1:
            yield lines[start], lines[at - 1] + 1
            start = at


def _at(x: int, y: int) -> str:
    return f"\x1b[{y + 1};{x + 1}H"
