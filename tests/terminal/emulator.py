"""What a terminal does with a program's output: it paints, answers queries and notes what can't be seen.

Painting is pyte's; this reads the stream first, because pyte knows no alternate screen, prints parts of sequences that
it doesn't know, and answers nothing.
"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass, field

import pyte
from pyte.screens import Char
from wcwidth import wcwidth

BRACKETED_PASTE = 2004
SYNCHRONISED_OUTPUT = 2026
IN_BAND_RESIZE = 2048
_JOINERS = ("\u200d".encode(), "\ufe0f".encode())
"""What joins emoji or widens one; like many a terminal this draws every part, each as wide as it is alone."""
_ALTERNATE_SCREENS = {47, 1047, 1049}

_SEQUENCE = re.compile(
    rb"\x1b(?:"
    rb"\[(?P<private>[<-?]?)(?P<numbers>[0-9;:]*)(?P<between>[ -/]*)(?P<final>[@-~])"
    rb"|\](?P<command>[^\x07\x1b]*)(?:\x07|\x1b\\)"
    rb"|(?P<string>[P_^X])[^\x1b]*\x1b\\"
    rb"|[()*+#%][ -~]"
    rb"|[^\[\]P_^X()*+#%])"
)


def _is_plain(found: re.Match[bytes]) -> bool:
    """Whether a control sequence is of the kind that pyte reads to its end, and no query."""
    more = found["numbers"].count(b";")
    has_too_many = more > (99 if found["final"] in b"hlm" else 1 if found["final"] in b"Hfr" else 0)
    is_odd = found["private"] or found["between"] or b":" in found["numbers"] or has_too_many
    return not (is_odd or found["final"] in b"cn")


@dataclass(frozen=True)
class Cell:
    """One character on the screen and how it looks.

    Attributes:
        text: the character; empty in the second half of a wide one.
        foreground: a name ("default", "red"), or six hexadecimal digits.
        background: the same.
    """

    text: str
    foreground: str
    background: str
    bold: bool
    italic: bool
    underlined: bool
    reversed: bool


@dataclass
class Emulator:
    """A screen of `columns` by `rows` that is fed with output and hands back what it answers.

    Attributes:
        synchronised: whether it says that it knows synchronised output.
        kitty: whether it says that it knows kitty's keyboard protocol.
        in_band_resize: whether it says that it reports its size in band.
        sizes_text: whether it knows kitty's text-sizing protocol.
        large: what was written larger than normal by that, as (column, row, scale, text), oldest first.
        modes: the private modes that are switched on now.
        copied: what the program has put on the clipboard, oldest first.
        bells: how often the bell sounded.
        title: the title of the window.
    """

    columns: int
    rows: int
    synchronised: bool = True
    kitty: bool = False
    in_band_resize: bool = False
    sizes_text: bool = False
    large: list[tuple[int, int, int, str]] = field(default_factory=list)
    modes: set[int] = field(default_factory=set)
    copied: list[str] = field(default_factory=list)
    bells: int = 0
    title: str = ""

    def __post_init__(self) -> None:
        self._main = pyte.Screen(self.columns, self.rows)
        self._screen = self._main
        self._stream = pyte.ByteStream(self._screen)
        self._unfinished = b""

    @property
    def is_mid_frame(self) -> bool:
        """Whether the program has said that more of this frame is to come."""
        return self.synchronised and SYNCHRONISED_OUTPUT in self.modes

    @property
    def cursor(self) -> tuple[int, int]:
        """The cursor's column and row, from 0."""
        return self._screen.cursor.x, self._screen.cursor.y

    def feed(self, output: bytes) -> bytes:
        """Take in `output`; returns what the terminal answers to it."""
        output = self._unfinished + output
        answers, place = b"", 0
        while (start := output.find(b"\x1b", place)) >= 0:
            self._paint(output[place:start])
            found = _SEQUENCE.match(output, start)
            if not found:
                self._unfinished = output[start:]
                return answers
            answers += self._obey(found)
            place = found.end()
        self._paint(output[place:])
        self._unfinished = b""
        return answers

    def resize(self, columns: int, rows: int) -> None:
        """Give the screen another size; what it shows moves as pyte sees fit until the program repaints."""
        self.columns, self.rows = columns, rows
        for screen in {id(screen): screen for screen in (self._main, self._screen)}.values():
            screen.resize(rows, columns)

    def line(self, y: int) -> str:
        """The text of row `y`, without the blanks at its end."""
        return "".join(char.data for char in self._row(y)).rstrip()

    def cell(self, x: int, y: int) -> Cell:
        """What stands at column `x` of row `y`."""
        char = self._screen.buffer[y][x]
        return Cell(char.data, char.fg, char.bg, char.bold, char.italics, char.underscore, char.reverse)

    def find(self, text: str) -> tuple[int, int] | None:
        """The column and row where `text` first stands on one line."""
        for y in range(self.rows):
            columns = [x for x, char in enumerate(self._row(y)) for _letter in char.data]
            if (at := "".join(char.data for char in self._row(y)).find(text)) >= 0:
                return columns[at], y
        return None

    def _row(self, y: int) -> list[Char]:
        return [self._screen.buffer[y][x] for x in range(self.columns)]

    def _paint(self, output: bytes) -> None:
        self.bells += output.count(b"\x07")
        for joiner in _JOINERS:
            output = output.replace(joiner, b"")
        if output:
            self._stream.feed(output)

    def _obey(self, found: re.Match[bytes]) -> bytes:
        """Do what one escape sequence asks; returns its answer, if it has one."""
        if found["command"] is not None:
            self._note(found["command"])
        elif found["final"] is None:
            if not found["string"]:
                self._stream.feed(found[0])
        elif found["private"] == b"?" and found["final"] in b"hl" and not found["between"]:
            self._switch(found)
        elif answer := self._answer(found):
            return answer
        elif _is_plain(found):
            self._stream.feed(found[0])
        return b""

    def _switch(self, found: re.Match[bytes]) -> None:
        """Switch private modes on or off; the alternate screen is one that starts empty."""
        numbers = {int(number) for number in found["numbers"].split(b";") if number}
        is_on = found["final"] == b"h"
        self.modes = self.modes | numbers if is_on else self.modes - numbers
        if not numbers & _ALTERNATE_SCREENS:
            self._stream.feed(found[0])
            return
        self._stream.detach(self._screen)
        self._screen = pyte.Screen(self.columns, self.rows) if is_on else self._main
        self._stream.attach(self._screen)

    def _answer(self, found: re.Match[bytes]) -> bytes:
        """What a terminal says to a query; nothing to anything else, nor to what it doesn't know."""
        x, y = self.cursor
        match found["private"], found["numbers"], found["between"], found["final"]:
            case b"?", number, b"$", b"p":
                return b"\x1b[?%d;%d$y" % (int(number), self._knows(int(number)))
            case b"", b"" | b"0", b"", b"c":
                return b"\x1b[?62;22c"
            case b">", b"" | b"0", b"", b"c":
                return b"\x1b[>41;366;0c"
            case b"", b"5", b"", b"n":
                return b"\x1b[0n"
            case b"", b"6", b"", b"n":
                return b"\x1b[%d;%dR" % (y + 1, x + 1)
            case b"?", b"", b"", b"u" if self.kitty:
                return b"\x1b[?0u"
        return b""

    def _knows(self, mode: int) -> int:
        """The state of `mode` as DECRQM reports it: 0 not known, 1 on, 2 off."""
        known = {SYNCHRONISED_OUTPUT: self.synchronised, IN_BAND_RESIZE: self.in_band_resize}
        if not known.get(mode, False):
            return 0
        return 1 if mode in self.modes else 2

    def _note(self, command: bytes) -> None:
        """Note what an operating system command sets: the window's title, the clipboard, or a text of another size."""
        number, _semicolon, value = command.partition(b";")
        if number in {b"0", b"2"}:
            self.title = value.decode()
        elif number == b"66" and self.sizes_text:
            self._write_large(value)
        elif number == b"52":
            self.copied.append(base64.b64decode(value.partition(b";")[2]).decode())

    def _write_large(self, value: bytes) -> None:
        """Note a text of another size, and leave the cursor behind it."""
        settings, _semicolon, text = value.decode().partition(";")
        scale = int(dict(each.split("=") for each in settings.split(":")).get("s", "1"))
        self.large.append((*self.cursor, scale, text))
        self._stream.feed(b"\x1b[%dC" % (scale * sum(wcwidth(letter) for letter in text)))
