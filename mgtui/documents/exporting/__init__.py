"""What people take along: a session as a report, a hand-out, a list, a workbook, a picture, or data."""
