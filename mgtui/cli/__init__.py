"""The command line: it wires files, rooms and screens together, and a command that prints never loads Textual."""
