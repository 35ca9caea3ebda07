"""`mgtui` by itself: recent sessions, a new one, and samples to learn from."""

from __future__ import annotations

from argparse import Namespace

from mgtui.cli.composition import screens


def run(arguments: Namespace) -> int:
    """Show the welcome screen."""
    return screens.show()
