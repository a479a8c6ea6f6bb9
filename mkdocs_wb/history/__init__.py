"""What git knows: the revisions of each file, and the version that was approved."""
