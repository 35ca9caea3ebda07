"""The pictures of a session together as one SVG file that stands by itself."""

from __future__ import annotations

import re

from mgtui.documents.exporting.blocks import Picture
from mgtui.documents.exporting.pictures import exchange, meters
from mgtui.documents.exporting.pictures.drawing import element, picture, words, wrapped
from mgtui.documents.exporting.pictures.style import ALONE
from mgtui.documents.exporting.titles import title_of
from mgtui.domain.balance import balance
from mgtui.domain.session import Session
from mgtui.locale import wording

_MARGIN = 24.0
_TITLE, _TEXT, _CAPTION = 24.0, 16.0, 13.5
_WIDTH = 900.0 + 2 * _MARGIN
_SIZE = re.compile(r'height="([\d.]+)"')


def sheet(session: Session) -> str:
    """An SVG file with every partner's balance, and the exchange where there is one."""
    title = title_of(session)
    judged = balance(session)
    verdict = f"{wording.UNICODE.of_session(judged.verdict)} {wording.together(judged, session.scale)}"
    pieces, y = _lines(title, _TITLE, _MARGIN, bold=True)
    more, y = _lines(verdict, _TEXT, y)
    pieces += more
    for each in filter(None, (meters.drawn(session), exchange.drawn(session))):
        more, y = _placed(each, y + 14)
        pieces += more
    ground = element("rect", width=_WIDTH, height=y + _MARGIN, class_="mg-ground")
    style = element("style", ALONE)
    whole = picture(_WIDTH, y + _MARGIN, title, verdict, [style, ground, *pieces])
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{whole}\n'


def _lines(says: str, size: float, y: float, class_: str = "", bold: bool = False) -> tuple[list[str], float]:
    pieces = []
    for line in wrapped(says, size, _WIDTH - 2 * _MARGIN):
        y += size * 1.3
        pieces.append(words(_MARGIN, y, line, size, class_=class_, bold=bold))
    return pieces, y


def _placed(each: Picture, y: float) -> tuple[list[str], float]:
    found = _SIZE.search(each.svg)
    height = float(found[1]) if found else 0.0
    pieces, y = [each.svg.replace("<svg ", f'<svg x="{_MARGIN:g}" y="{y:g}" ', 1)], y + height
    caption, y = _lines(each.caption, _CAPTION, y, class_="mg-muted")
    return [*pieces, *caption], y + 14
