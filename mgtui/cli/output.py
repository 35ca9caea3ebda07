"""Writing: output to stdout, messages to stderr; a reader that has gone away is no error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, TextIO


def write(text: str) -> None:
    """Write output; what the terminal's encoding lacks becomes the nearest ASCII."""
    _write(sys.stdout, text if speaks_unicode(sys.stdout) else _in_ascii(text))


def write_bytes(data: bytes) -> None:
    """Write output that is what it is, whatever the encoding."""
    with _reader_may_go(sys.stdout):
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def write_json(data: Any) -> None:
    """Write `data` as indented JSON."""
    import json

    from mgtui.locale.safe_text import safe_json

    _write(sys.stdout, safe_json(json.dumps(data, ensure_ascii=not speaks_unicode(sys.stdout), indent=2)) + "\n")


def tell(sentence: str) -> None:
    """Tell the person something, on stderr."""
    _write(sys.stderr, f"mgtui: {sentence if speaks_unicode(sys.stderr) else _in_ascii(sentence)}\n")


def speaks_unicode(stream: TextIO) -> bool:
    """Whether `stream` can carry every character."""
    return (getattr(stream, "encoding", None) or "").lower().replace("-", "").replace("_", "").startswith("utf")


def _in_ascii(text: str) -> str:
    from mgtui.locale.wording import in_ascii

    return in_ascii(text)


def _write(stream: TextIO, text: str) -> None:
    # A file name may hold bytes that are no text, and a terminal may lack a letter.
    encoding = getattr(stream, "encoding", None) or "utf-8"
    with _reader_may_go(stream):
        stream.write(text.encode(encoding, "replace").decode(encoding))
        stream.flush()


@contextmanager
def _reader_may_go(stream: TextIO) -> Iterator[None]:
    """Within this, a reader of `stream` that has gone away is no error, and one that can't take more is told once."""
    try:
        yield
    except BrokenPipeError:
        _let_go(stream)
    except OSError:
        _let_go(stream)
        raise


def _let_go(stream: TextIO) -> None:
    """Point `stream` at nothing, so that the interpreter does not try again at the end."""
    with suppress(OSError, ValueError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, stream.fileno())
        os.close(nothing)
