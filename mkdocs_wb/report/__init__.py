"""Findings, documents and changes as text for a terminal and as data for machines."""
