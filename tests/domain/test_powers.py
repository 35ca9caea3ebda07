"""What a facilitator decides about people: nobody else can, and nobody gets more than their door gave."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mgtui.domain.people import ROLES, Person, Role
from mgtui.domain.powers import Deciding, KeptOut, Powers, decided, refuse_frozen, without_facilitator
from mgtui.domain.refusal import Refused

FAY = Person(client="fay", name="Fay", author="account Fay")
CAS = Person(client="cas", name="Cas", role="co-facilitator", author="key 1", way="key 1")
GUS = Person(client="gus", name="Gus", role="co-facilitator", author="guest Gus", way="invite 1")
OLA = Person(client="ola", name="Ola", role="co-facilitator", author="account Ola")
VIC = Person(client="vic", name="Vic", role="viewer", way="key 2")
ALL = (FAY, CAS, GUS, OLA, VIC)


def after(*steps: tuple[Person, Deciding], powers: Powers | None = None) -> Powers:
    """The powers after what each of some people decided."""
    powers = powers or Powers()
    for by, deciding in steps:
        powers = decided(powers, deciding, powers.seen(by), ALL)
    return powers


def handing_to(person: Person) -> Deciding:
    return Deciding(do="hand_over", client=person.client)


def removing(person: Person) -> Deciding:
    return Deciding(do="remove", client=person.client)


FREEZE, THAW = Deciding(do="freeze"), Deciding(do="thaw")


def test_while_it_is_frozen_only_a_facilitator_edits_and_the_others_are_told_by_whom() -> None:
    powers = after((FAY, FREEZE))
    refuse_frozen(powers, FAY)
    with pytest.raises(Refused) as refused:
        refuse_frozen(powers, powers.seen(CAS))
    assert (refused.value.code, refused.value.details) == ("frozen", {"name": "Fay"})
    refuse_frozen(after((FAY, THAW), powers=powers), CAS)


def test_a_role_that_is_handed_over_moves_and_can_be_handed_back() -> None:
    powers = after((FAY, handing_to(CAS)))
    assert (powers.seen(FAY).role, powers.seen(CAS).role) == ("co-facilitator", "facilitator")
    with pytest.raises(Refused):
        after((FAY, FREEZE), powers=powers)
    powers = after((CAS, handing_to(FAY)), powers=powers)
    assert (powers.seen(FAY).role, powers.seen(CAS).role) == ("facilitator", "co-facilitator")


def test_who_takes_over_a_frozen_room_has_frozen_it() -> None:
    assert after((FAY, FREEZE), (FAY, handing_to(CAS))).frozen_by == "Cas"


def test_a_role_goes_with_a_key_but_not_with_a_name() -> None:
    powers = after((FAY, handing_to(CAS)))
    again = Person(client="cas-2", name="Cas", role="co-facilitator", author="key 1", way="key 1")
    assert powers.seen(again).role == "facilitator"
    powers = after((FAY, handing_to(GUS)))
    other = Person(client="gus-2", name="Gus", role="co-facilitator", author="guest Gus", way="invite 2")
    assert powers.seen(other).role == "co-facilitator"


def test_a_viewer_never_comes_to_lead() -> None:
    with pytest.raises(Refused, match="only_looks"):
        after((FAY, handing_to(VIC)))
    assert Powers(roles={VIC.standing: "facilitator"}).seen(VIC).role == "viewer"


@pytest.mark.parametrize("person", [CAS, GUS, OLA, VIC])
def test_a_guest_who_is_removed_is_known_again_by_what_let_them_in(person: Person) -> None:
    powers = after((FAY, removing(person)))
    assert powers.keeps_out(person)
    assert not any(powers.keeps_out(each) for each in ALL if each is not person)
    again = Person(client="anew", name=person.name, role=person.role, author=person.author, way=person.way)
    assert powers.keeps_out(again)
    assert not after((FAY, Deciding(do="let_in", client=person.name)), powers=powers).keeps_out(person)


def test_another_guest_of_the_same_name_is_not_kept_out() -> None:
    powers = after((FAY, removing(GUS)))
    assert not powers.keeps_out(Person(client="gus-2", name="Gus", author="guest Gus", way="invite 2"))


def test_who_was_handed_the_role_and_is_removed_has_it_no_more() -> None:
    host = Person(client="host", name="Host")
    powers = decided(after((FAY, handing_to(CAS))), removing(CAS), host, ALL)
    assert powers.seen(CAS).role == "co-facilitator"


@pytest.mark.parametrize("deciding", [removing(FAY), handing_to(FAY), Deciding(do="remove", client="nobody")])
def test_nobody_decides_about_themselves_or_about_someone_who_is_gone(deciding: Deciding) -> None:
    with pytest.raises(Refused, match="gone"):
        after((FAY, deciding))


def test_whose_session_it_is_can_not_be_removed_from_it() -> None:
    with pytest.raises(Refused, match="not_a_guest"):
        after((FAY, handing_to(CAS)), (CAS, removing(FAY)))


def test_without_a_facilitator_everyone_is_as_their_door_let_them_in() -> None:
    powers = without_facilitator(after((FAY, FREEZE), (FAY, removing(GUS)), (FAY, handing_to(CAS))))
    assert [powers.seen(each).role for each in ALL] == [each.role for each in ALL]
    assert (powers.frozen_by, powers.removed) == ("", (KeptOut(name="Gus", ids=("gus", "invite 1")),))


@given(st.sampled_from(ALL[1:]), st.sampled_from([FREEZE, THAW, *map(handing_to, ALL), *map(removing, ALL)]))
def test_who_is_no_facilitator_decides_nothing(by: Person, deciding: Deciding) -> None:
    with pytest.raises(Refused, match="not_allowed"):
        after((by, deciding))


@given(st.lists(st.tuples(st.sampled_from(ALL), st.sampled_from([FREEZE, THAW, *map(handing_to, ALL)]))))
def test_whatever_is_decided_there_is_one_facilitator_and_every_viewer_stays_one(
    steps: list[tuple[Person, Deciding]],
) -> None:
    powers = Powers()
    for by, deciding in steps:
        try:
            powers = after((by, deciding), powers=powers)
        except Refused:
            continue
    roles: list[Role] = [powers.seen(each).role for each in ALL]
    assert [roles.count(role) for role in ROLES] == [1, 3, 1]
