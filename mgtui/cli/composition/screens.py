"""Shows the screens on this terminal, and ends as it should when they are gone: all saved, or told where it is."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from mgtui.cli.exits import DONE, FILE_UNUSABLE, REFUSED, WRONG_USAGE, Failure
from mgtui.cli.output import tell
from mgtui.locale import _
from mgtui.locale.safe_text import safe

if TYPE_CHECKING:
    from collections.abc import Callable

    from mgtui.cli.composition.doors import ProgramDoors
    from mgtui.cli.composition.keeping import Loss
    from mgtui.cli.composition.opened import Opened
    from mgtui.cli.settings import Settings
    from mgtui.domain.people import Person, Role

SHORT_TURN: Final = 0.0005
"""Seconds for which one thread may have the interpreter while another waits for it; Python's own is ten times that."""

NEW_OBJECTS: Final = 5_000
"""How many come before garbage is looked for among them; at Python's own 700 that is several times for each key."""


class Beamer(Struct, frozen=True):
    """How the beamer screen begins.

    Attributes:
        is_all: whether the program ends with it.
        follows: whether it shows what the facilitator shows.
        theme: its theme; empty for the one in the settings.
    """

    is_all: bool = False
    follows: bool = True
    theme: str = ""


def refuse_without_terminal() -> None:
    """Refuse to go on when there is no terminal to draw on or type at.

    Raises:
        Failure: there is none.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        sentence = _("This needs a terminal to draw on. For text, use “mgtui show FILE” or “mgtui balance FILE”.")
        raise Failure(WRONG_USAGE, sentence)


def show(
    name: str | None = None,
    role: Role = "facilitator",
    ascii_only: bool = False,
    begin: Callable[[ProgramDoors], Opened] | None = None,
    doors_for: Callable[[Person, Settings], ProgramDoors] | None = None,
    beamer: Beamer | None = None,
) -> int:
    """Show the screens until the person leaves or is removed, and return the exit code.

    Args:
        name: who the person is, when the command line says so.
        role: what they may do.
        ascii_only: whether to draw with ASCII only, whatever the settings say.
        begin: takes the seat to begin in; without it the welcome screen begins.
        doors_for: makes the doors; without it they are those of someone who has this user's account.
        beamer: how to begin with the beamer screen; without it another one begins.

    Raises:
        Failure, StoreError: when that seat can't be had; nothing has been shown then. Failure, too, when a
            facilitator has removed the person.
    """
    refuse_without_terminal()
    # Most of starting is imports, and most garbage collection in it is in vain.
    gc.disable()
    from mgtui.cli import people, settings
    from mgtui.cli.composition.amiss import amiss
    from mgtui.cli.composition.doors import ProgramDoors

    reading = settings.read()
    preferred = _preferred(reading.settings, ascii_only=ascii_only)
    doors = (doors_for or ProgramDoors)(people.person(name, role), preferred)
    try:
        seat = begin(doors) if begin else None
        # The settings are this user's own: a guest can't mend them, nor needs to know where they are.
        return _run(doors, seat, beamer, amiss(reading) if doors.has_files else "")
    finally:
        not_saved = [*map(_told, doors.close()), *map(_told_unanswered, doors.unanswered)]
        for sentence in not_saved:
            tell(sentence)
        if not_saved:
            raise Failure(FILE_UNUSABLE, _("Not everything could be saved where it should."))


def _run(doors: ProgramDoors, seat: Opened | None, beamer: Beamer | None, told_first: str) -> int:
    from mgtui.tui.app import MgtuiApp

    app = MgtuiApp(doors, seat, presents=beamer is not None)
    if told_first:
        app.say(told_first, "warning")
    if beamer:
        app.only_presents, app.is_in_step = beamer.is_all, beamer.follows
        app.theme = beamer.theme or app.theme
    # The thread that saves lets go of the interpreter so soon that a key never waits long for it.
    sys.setswitchinterval(SHORT_TURN)
    app.when_shown = _collect_garbage
    code = app.run()
    if app.parted == "removed":
        from mgtui.cli.composition.opened import why_refused

        raise Failure(REFUSED, why_refused(app.parted))
    return code if code is not None else app.return_code or DONE


def _collect_garbage() -> None:
    """From now on; what it took to get here stays, and is not looked through again."""
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS)
    gc.enable()


def _preferred(settings: Settings, *, ascii_only: bool) -> Settings:
    from msgspec.structs import replace

    from mgtui.cli.output import speaks_unicode

    plain = ascii_only or not speaks_unicode(sys.stdout)
    return replace(settings, ascii=True) if plain else settings


def _told_unanswered(changes: str) -> str:
    sentence = _("The room does not answer any more, so this may not be saved: {changes}")
    return sentence.format(changes=changes)


def _told(loss: Loss) -> str:
    if loss.rescued:
        sentence = _("{path} could not be saved. Everything is kept in {rescued}.")
        return sentence.format(path=safe(str(loss.path)), rescued=safe(str(loss.rescued)))
    return _("{path} could not be saved, and neither could a copy of it.").format(path=safe(str(loss.path)))
