"""`mgtui compare`: two copies of a session that went apart, and what either did since."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from mgtui.cli.exits import DONE
from mgtui.cli.output import write, write_json
from mgtui.cli.reading import tell_what_is_left_out
from mgtui.documents.parting_report import Copy, parting_as_data, parting_as_text
from mgtui.domain.merging import parting
from mgtui.store.access import read_session


def run(arguments: Namespace) -> int:
    """Write what differs."""
    files = [read_session(Path(each)) for each in (arguments.a, arguments.b)]
    for name, file in zip((arguments.a, arguments.b), files, strict=True):
        tell_what_is_left_out(name, file.loaded.problems)
    a, b = (
        Copy(letter, name, file.session)
        for letter, name, file in zip("AB", (arguments.a, arguments.b), files, strict=True)
    )
    apart = parting(a.session, files[0].history, b.session, files[1].history)
    if arguments.json:
        write_json(parting_as_data(a, b, apart, with_private=arguments.with_private))
    else:
        write(parting_as_text(a, b, apart, with_private=arguments.with_private))
    return DONE
