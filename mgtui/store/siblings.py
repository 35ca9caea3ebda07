"""Finds files beside a session that a sync service may have made when two people changed it at once.

It goes by names only, so it points them out and never touches them.
"""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from mgtui.store.versions import stamp

SERVICES: tuple[tuple[str, str], ...] = (
    ("Syncthing", r"{stem}\.sync-conflict-\d{{8}}-\d{{6}}-[A-Z0-9]+{ending}"),
    ("Nextcloud", r"{stem} \(conflicted copy \d{{4}}-\d\d-\d\d \d{{6}}\){ending}"),
    ("Nextcloud", r"{stem}_conflict-\d{{8}}-\d{{6}}{ending}"),
    ("Dropbox", r"{stem} \(.*(conflicted copy|conflicterende kopie|conflict).*\){ending}"),
    ("Resilio Sync", r"{stem}\.conflict(\.\d+)?{ending}"),
    ("Google Drive", r"{stem}( \(\d+\)|_conf\(\d+\)){ending}"),
    ("OneDrive", r"{stem}-[A-Za-z0-9-]*(desktop|laptop|macbook|imac|pc)[A-Za-z0-9-]*{ending}"),
    ("iCloud Drive", r"{stem} [2-9]{ending}"),
    ("git", r"{stem}{ending}\.(orig|rej)"),
)


def free_name(path: Path, what: str, moment: datetime) -> Path:
    """A name beside `path` that nothing has yet, such as "scholen.theirs-2026-03-02T140000Z.json"."""
    name, again = f"{path.stem}.{what}-{stamp(moment)}", 1
    while (place := path.with_name(f"{name}{f'~{again}' if again > 1 else ''}{path.suffix}")).exists():
        again += 1
    return place


class Sibling(Struct, frozen=True):
    """A file that looks like a conflict copy, and the service whose way of naming it has."""

    path: Path
    service: str


def conflict_copies(path: Path) -> list[Sibling]:
    """The files beside `path` that look like conflict copies of it, by name; empty when its folder can't be read."""
    stem = path.stem.casefold()
    try:
        named_alike = (entry for entry in path.parent.iterdir() if entry.name.casefold().startswith(stem))
        beside = sorted(entry for entry in named_alike if entry.name != path.name and entry.is_file())
    except OSError:
        return []
    patterns = [(service, _pattern(pattern, path)) for service, pattern in SERVICES] if beside else []
    found = []
    for entry in beside:
        service = next((name for name, pattern in patterns if pattern.fullmatch(entry.name)), None)
        if service:
            found.append(Sibling(entry, service))
    return found


def _pattern(pattern: str, path: Path) -> re.Pattern[str]:
    filled = pattern.format(stem=re.escape(path.stem), ending=re.escape(path.suffix))
    return re.compile(filled, re.IGNORECASE)
