"""The program on a machine whose clock is set back an hour with every look: `python -m tests.trials.wandering_clock …`.

Only the clock is another; the machine's own is everybody's.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from itertools import count

from mgtui.cli import people
from mgtui.store import versions

_looks = count()


def wandering() -> datetime:
    """The time, an hour earlier than it was the last time, and more."""
    return datetime.now(UTC) - timedelta(hours=next(_looks))


if __name__ == "__main__":
    people.now = versions.utc_now = wandering
    # Who takes the clock over as a default takes this one: it is there before they are imported.
    from mgtui.cli import entry

    sys.exit(entry.main(sys.argv[1:]))
