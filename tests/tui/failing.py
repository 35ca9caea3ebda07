"""A program that fails when F6 or F7 is pressed, to be run in a terminal: `python -m tests.tui.failing OUTCOME`.

F6 fails in a handler, F7 in a callback of the event loop. What the session held at the end goes to OUTCOME.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Any

from textual.binding import Binding

from mgtui.tui.app import MgtuiApp
from mgtui.tui.screens.frame import MgtuiScreen
from tests.tui import sessions
from tests.tui.stage import Stage


class FailingApp(MgtuiApp):
    """The program with two faults in it, that begins on the checklist."""

    BINDINGS = [Binding("f6", "fail", priority=True), Binding("f7", "fail_later", priority=True)]  # noqa: RUF012

    def get_default_screen(self) -> MgtuiScreen[Any]:
        self.call_later(self.go, "stakeholders")
        return super().get_default_screen()

    def action_fail(self) -> None:
        self._fail("Scholen werven samen")

    def action_fail_later(self) -> None:
        asyncio.get_running_loop().call_soon(self._fail, "Scholen werven samen")

    def _fail(self, words: str) -> None:
        raise RuntimeError(words)


def main() -> int:
    """Run it and write down what there was at the end."""
    stage = Stage()
    app = FailingApp(stage, stage.seat(sessions.schools()))
    app.run()
    assert stage.room
    names = "\n".join(each.name for each in stage.room.session.stakeholders.values())
    Path(sys.argv[1]).write_text(names, encoding="utf-8")
    return app.return_code or 0


if __name__ == "__main__":
    sys.exit(main())
