"""The process from which guests' programs are forked: `python -m mgtui.cli.nursery SOCKET` imports all they need.

It rehearses too: what the screens make once and keep, guests' programs then share with it.
"""

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
    prepare()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with socket.socket(fileno=number) as requests:
        nursery.serve(requests, guest.main)


def prepare() -> None:
    """Import what guests' programs need, and have the screens make what they keep."""
    import mgtui.cli.composition.guest_doors
    import mgtui.cli.composition.screens
    import mgtui.cli.people
    import mgtui.tui.app
    import mgtui.tui.screens.board
    import mgtui.tui.screens.checklist
    import mgtui.tui.screens.sheet_screen  # noqa: F401
    from mgtui.cli.composition.rehearsal import rehearse
    from mgtui.live import protocol

    protocol.client_decoder()
    protocol.room_decoder()
    rehearse()


if __name__ == "__main__":
    main(int(sys.argv[1]))
