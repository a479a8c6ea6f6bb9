"""PR/FAQs in git: read, checked, compared with what was approved, and published as one portfolio."""

__version__ = "0.1.0"
