"""The program on the stage, to be run in a terminal of its own: `python -m tests.tui.on_stage NAME [LANGUAGE]`.

It prints nothing of its own; NAME is a session of `tests.tui.sessions`, or "large" for 12 × 2 × 100 items.
"""

from __future__ import annotations

import sys
from decimal import Decimal

from mgtui import locale
from mgtui.cli.settings import Settings
from mgtui.domain.order import spread
from mgtui.domain.session import Direction, Item, Partner, Session
from tests.tui import sessions
from tests.tui.stage import Stage, app_with

PARTNERS = 12
ITEMS = 100
BOTH: tuple[Direction, ...] = ("take", "bring")


def large() -> Session:
    """A session of twelve partners with a hundred items in each column."""
    seated = {f"p{n}": Partner(id=f"p{n}", name=f"Partner {n}", order=key) for n, key in enumerate(spread(PARTNERS), 1)}
    laid_out = {
        f"{partner}-{direction}-{n}": Item(
            id=f"{partner}-{direction}-{n}",
            partner=partner,
            direction=direction,
            text=f"what {direction} {n} is about",
            weight=Decimal(n % 5 + 1),
            order=key,
        )
        for partner in seated
        for direction in BOTH
        for n, key in enumerate(spread(ITEMS), 1)
    }
    return Session(id="large", title="Everyone at one table", ambition="much", partners=seated, items=laid_out)


def main() -> None:
    """Run the program."""
    name, language = (*sys.argv[1:], "en")[:2]
    spoken = locale.choose(language, None, {})
    locale.use(spoken)
    session = {"large": large, "schools": sessions.schools, "empty": sessions.empty, "festival": sessions.festival}
    app_with(session[name](), Stage(Settings(language=spoken, name="Ana"))).run()


if __name__ == "__main__":
    main()
