"""Copying: always through the terminal, and to this machine's own clipboard when the person sits at it.

Never claims more than is known: a terminal does not tell whether it took the text. No clipboard is ever read.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from threading import Thread
from typing import TYPE_CHECKING, Final, Literal

from mgtui.locale import N_, _
from mgtui.tui.later import after

if TYPE_CHECKING:
    from mgtui.tui.app import MgtuiApp

MOST_BYTES_FOR_TERMINAL: Final = 75_000
"""What terminals take in one OSC 52 sequence, with room for its base64."""

SECONDS_FOR_MACHINE: Final = 1.5

Outcome = Literal["copied", "sent", "too_large"]

_SENTENCES: Final[Mapping[Outcome, str]] = {
    "copied": N_("Copied: {what}."),
    "sent": N_("Sent to your terminal's clipboard: {what}."),
    "too_large": N_("Not copied: this is too much for a terminal. Export it to a file instead."),
}

_log = logging.getLogger(__name__)


def copy(app: MgtuiApp, text: str, what: str) -> None:
    """Copy `text` and tell the person how far that is known to have worked; `what` names it in a few words."""
    fits = len(text.encode()) <= MOST_BYTES_FOR_TERMINAL
    if fits:
        app.copy_to_clipboard(text)
    without_machine: Outcome = "sent" if fits else "too_large"
    machine = app.doors.machine_clipboard()
    if machine is None:
        tell(app, without_machine, what)
        return
    attempt = _Attempt(lambda has_worked: tell(app, "copied" if has_worked else without_machine, what))
    attempt.start(app, machine, text)


def tell(app: MgtuiApp, outcome: Outcome, what: str) -> None:
    """Say what became of copying `what`."""
    app.say(_(_SENTENCES[outcome]).format(what=what), "warning" if outcome == "too_large" else "good")


def this_machine(environ: Mapping[str, str]) -> Callable[[str], None] | None:
    """What puts a text on this machine's clipboard; None when the person came in over SSH and sits elsewhere."""
    if environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"):
        return None
    return _by_pyperclip


def _by_pyperclip(text: str) -> None:
    import pyperclip

    pyperclip.copy(text)


class _Attempt:
    """One try at the machine's clipboard, in a thread that nobody waits for; answers once, also when it hangs."""

    def __init__(self, answer: Callable[[bool], None]) -> None:
        self._answer: Callable[[bool], None] | None = answer

    def start(self, app: MgtuiApp, machine: Callable[[str], None], text: str) -> None:
        """Begin; the answer comes in the app's own thread."""

        def work() -> None:
            try:
                machine(text)
            except Exception as error:
                # The clipboard tools of a machine fail in many ways; the terminal has the text all the same.
                _log.info("the clipboard of this machine failed: %s", type(error).__name__)
                app.call_later_from_anywhere(lambda: self._end(False))
            else:
                app.call_later_from_anywhere(lambda: self._end(True))

        after(SECONDS_FOR_MACHINE, app, lambda: self._end(False))
        Thread(target=work, name="clipboard", daemon=True).start()

    def _end(self, has_worked: bool) -> None:
        if self._answer:
            self._answer(has_worked)
            self._answer = None
