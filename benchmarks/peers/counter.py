"""A bare Static that changes on a key: the least that a keystroke can cost in Textual."""

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static


class Counter(App[None]):
    """Shows how many keys were pressed."""

    CSS = "Static { width: 12; height: 1; }"

    def __init__(self) -> None:
        super().__init__()
        self.pressed = 0

    def compose(self) -> ComposeResult:
        """One Static of fixed size."""
        yield Static("READY 0")

    def on_key(self, event: events.Key) -> None:
        """Count a key."""
        self.pressed += 1
        self.query_one(Static).update(f"READY {self.pressed}", layout=False)


if __name__ == "__main__":
    Counter().run()
