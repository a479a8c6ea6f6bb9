"""Where each element stands: by its heading, its label, its form, its place, or its meaning."""
