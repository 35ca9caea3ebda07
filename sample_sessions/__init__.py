"""The sample sessions, as data: `index.toml` and the session files that it names."""
