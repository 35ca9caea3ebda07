"""Claims about what a door hands out, and about the folder in which rooms listen."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from mgtui.live import listening, tickets
from mgtui.live.tickets import NotAdmitted, Ticket

KEY = b"k" * tickets.KEY_LENGTH
SESSION = Path("/sessions/s.json")


def test_a_ticket_says_what_its_door_said() -> None:
    ticket = Ticket(role="viewer", name="Ana", scope="/sessions")
    assert tickets.admitted(KEY, tickets.issue(KEY, ticket), SESSION) == ticket


def test_a_ticket_signed_with_another_key_is_none() -> None:
    with pytest.raises(NotAdmitted):
        tickets.admitted(KEY, tickets.issue(b"x" * 32, Ticket(role="facilitator")), SESSION)


def test_a_ticket_can_not_be_made_to_say_more() -> None:
    weak, strong = (tickets.issue(KEY, Ticket(role=role)) for role in ("viewer", "facilitator"))
    with pytest.raises(NotAdmitted):
        tickets.admitted(KEY, strong.partition(".")[0] + "." + weak.partition(".")[2], SESSION)


@pytest.mark.parametrize("scope", ["/sessions/s.json", "/sessions", "/", ""])
def test_a_ticket_for_a_folder_is_for_every_session_in_it(scope: str) -> None:
    assert tickets.admitted(KEY, tickets.issue(KEY, Ticket(role="viewer", scope=scope)), SESSION).scope == scope


@pytest.mark.parametrize("scope", ["/session", "/sessions/s.json.old", "/other"])
def test_a_ticket_for_elsewhere_is_refused(scope: str) -> None:
    with pytest.raises(NotAdmitted):
        tickets.admitted(KEY, tickets.issue(KEY, Ticket(role="viewer", scope=scope)), SESSION)


def test_the_key_is_made_once_and_is_nobody_elses_to_read(tmp_path: Path) -> None:
    key = tickets.door_key(tmp_path)
    assert tickets.door_key(tmp_path) == key
    assert stat.S_IMODE((tmp_path / tickets.KEY_NAME).stat().st_mode) == 0o600
    assert len(list(tmp_path.iterdir())) == 1


def test_rooms_listen_in_a_folder_of_ones_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    place = listening.room_folder(tmp_path)
    assert (place, stat.S_IMODE(place.stat().st_mode)) == (folder / "mgtui", 0o700)


def test_a_folder_that_others_can_reach_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    (folder / "mgtui").mkdir(mode=0o755)
    assert listening.room_folder(folder / "state") == folder / "state" / "rooms"


def test_a_place_too_long_for_a_socket_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    place = listening.room_folder(tmp_path / ("long" * 30))
    assert len(str(listening.socket_in(place, SESSION))) < listening.LONGEST_PATH


def test_a_socket_is_for_its_user_alone_and_replaces_what_a_dead_room_left(folder: Path) -> None:
    path = listening.socket_in(folder, SESSION)
    listening.listen(path).close()
    again = listening.listen(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    again.close()


def test_the_next_room_listens_where_the_one_before_it_did(folder: Path, tmp_path: Path) -> None:
    before = listening.socket_in(folder, SESSION)
    other = tmp_path / "other"
    other.mkdir(mode=0o700)
    assert listening.socket_for(SESSION, other, former=str(before)) == before
    assert listening.socket_for(SESSION, other, former="/etc/passwd") == listening.socket_in(other, SESSION)
