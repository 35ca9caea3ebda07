"""Pictures of a session as SVG: sharp on paper, readable by a program, and the same in a page or by itself."""
