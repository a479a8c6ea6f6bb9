"""Front matter: its keys with their lines, approvals, amendments, outcomes."""
