"""Two sentences that correspond: whether they say the same, and what kind of change it is if not."""
