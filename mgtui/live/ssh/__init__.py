"""The built-in SSH door: lets people in by key or invite code, and gives each a terminal with mgtui in it, no more."""
