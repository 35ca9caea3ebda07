"""What a facilitator decides about the people in the room: who may edit now, who leads it, and who is kept out.

Invariant: nobody comes to may more than the door allowed them to see: a viewer stays one, whatever is decided. All of
this lasts as long as the room does; who opens a session alone can always work in it.
"""

# Annotations are evaluated once, here, as in `session`.
from collections.abc import Iterable
from typing import Annotated, Literal

from msgspec import Meta, Struct
from msgspec.structs import replace

from mgtui.domain.people import Person, Role
from mgtui.domain.refusal import Refused

Word = Annotated[str, Meta(max_length=200)]


class KeptOut(Struct, frozen=True, kw_only=True):
    """Someone who was removed.

    Attributes:
        name: by which the others knew them.
        ids: all by which they are known again.
    """

    name: Word
    ids: tuple[Word, ...]


class Powers(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What holds now.

    Attributes:
        frozen_by: the name of who froze editing for all but facilitators; empty while everyone may edit.
        roles: by `Person.standing`, the role of those to whom or by whom it was handed over.
        removed: those who were removed, in that order.
    """

    frozen_by: Word = ""
    roles: dict[Word, Role] = {}
    removed: tuple[KeptOut, ...] = ()

    def seen(self, person: Person) -> Person:
        """`person`, who came through a door in one role, in the role they have now."""
        role = self.roles.get(person.standing, person.role)
        return person if person.role in (role, "viewer") else replace(person, role=role)

    def keeps_out(self, person: Person) -> bool:
        """Whether `person` was removed."""
        return any(identity in each.ids for each in self.removed for identity in _ids_of(person))


class Deciding(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What a facilitator decides.

    Attributes:
        do: "freeze" editing for all but facilitators, and "thaw" it; "hand_over" one's role to `client`; "remove"
            `client`; "let_in" again whoever was removed under the name `client`.
        client: whom it is about.
    """

    do: Literal["freeze", "thaw", "hand_over", "remove", "let_in"]
    client: Word = ""


def decided(powers: Powers, deciding: Deciding, by: Person, people: Iterable[Person]) -> Powers:
    """The powers after what `by` decides.

    Args:
        powers: as they are.
        deciding: what is decided.
        by: who decides, in the role that they have now.
        people: those in the room, each in the role that their door gave them.

    Raises:
        Refused: "not_allowed" when `by` is no facilitator; "gone" when whom it is about is; "only_looks" and
            "not_a_guest" for whom it can't be done to.
    """
    if by.role != "facilitator":
        raise Refused("not_allowed")
    match deciding.do:
        case "freeze":
            return powers if powers.frozen_by else replace(powers, frozen_by=by.name)
        case "thaw":
            return replace(powers, frozen_by="")
        case "let_in":
            return replace(powers, removed=tuple(each for each in powers.removed if each.name != deciding.client))
    other = next((each for each in people if each.client == deciding.client and each.client != by.client), None)
    if other is None:
        raise Refused("gone")
    return _handed_over(powers, by, other) if deciding.do == "hand_over" else _without(powers, other)


def refuse_frozen(powers: Powers, person: Person) -> None:
    """Check that editing is not frozen for `person`.

    Raises:
        Refused: "frozen", with the name of who froze it.
    """
    if powers.frozen_by and person.role != "facilitator":
        raise Refused("frozen", name=powers.frozen_by)


def without_facilitator(powers: Powers) -> Powers:
    """What is left of `powers` when no facilitator is there to change them: everyone is as their door let them in."""
    return Powers(removed=powers.removed)


def is_guest(person: Person) -> bool:
    """Whether `person` came through a door that can be shut to them, and not as the one whose session it is."""
    return bool(person.way) or person.role != "facilitator"


def _handed_over(powers: Powers, by: Person, to: Person) -> Powers:
    if to.role == "viewer":
        raise Refused("only_looks", name=to.name)
    roles: dict[str, Role] = {**powers.roles, by.standing: "co-facilitator", to.standing: "facilitator"}
    return replace(powers, roles=roles, frozen_by=powers.frozen_by and to.name)


def _without(powers: Powers, person: Person) -> Powers:
    if not is_guest(person):
        raise Refused("not_a_guest", name=person.name)
    roles = {each: role for each, role in powers.roles.items() if each != person.standing}
    return replace(powers, roles=roles, removed=(*powers.removed, KeptOut(name=person.name, ids=_ids_of(person))))


def _ids_of(person: Person) -> tuple[str, ...]:
    """By what `person` is known again: this run, and what let them in; a name only where it was given to them."""
    is_named_by_door = not person.way and is_guest(person) and bool(person.author)
    return (person.client, *filter(None, (person.way, person.author if is_named_by_door else "")))
