"""The stakeholder checklist: a pure cursor, pure drawing, and one widget that puts them on the screen."""
