"""Readable builders of changes: one function for each thing that people do to a session.

A verb reads a session and returns a change; it never alters anything. Ids and times come in as arguments.
"""
