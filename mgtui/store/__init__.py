"""Session files: the only place that knows TinyDB, and nothing acknowledged is ever lost here."""
