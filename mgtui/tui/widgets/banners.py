"""The place under the heading for what is seldom there: each banner is made when it first has something to say.

A widget that is not shown costs a part of every start and of every change as well.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Final, cast

from msgspec import Struct
from textual.app import ComposeResult
from textual.widget import Widget

if TYPE_CHECKING:
    from mgtui.tui.app import MgtuiApp


class _Kind(Struct, frozen=True):
    """A kind of banner.

    Attributes:
        place: where its class is, "module:Class".
        about: what of the app it tells about, by the names of its reactive attributes.
        is_needed: whether it has something to say; from then on it follows that itself.
    """

    place: str
    about: tuple[str, ...]
    is_needed: Callable[[MgtuiApp], bool]


def _is_tried(app: MgtuiApp) -> bool:
    from mgtui.tui.trying import trial_of, trial_shown_to

    return trial_of(app) is not None or trial_shown_to(app) is not None


def _is_step_held(app: MgtuiApp) -> bool:
    return bool(app.view.step)


def _is_round_open(app: MgtuiApp) -> bool:
    return app.session is not None and app.session.current_round is not None


KINDS: Final[Mapping[str, _Kind]] = {
    "not_saved": _Kind(
        "mgtui.tui.widgets.not_saved:NotSavedBanner", ("saving",), lambda app: app.saving.state == "not_saved"
    ),
    "trial": _Kind("mgtui.tui.widgets.trial_banner:TrialBanner", ("session",), _is_tried),
    "guide": _Kind("mgtui.tui.widgets.guide_band:GuideBand", ("view", "session"), _is_step_held),
    "round": _Kind("mgtui.tui.widgets.round_band:RoundBand", ("session",), _is_round_open),
    "link": _Kind(
        "mgtui.tui.widgets.link_banner:LinkBanner",
        ("link", "waiting"),
        lambda app: app.link != "here" or app.waiting.number > 0,
    ),
    "freeze": _Kind(
        "mgtui.tui.widgets.freeze_banner:FreezeBanner", ("powers",), lambda app: bool(app.powers.frozen_by)
    ),
}
"""Every kind, by name, in the order from top to bottom."""


class Banners(Widget):
    """As high as what is shown in it, and nothing where nothing is."""

    DEFAULT_CSS = """
    Banners { width: 1fr; height: auto; display: none; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._made: dict[str, Widget] = {}

    def compose(self) -> ComposeResult:
        """Those that are needed from the beginning."""
        for name, kind in KINDS.items():
            if kind.is_needed(self._mgtui):
                yield self._make(name)

    def on_mount(self) -> None:
        """Follow what the others would tell about."""
        for about in sorted({each for kind in KINDS.values() for each in kind.about}):
            names = [name for name, kind in KINDS.items() if about in kind.about]
            self.watch(self.app, about, partial(self._look_again, names), init=False)

    def show_trial(self) -> None:
        """A trial has begun or ended, or another one is shown."""
        from mgtui.tui.widgets.trial_banner import TrialBanner

        self._look_again(["trial"])
        for banner in self.query(TrialBanner):
            banner.look_again()

    @property
    def _mgtui(self) -> MgtuiApp:
        return cast("MgtuiApp", self.app)

    def _look_again(self, names: list[str]) -> None:
        if not self.is_attached:
            return  # The program ends, and this was the last thing it heard.
        for name in names:
            if name not in self._made and KINDS[name].is_needed(self._mgtui):
                self.mount(self._make(name), before=self._below(name))

    def _below(self, name: str) -> Widget | None:
        """What has been made of what comes right under the banner called `name`."""
        order = list(KINDS)
        lower = order[order.index(name) + 1 :]
        return next((self._made[each] for each in lower if each in self._made), None)

    def _make(self, name: str) -> Widget:
        module, _, kind = KINDS[name].place.partition(":")
        banner: Widget = getattr(import_module(module), kind)()
        self._made[name] = banner
        self.display = True
        return banner
