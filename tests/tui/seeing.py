"""How people see colours: contrast by WCAG 2, and colour blindness by Machado, Oliveira and Fernandes (2009)."""

from __future__ import annotations

from math import dist

Linear = tuple[float, float, float]
Matrix = tuple[Linear, Linear, Linear]

EYES: dict[str, Matrix] = {
    "full colour": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red (protanopia)": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no green (deuteranopia)": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "no blue (tritanopia)": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""What each kind of eye makes of linear red, green and blue."""


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two "#rrggbb" colours, 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def difference(one: str, other: str, eyes: Matrix) -> float:
    """How far apart `eyes` see two "#rrggbb" colours, in CIELAB; 2 is just visible, 100 is black from white."""
    return dist(_lab(_seen(_linear(one), eyes)), _lab(_seen(_linear(other), eyes)))


def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(colour: str) -> Linear:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _unbent(red), _unbent(green), _unbent(blue)


def _unbent(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _seen(colour: Linear, eyes: Matrix) -> Linear:
    red, green, blue = (
        min(1.0, max(0.0, sum(part * channel for part, channel in zip(row, colour, strict=True)))) for row in eyes
    )
    return red, green, blue


def _lab(colour: Linear) -> Linear:
    red, green, blue = colour
    x = _bent((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047)
    y = _bent(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue)
    z = _bent((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _bent(value: float) -> float:
    return float(value ** (1 / 3)) if value > 0.008856 else 7.787 * value + 16 / 116
