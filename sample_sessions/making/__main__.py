"""Writes every sample session beside `index.jsonl`: `python -m sample_sessions.making [FOLDER]`.

Invariant: the files depend on the stories and the program alone, not on when, where or by whom they are made.
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from mgtui.store.access import create_session
from sample_sessions.making.scribe import Scribe

SAMPLES = Path(__file__).parents[1]


def titles() -> dict[str, str]:
    """The title of each sample in the index, by its name."""
    samples = map(json.loads, (SAMPLES / "index.jsonl").read_text("utf-8").splitlines())
    return {sample["name"]: sample["title"] for sample in samples}


def play(name: str, title: str) -> Scribe:
    """The sample called `name`, played from its first meeting to its last."""
    story = import_module(f"sample_sessions.making.{name}")
    scribe = Scribe(name)
    story.play(scribe, title)
    return scribe


def session_file(name: str, title: str) -> bytes:
    """The session file of the sample called `name`, as the program saves it."""
    room = play(name, title).room
    with TemporaryDirectory() as folder:
        path = Path(folder, f"{name}.json")
        create_session(path, room.session, room.history).close()
        return path.read_bytes()


def main(folder: Path) -> None:
    """Writes all samples to `folder`."""
    for name, title in titles().items():
        (folder / f"{name}.json").write_bytes(session_file(name, title))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES)
