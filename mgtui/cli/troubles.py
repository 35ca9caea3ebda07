"""Turns what goes wrong below into a failure with its exit code and a sentence in the person's language."""

from __future__ import annotations

import errno
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from mgtui.cli.exits import FILE_UNUSABLE, REFUSED, Failure

if TYPE_CHECKING:
    from mgtui.store.errors import StoreError

_CODES: Final[Mapping[int, str]] = {
    errno.ENOENT: "not_there",
    errno.EISDIR: "is_folder",
    errno.EACCES: "not_permitted",
    errno.EPERM: "not_permitted",
    errno.EROFS: "not_writable",
    errno.ENOSPC: "disk_full",
}
"""What the system calls trouble with a file that is no session, as a code that has a sentence in every language."""


@contextmanager
def as_failures() -> Iterator[None]:
    """Within this, trouble with files and refused changes end as a `Failure`."""
    from mgtui.domain.refusal import Refused

    try:
        yield
    except Refused as refusal:
        from mgtui.locale.wording import refusal as in_words

        raise Failure(REFUSED, in_words(refusal)) from refusal
    except OSError as error:
        raise failure_of(error) from error


def failure_of(error: OSError) -> Failure:
    """The failure that `error` is: who holds the session is another thing than what is wrong with the file."""
    return Failure(REFUSED if getattr(error, "code", "") == "held" else FILE_UNUSABLE, in_words(error))


def in_words(error: OSError, path: str = "") -> str:
    """What `error` is about and what to do; `path` as the person gave it, the error's own path without."""
    from mgtui.locale.safe_text import safe
    from mgtui.locale.wording import trouble

    code = getattr(error, "code", None)
    if code is not None and hasattr(error, "details"):
        stored: StoreError = error  # type: ignore[assignment]
        return f"{safe(path or str(stored.path))}: {trouble(code, stored.details)}"
    reason = trouble(_CODES.get(error.errno or 0, "disk_trouble"), {"problem": error.strerror or str(error)})
    name = path or str(error.filename or "")
    return f"{safe(name)}: {reason}" if name else reason
