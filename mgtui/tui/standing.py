"""What this person may do now, and what they are told when a facilitator decides otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from mgtui.domain.news import Empowered, Parted
from mgtui.domain.people import Person
from mgtui.domain.powers import Powers, refuse_frozen
from mgtui.domain.refusal import Refused
from mgtui.locale import N_, _
from mgtui.locale.safe_text import safe
from mgtui.locale.wording import refusals

if TYPE_CHECKING:
    from mgtui.tui.app import MgtuiApp

THAWED: Final = N_("Everyone can edit again.")


def why_not(app: MgtuiApp) -> str:
    """Why this person may change nothing now; empty when they may."""
    from mgtui.tui.trying import trial_of

    if app.seat is None:
        return ""
    try:
        if app.seat.person.role == "viewer":
            raise Refused("read_only")
        if trial_of(app) is None:
            refuse_frozen(app.seat.powers, app.seat.person)
    except Refused as refusal:
        return refusals.refusal(refusal)
    return ""


def may_edit(app: MgtuiApp) -> bool:
    """Whether this person may change anything now; tells them why not."""
    why = why_not(app)
    if why:
        app.say(why, "warning")
    return not why


def is_led_by_others(app: MgtuiApp) -> bool:
    """Whether this person is in a session, and no facilitator of it."""
    return app.seat is not None and app.seat.person.role != "facilitator"


def who_can(app: MgtuiApp) -> str:
    """By whom what only a facilitator decides can be done."""
    names = ", ".join(safe(each.name) for each in app.present.people if each.role == "facilitator")
    if not names:
        return refusals.refusal(Refused("not_allowed"))
    return _("Only a facilitator can do that: {names}.").format(names=names)


def hear(app: MgtuiApp, news: Empowered | Parted) -> None:
    """Take in what was decided about who may what; end when it is about this person's seat."""
    from mgtui.tui import our_screens

    if isinstance(news, Parted):
        app.parted = news.reason
        if news.reason == "removed":
            app.exit(1)
        return
    before, app.powers = app.powers, news.powers
    if app.seat is not None:
        told = " ".join(_told(before, news.powers, app.seat.person, app.present.people))
        if told:
            app.say(told, "good")
        elif news.powers.frozen_by and app.notice and app.notice.text == _(THAWED):
            app.notice = None
        elif news.powers.frozen_by and not before.frozen_by and app.screen.is_modal:
            _say_it_is_frozen(app)
    for screen in our_screens.shown(app):
        screen.refresh_bindings()


def _say_it_is_frozen(app: MgtuiApp) -> None:
    """Say what the banner says to whom an overlay hides it from."""
    app.say(refusals.refusal(Refused("frozen", name=app.powers.frozen_by)), "warning")


def _told(before: Powers, after: Powers, person: Person, people: tuple[Person, ...]) -> Iterator[str]:
    """What is new for `person`; that it is frozen stands above every screen but an overlay."""
    if before.frozen_by and not after.frozen_by:
        yield _(THAWED)
    if before.roles.get(person.standing) == after.roles.get(person.standing):
        leaders = [each for each in people if _leads(after, each) and not _leads(before, each)]
        yield from (_("{name} leads from now on.").format(name=safe(each.name)) for each in leaders)
    elif _leads(after, person):
        yield _("You are the facilitator now. P shows what you can do about who is here.")
    elif person.role == "co-facilitator":
        yield _("You are co-facilitator now.")


def _leads(powers: Powers, person: Person) -> bool:
    return powers.roles.get(person.standing) == "facilitator"
