"""The sample sessions, as data: `index.jsonl` and the session files that it names."""
