"""Lists from elsewhere as one change to a session: either the whole file fits, or nothing of it is taken."""
