"""One module for each command; its `run` does it and returns the exit code. Only the one at hand is imported."""
