"""The sample sessions: where they are, what they are called, and a scratch copy of one to play with."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct, json

import mgtui
from mgtui.cli.exits import FILE_UNUSABLE, WRONG_USAGE, Failure
from mgtui.locale import Language, _, language
from mgtui.locale.safe_text import clipped

_INDEX: Final = "index.jsonl"
_LONGEST_NAMED: Final = 60


class SampleSession(Struct, frozen=True, kw_only=True):
    """A sample.

    Attributes:
        name: as `mgtui demo NAME` takes it.
        language: of the sample itself.
        title: of the session in it.
        summary: what there is to see in it, in its own language.
    """

    name: str
    language: Language
    title: str
    summary: str = ""


def folder() -> Path | None:
    """Where the samples are: inside an installed package, or beside it in a checkout; None when they are not there."""
    package = Path(mgtui.__file__).resolve().parent
    places = (package / "sample_sessions", package.parent / "sample_sessions")
    return next((place for place in places if (place / _INDEX).is_file()), None)


def all_samples() -> Sequence[SampleSession]:
    """Every sample, in the order to show them in; none when they are not installed."""
    place = folder()
    if place is None:
        return ()
    return json.Decoder(SampleSession).decode_lines((place / _INDEX).read_bytes())


def chosen(name: str | None) -> SampleSession:
    """The sample called `name`; without a name the first in the language in use.

    Raises:
        Failure: there is no such sample.
    """
    samples = all_samples()
    if not samples:
        raise Failure(FILE_UNUSABLE, _("The samples are not installed here."))
    if name is None:
        return next((each for each in samples if each.language == language()), samples[0])
    found = next((each for each in samples if each.name == name.casefold()), None)
    if found is None:
        sentence = _("There is no sample “{name}”. There are: {names}.")
        names = ", ".join(each.name for each in samples)
        raise Failure(WRONG_USAGE, sentence.format(name=clipped(name, _LONGEST_NAMED), names=names))
    return found


def scratch_copy(sample: SampleSession) -> Path:
    """A copy of `sample` in a folder of its own that only this user sees.

    Raises:
        OSError: when it can't be made.
    """
    import tempfile

    place = folder()
    assert place is not None
    copy = Path(tempfile.mkdtemp(prefix="mgtui-demo-")) / f"{sample.name}.json"
    shutil.copyfile(place / f"{sample.name}.json", copy)
    os.chmod(copy, 0o600)
    return copy
