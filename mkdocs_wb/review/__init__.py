"""What a branch changes: the proposals of its head against those of its base."""
