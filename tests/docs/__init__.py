"""What README and docs say, held against the program."""
