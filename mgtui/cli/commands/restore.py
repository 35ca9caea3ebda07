"""`mgtui restore`: an earlier version in the place of a session; what it replaces is kept as a version too."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from mgtui.cli import people
from mgtui.cli.exits import DONE, FILE_UNUSABLE, Failure
from mgtui.cli.output import tell, write
from mgtui.cli.reading import session_in
from mgtui.documents.versions_report import since_version
from mgtui.locale import _, dates
from mgtui.locale.safe_text import safe
from mgtui.store.access import restore_session, versions_of
from mgtui.store.errors import Missing, NotASession, StoreError
from mgtui.store.lock import this_process

if TYPE_CHECKING:
    from mgtui.domain.session import Session
    from mgtui.store.versions import Version


def run(arguments: Namespace) -> int:
    """List the versions, or put one in the place of the session."""
    path = Path(arguments.file)
    versions = versions_of(path)
    if not versions:
        sentence = _("{file}: no earlier versions are kept of it.")
        raise Failure(FILE_UNUSABLE, sentence.format(file=safe(arguments.file)))
    if arguments.list:
        now = _session_in(path)
        write("\n".join(line for version in versions for line in _lines(version, now)) + "\n")
        return DONE
    name = arguments.kept or _newest_sound(versions, arguments.file).name
    restored = _restored(path, name, arguments.file)
    sentence = _("{file} is as it was on {moment}. What stood there is kept: “mgtui restore {file}” brings it back.")
    tell(sentence.format(file=safe(arguments.file), moment=dates.moment(restored.kept)))
    return DONE


def _restored(path: Path, name: str, file: str) -> Version:
    try:
        return restore_session(path, name, this_process(people.person().name))
    except Missing:
        sentence = _("{file}: there is no version “{name}”. “mgtui restore {file} --list” lists them.")
    except NotASession:
        sentence = _("{file}: version “{name}” is broken itself. Choose another: “mgtui restore {file} --list”.")
    raise Failure(FILE_UNUSABLE, sentence.format(file=safe(file), name=safe(name)))


def _newest_sound(versions: Sequence[Version], file: str) -> Version:
    for version in versions:
        if _is_sound(version):
            return version
    raise Failure(FILE_UNUSABLE, _("{file}: every earlier version is broken.").format(file=safe(file)))


def _lines(version: Version, now: Session | None) -> list[str]:
    """A version in the list: its name, until when the session was so, why it was kept, and what differs by now."""
    told = [version.name, dates.moment(version.kept), _why(version.label)]
    then = _session_in(version.path)
    if then is None:
        return ["  ".join(filter(None, [*told, _("(broken)")]))]
    return ["  ".join(filter(None, told)), *(since_version(then, now) if now else [])]


def _why(label: str) -> str:
    if label.startswith("meeting-"):
        return _("end of a meeting")
    if label == "before-restore":
        return _("before an earlier version was put back")
    return _("before a new form of the file") if label.startswith("before-") else ""


def _is_sound(version: Version) -> bool:
    return _session_in(version.path) is not None


def _session_in(path: Path) -> Session | None:
    """The session in a file; None when there is none that can be used."""
    try:
        return session_in(str(path))
    except StoreError:
        return None
