"""The sections of a report, each a few blocks about one question; a section with nothing to say is left out."""
