"""Names for files that say what is in them."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

LONGEST: Final = 60


def file_name(title: str) -> str:
    """A name for the file of what is called `title`, that is safe on every system: "scholen-werven-samen"."""
    bare = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:LONGEST].rstrip("-") or "sessie"
