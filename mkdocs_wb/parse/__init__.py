"""From bytes to a `Proposal`: decode, split the front matter, read the blocks, find the elements."""
