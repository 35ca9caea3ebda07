"""Runs one family of trials as often as asked: `python -m tests.trials kills --times 1000`."""

from __future__ import annotations

import argparse
import os
import sys

import pytest

from tests.trials.families import FAMILIES, variable


def main() -> int:
    """Run it; returns pytest's exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.trials", description=__doc__)
    parser.add_argument("family", choices=FAMILIES, nargs="?", help="what to try; without it all are listed")
    parser.add_argument("--times", type=int, help="how often; without it as often as CI does")
    asked = parser.parse_args()
    if not asked.family:
        for name, family in FAMILIES.items():
            print(f"{name:14} {family.times:>5} times in CI   {family.what}")
        return 0
    family = FAMILIES[asked.family]
    if asked.times is not None:
        os.environ[variable(asked.family)] = str(asked.times)
    return int(pytest.main([*family.tests, "--timeout=0", "--durations=5"]))


if __name__ == "__main__":
    sys.exit(main())
