"""The process from which guests' programs are forked: it imports all they need, once, and keeps its hands still.

Invariant: it has one thread and no event loop, so that a fork of it is whole; a child keeps none of its files.
"""

from __future__ import annotations

import array
import contextlib
import gc
import os
import selectors
import signal
import socket
import sys
from collections.abc import Callable, Sequence

import msgspec

from mgtui.live.ssh.spawning import LONGEST_REQUEST, Born, Died, Request

HUNG_UP = 128 + signal.SIGHUP
"""The exit status of a program whose terminal went before it began."""

NICENESS = 10
"""How far guests' programs stand back, of 19: a tenth of the processor where it is wanted by all, all of it else."""

Run = Callable[[Sequence[str]], int]
"""A whole program: takes its arguments, returns its exit status."""


def serve(requests: socket.socket, run: Run) -> None:
    """Start a child that does `run` for each request, and tell of births and deaths, until the other side is gone."""
    woken, waker = socket.socketpair()
    waker.setblocking(False)
    signal.set_wakeup_fd(waker.fileno())
    signal.signal(signal.SIGCHLD, lambda number, frame: None)
    gc.collect()
    gc.freeze()
    try:
        _serve(requests, woken, waker, run)
    finally:
        # A child that ends later would be told over a socket that is gone.
        signal.set_wakeup_fd(-1)


def _serve(requests: socket.socket, woken: socket.socket, waker: socket.socket, run: Run) -> None:
    """Answer what comes, a request or a child's end, until the other side is gone."""
    with selectors.DefaultSelector() as selector, contextlib.suppress(BrokenPipeError, ConnectionResetError):
        selector.register(requests, selectors.EVENT_READ)
        selector.register(woken, selectors.EVENT_READ)
        requests.send(msgspec.json.encode(Born(0, os.getpid())))
        while True:
            ready = {key.fileobj for key, _ in selector.select()}
            if woken in ready:
                woken.recv(1024)
                _tell_deaths(requests)
            if requests in ready and not _take(requests, [waker, woken], run):
                return


def _take(requests: socket.socket, others: list[socket.socket], run: Run) -> bool:
    """Do one request; False when there will be no more."""
    fds = array.array("i")
    data, ancillary, _, _ = requests.recvmsg(LONGEST_REQUEST, socket.CMSG_LEN(fds.itemsize))
    for _, _, passed in ancillary:
        fds.frombytes(passed[: len(passed) - len(passed) % fds.itemsize])
    if not data or len(fds) != 1:
        return False
    request = msgspec.json.decode(data, type=Request)
    try:
        pid = os.fork()
    except OSError:
        pid = -1
    if pid == 0:
        _be(request, fds[0], [requests, *others], run)
    os.close(fds[0])
    requests.send(msgspec.json.encode(Born(request.number, max(pid, 0))))
    return True


def _be(request: Request, terminal: int, inherited: list[socket.socket], run: Run) -> None:
    """The rest of a child's life."""
    status = 70
    try:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for each in inherited:
            each.close()
        if not _has_taken(terminal):
            os._exit(HUNG_UP)
        _give_way()
        os.environ.clear()
        os.environ.update(request.errand.environment)
        _use_terminal()
        status = run(request.errand.arguments)
    except SystemExit as leaving:
        status = leaving.code if isinstance(leaving.code, int) else 1
    except BaseException as error:
        # Whatever it says may be someone's words, and this is the host's log.
        sys.stderr.write(f"a guest's program ended with {type(error).__qualname__}\n")
    finally:
        with contextlib.suppress(Exception):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(status)


def _has_taken(terminal: int) -> bool:
    """Whether `terminal` is this process's own now; it may be gone already, with the guest."""
    try:
        os.login_tty(terminal)
    except OSError:
        return False
    return True


def _give_way() -> None:
    """Let those go first who carry what is on the screens by now: the kernel's terminals, the door, the room.

    When an edit wakes everyone, each screen would else wait in this machine until the last one has been drawn. Linux
    weighs whole terminals against each other, so that a process's own niceness counts for nothing there.
    """
    with contextlib.suppress(OSError):
        os.nice(NICENESS)
    with contextlib.suppress(OSError), open("/proc/self/autogroup", "w") as group:  # only Linux has it
        group.write(str(NICENESS))


def _use_terminal() -> None:
    """Make the standard streams anew: those there are were made for what the nursery itself had."""
    streams = (("stdin", "r", -1), ("stdout", "w", 1), ("stderr", "w", 1))
    for number, (name, mode, buffering) in enumerate(streams):
        stream = open(number, mode, buffering=buffering, encoding="utf-8", closefd=False)  # noqa: SIM115
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)


def _tell_deaths(requests: socket.socket) -> None:
    while True:
        try:
            pid, ended = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if pid == 0:
            return
        status = os.waitstatus_to_exitcode(ended)
        with contextlib.suppress(OSError):
            requests.send(msgspec.json.encode(Died(pid, status if status >= 0 else 128 - status)))
