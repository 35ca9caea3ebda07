"""One room, many people: a single writer that takes changes, and the seats from which they come."""
