"""What a proposal's scope has gained and lost since it was approved."""
