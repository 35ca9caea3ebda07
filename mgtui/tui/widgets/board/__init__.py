"""The board: one focusable widget with a cursor of its own, drawn line by line from pure layouts."""
