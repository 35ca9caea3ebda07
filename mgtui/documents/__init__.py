"""Reports out and lists in: pure from session to text or bytes, and back; nothing private unless asked for."""
