"""Scripts that are timed: each is one process that does one thing and ends."""
