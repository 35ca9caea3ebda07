"""The sample sessions: made by the program, sound, and worth teaching with."""
