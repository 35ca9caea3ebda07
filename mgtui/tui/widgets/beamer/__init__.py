"""The views that a whole room reads from afar: large figures, one idea each, nothing that is for fewer eyes."""
