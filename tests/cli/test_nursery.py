"""What guests' programs are forked from: ready to show a board, and with nothing in it that is someone's."""

from __future__ import annotations

import subprocess
import sys

LOOK = """
import gc, threading
from rich.style import Style
from mgtui.cli import nursery
from mgtui.tui.app import MgtuiApp

nursery.prepare()
gc.collect()
here = gc.get_objects()
styles = [each for each in here if isinstance(each, Style)]
print(len(styles) > 100, [each for each in styles if each._ansi is not None])
print([each for each in here if isinstance(each, MgtuiApp)], threading.active_count())
"""


def test_a_rehearsal_leaves_no_thread_no_app_and_no_style_in_the_colours_of_any_terminal() -> None:
    done = subprocess.run([sys.executable, "-c", LOOK], capture_output=True, text=True, check=True, timeout=60)
    assert done.stderr == ""
    assert done.stdout.splitlines() == ["True []", "[] 1"]
