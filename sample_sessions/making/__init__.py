"""Makes the sample sessions with the program itself; the same stories always give the same files, byte for byte.

Each story is a module that plays what people do at the table; `python -m sample_sessions.making` writes the files.
"""
