"""mgtui: a terminal dashboard for a mutual gains workshop; this file is the one home of its version."""

__version__ = "0.1.0"
