"""When it goes wrong: what was typed is kept, the terminal is as it was, and nobody's words come on the screen.

Textual would print every local variable, on a beamer. A report names files, lines and kinds of errors only; not even an
error's own message, since that may quote a partner.
"""

from __future__ import annotations

import asyncio
import os
import platform
import signal
import traceback
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

import mgtui
from mgtui.locale import _
from mgtui.locale.safe_text import safe
from mgtui.tui import our_screens

if TYPE_CHECKING:
    from mgtui.tui.app import MgtuiApp

EXIT_STATUS: Final = 70
"""EX_SOFTWARE of sysexits(3): the program itself is at fault."""

_PARTS_OF_A_PATH: Final = 3
_STREAMS: Final = (0, 1, 2)


def watch_over(app: MgtuiApp) -> None:
    """From now on end `app` calmly when the terminal goes away, someone asks it to stop, or a callback fails."""
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _loop, context: _end_for(app, context))
    terminals = [stream for stream in _STREAMS if os.isatty(stream)]

    def leave() -> None:
        _forget_lost(terminals)
        app.leave()

    for each in (signal.SIGTERM, signal.SIGHUP):
        # Only the main thread of a process hears signals; elsewhere (a test, a server) someone else sees to them.
        with suppress(ValueError, RuntimeError, NotImplementedError):
            loop.add_signal_handler(each, leave)


def end_calmly(app: MgtuiApp, error: BaseException) -> None:
    """Keep what was typed, write a report, and end `app` with a few lines about where both are."""
    app._return_code = EXIT_STATUS
    if app._exception is None and isinstance(error, Exception):
        # This is how a test hears of it.
        app._exception = error
        app._exception_event.set()
    with suppress(Exception):
        our_screens.keep_typing(app)
    if not app._exit_renderables:
        app._exit_renderables.append(_lines(app, error))
    app._close_messages_no_wait()


def report(error: BaseException) -> str:
    """What went wrong and where in the code, for who mends it; no value of any kind is in it."""
    versions = f"mgtui {mgtui.__version__}, Textual {_textual()}, Python {platform.python_version()}"
    machine = f"{platform.system()} {platform.release()}, TERM={os.environ.get('TERM', '')}"
    return "\n".join([versions, machine, "", *_chain(error), ""])


def sentences(path: str, report_path: str, not_saved: str = "") -> list[str]:
    """What the person reads when the screen is gone.

    Args:
        path: where the session is; empty when none was open.
        report_path: where the report is; empty when there is none.
        not_saved: why not all is saved, if so.
    """
    said = [_("mgtui had to stop because of a mistake of its own. Sorry about that.")]
    if path and not_saved:
        said.append(_("Not all of your work could be saved in {path}: {why}").format(path=safe(path), why=not_saved))
    elif path:
        said.append(_("Your work is safe. Go on with: mgtui open {path}").format(path=safe(path)))
    if report_path:
        said.append(_("What went wrong, without any of your texts, is in {path}.").format(path=safe(report_path)))
    return said


def _lines(app: MgtuiApp, error: BaseException) -> Any:
    from rich.text import Text

    where = ""
    with suppress(Exception):
        where = app.doors.report_crash(error)
    path = app.doors.session_path() if app.seat else ""
    saving = app.saving
    why = app.doors.why_not_saved(saving.reason, saving.details) if saving.state == "not_saved" else ""
    return Text("\n".join(sentences(path, where, why)), no_wrap=True, overflow="ignore")


def _forget_lost(terminals: Iterable[int]) -> None:
    """Let what still goes to a terminal that has gone away go nowhere, so that ending does not fail on it."""
    lost = [stream for stream in terminals if not os.isatty(stream)]
    if lost:
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in lost:
            os.dup2(nowhere, stream)
        os.close(nowhere)


def _end_for(app: MgtuiApp, context: dict[str, Any]) -> None:
    error = context.get("exception")
    if isinstance(error, Exception):
        app._handle_exception(error)


def _chain(error: BaseException) -> Iterator[str]:
    seen: set[int] = set()
    at: BaseException | None = error
    while at is not None and id(at) not in seen:
        seen.add(id(at))
        yield f"{type(at).__module__}.{type(at).__qualname__}"
        for frame in traceback.extract_tb(at.__traceback__):
            yield f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}"
        at = at.__cause__ or at.__context__
        if at is not None:
            yield "after"


def _short(path: str) -> str:
    """The end of a path: it says which file, and nothing of whose machine this is."""
    return "/".join(path.split(os.sep)[-_PARTS_OF_A_PATH:])


def _textual() -> str:
    from importlib.metadata import version

    return version("textual")
