"""Markdown and the HTML in it, as blocks with their lines and as plain text."""
