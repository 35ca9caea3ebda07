"""The smallest Textual app: one line of text. What any Textual program pays to start."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Hello(App[None]):
    """Shows READY and quits on ctrl+q."""

    def compose(self) -> ComposeResult:
        """One Static."""
        yield Static("READY")


if __name__ == "__main__":
    Hello().run()
