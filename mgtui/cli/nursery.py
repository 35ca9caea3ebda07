"""The process from which guests' programs are forked: `python -m mgtui.cli.nursery SOCKET` imports all they need."""

from __future__ import annotations

import gc
import signal
import socket
import sys

from mgtui.cli import guest
from mgtui.live.ssh import nursery


def main(number: int) -> None:
    """Serve the requests that come over the socket with that file number."""
    gc.disable()
    _import_what_guests_need()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with socket.socket(fileno=number) as requests:
        nursery.serve(requests, guest.main)


def _import_what_guests_need() -> None:
    import mgtui.cli.composition.guest_doors
    import mgtui.cli.composition.screens
    import mgtui.cli.people
    import mgtui.tui.app
    import mgtui.tui.screens.board  # noqa: F401


if __name__ == "__main__":
    main(int(sys.argv[1]))
