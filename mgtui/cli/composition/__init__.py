"""Puts rooms, files, seats and screens together; nothing below knows of more than its own part."""
