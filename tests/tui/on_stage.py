"""The program on the stage, to be run in a terminal of its own: `python -m tests.tui.on_stage NAME [LANGUAGE] [WORD…]`.

It prints nothing of its own; NAME is a session of `tests.tui.sessions`, or "large" for 12 × 2 × 100 items,
or "welcome" for none. With "clock" time passes, else it stands still; with "ascii" it is drawn in that, and with
"light" in the light theme.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from decimal import Decimal

import msgspec

from mgtui import locale
from mgtui.cli.settings import Settings
from mgtui.domain.order import spread
from mgtui.domain.session import Direction, Item, Link, Partner, Session
from tests.tui import conversing, sessions
from tests.tui.stage import Stage, app_with

PARTNERS = 12
ITEMS = 100
LINKS = 300
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


def linked() -> Session:
    """The large session with 300 links, so that everyone brings something to nearly everyone."""
    session = large()
    links = {}
    for number in range(LINKS):
        giver = number % PARTNERS + 1
        taker = (giver + number // PARTNERS % (PARTNERS - 1)) % PARTNERS + 1
        bring, take = f"p{giver}-bring-{number % ITEMS + 1}", f"p{taker}-take-{number // 7 % ITEMS + 1}"
        links[f"l{number}"] = Link(id=f"l{number}", bring=bring, take=take)
    return msgspec.structs.replace(session, links=links)


class TimePasses(Stage):
    """A stage with the clock of this machine."""

    def now(self) -> datetime:
        return datetime.now(UTC)


def main() -> None:
    """Run the program."""
    name, language = (*sys.argv[1:], "en")[:2]
    words = sys.argv[3:]
    kind = TimePasses if "clock" in words else Stage
    spoken = locale.choose(language, None, {})
    locale.use(spoken)
    session = {
        "large": large,
        "schools": sessions.schools,
        "empty": sessions.empty,
        "festival": sessions.festival,
        "conversing": conversing.session,
        "linked": linked,
        "wide": sessions.wide,
    }
    theme = f"mgtui-beamer-{'light' if 'light' in words else 'dark'}"
    settings = Settings(language=spoken, name="Ana", theme=theme, ascii="ascii" in words)
    stage = kind(settings)
    app_with(session[name]() if name in session else None, stage).run()
    # What a crash would write in a file, for who reads why a test failed.
    sys.stdout.write("\n".join(stage.reports))


if __name__ == "__main__":
    main()
