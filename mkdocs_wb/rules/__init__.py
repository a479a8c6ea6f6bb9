"""What a proposal should be, one file a rule; the file's docstring is the rule's page."""
