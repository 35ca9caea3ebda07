"""The give-and-take between partners as a matrix and as a picture of flows."""
