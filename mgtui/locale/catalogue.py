"""Keeps the Dutch catalogue true to the code: `python -m mgtui.locale.catalogue check|update|prune|compile`.

The compiled catalogue is kept beside its source, so that a fresh checkout, an editable install and a wheel all speak
Dutch without a build step; `check` refuses one that is not what its source compiles to. Needs Babel, which is for
development only.
"""

from __future__ import annotations

import argparse
import ast
import io
import os
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from mgtui.locale import DOMAIN

PACKAGE = Path(__file__).resolve().parent.parent
SOURCE = Path(__file__).resolve().parent / "nl" / "LC_MESSAGES" / f"{DOMAIN}.po"

# What marks a text in our code, and which of its arguments are texts.
_MARKS = {"_": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
_PLACEHOLDER = re.compile(r"\{(\w*)[^{}]*\}")


class DutchCatalogue(Catalog):
    """A catalogue whose header never changes by itself: no dates, no names, no version of a tool."""

    def __init__(self, messages: Iterable[Message] = ()) -> None:
        super().__init__(locale="nl", domain=DOMAIN, header_comment="# The Dutch of mgtui.", fuzzy=False)
        for message in messages:
            self.take_over(message)

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """What the header says."""
        return [
            ("Language", "nl"),
            ("Plural-Forms", "nplurals=2; plural=(n != 1);"),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
        ]

    @mime_headers.setter
    def mime_headers(self, value: Iterable[tuple[str, str]]) -> None:
        """It says that whatever a file's header says."""

    def take_over(self, message: Message) -> None:
        """Add `message` with its translation, its doubt and its translator's remarks."""
        flags = {"fuzzy"} if message.fuzzy else set()
        comments = message.user_comments
        self.add(message.id, message.string, flags=flags, user_comments=comments, context=message.context)


def main(arguments: Sequence[str] | None = None) -> int:
    """Check, update, prune or compile the catalogue; 1 when `check` finds something wrong."""
    parser = argparse.ArgumentParser(
        prog="python -m mgtui.locale.catalogue", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("verb", choices=["check", "update", "prune", "compile"])
    verb = parser.parse_args(arguments).verb
    if verb == "check":
        found = list(problems(PACKAGE, SOURCE))
        print(*found, sep="\n", end="\n" if found else "", file=sys.stderr)
        return 1 if found else 0
    if verb != "compile":
        update(PACKAGE, SOURCE, prune=verb == "prune")
    compile_beside(SOURCE)
    return 0


def extracted(package: Path) -> Catalog:
    """The texts that the code under `package` marks for translation."""
    found = Catalog()
    options = {"**.py": {"encoding": "utf-8"}}
    rows = extract_from_dir(package, [("**.py", "python")], options_map=options, keywords=_MARKS)
    for _file, _line, text, _comments, context in rows:
        found.add(text, context=context)
    for path in package.rglob("*.py"):
        for call in _calls_in_formatted(ast.parse(path.read_bytes())):
            code = io.BytesIO(ast.unparse(call).encode())
            for _line, text, _comments, context in extract("python", code, keywords=_MARKS):
                found.add(text, context=context)
    return found


def _calls_in_formatted(code: ast.AST) -> Iterator[ast.Call]:
    """The calls that stand in an f-string, where Babel does not look for texts."""
    formatted = (node for node in ast.walk(code) if isinstance(node, ast.JoinedStr))
    return (part for node in formatted for part in ast.walk(node) if isinstance(part, ast.Call))


def update(package: Path, source: Path, *, prune: bool = False) -> None:
    """Add to `source` what the code says and it doesn't yet; translations stay.

    Sorted and without line numbers, so that it changes only where a text does. Several people may do this at once: the
    file is replaced whole, after a look whether another has written it meanwhile.

    Args:
        package: the folder of the code.
        source: the catalogue, a .po file.
        prune: also drop what the code doesn't say (any more).
    """
    said = extracted(package)
    before = None
    while before != (before := _bytes(source)):
        kept = _parsed(before)
        written = DutchCatalogue(kept.get(message.id, message.context) or message for message in _texts(said))
        if not prune:
            for message in _texts(kept):
                written.take_over(message)
    _replace(source, _as_po(written))


def compile_beside(source: Path) -> None:
    """Write the compiled form of `source` beside it."""
    _replace(source.with_suffix(".mo"), _as_mo(_parsed(_bytes(source))))


def problems(package: Path, source: Path) -> Iterator[str]:
    """Everything that keeps the catalogue from being true to the code, a sentence each."""
    catalogue = _parsed(_bytes(source))
    said = {(message.context, _key(message)): message for message in _texts(extracted(package))}
    for (context, key), message in sorted(said.items(), key=lambda entry: (entry[0][1], entry[0][0] or "")):
        translated = catalogue.get(message.id, context=context)
        if translated is None:
            yield f"missing in nl: {key!r} (run `python -m mgtui.locale.catalogue update`)"
        else:
            yield from _flaws(translated)
    for message in _texts(catalogue):
        if (message.context, _key(message)) not in said:
            yield f"nobody says: {_key(message)!r} (run `python -m mgtui.locale.catalogue prune`)"
    compiled = source.with_suffix(".mo")
    if not compiled.exists() or compiled.read_bytes() != _as_mo(catalogue):
        yield f"{compiled.name} is stale (run `python -m mgtui.locale.catalogue compile`)"


def _flaws(message: Message) -> Iterator[str]:
    """What is wrong with one translated message."""
    key = _key(message)
    originals, translations = _forms(message.id), _forms(message.string or "")
    if message.fuzzy:
        yield f"fuzzy in nl: {key!r}"
    if len(translations) != len(originals) or not all(translations):
        yield f"untranslated in nl: {key!r}"
        return
    # A singular may say "one" where the plural names the number, so each form is held to its own original.
    for original, translation in zip(originals, translations, strict=True):
        if _placeholders(original) != _placeholders(translation):
            yield f"other placeholders in nl: {original!r} → {translation!r}"


def _placeholders(text: str) -> list[str]:
    return sorted(_PLACEHOLDER.findall(text.replace("{{", "").replace("}}", "")))


def _forms(text: str | Sequence[str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def _key(message: Message) -> str:
    return _forms(message.id)[0]


def _texts(catalogue: Catalog) -> Iterator[Message]:
    """The messages of `catalogue` but its header."""
    return (message for message in catalogue if message.id)


def _bytes(source: Path) -> bytes:
    return source.read_bytes() if source.exists() else b""


def _parsed(content: bytes) -> DutchCatalogue:
    return DutchCatalogue(_texts(read_po(io.BytesIO(content), locale="nl", domain=DOMAIN)))


def _as_po(catalogue: Catalog) -> bytes:
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=0, no_location=True, sort_output=True)
    return buffer.getvalue()


def _as_mo(catalogue: Catalog) -> bytes:
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def _replace(path: Path, content: bytes) -> None:
    """Put `content` at `path` in one step; a reader sees the old file or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    os.chmod(name, 0o644)
    os.replace(name, path)


if __name__ == "__main__":
    raise SystemExit(main())
