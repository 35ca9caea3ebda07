"""Text under a person's hands: a pure buffer that keeps keys in the order in which they came."""
