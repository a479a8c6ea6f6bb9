"""What words and figures say, by language: as data, and in one writing for all that is the same."""
