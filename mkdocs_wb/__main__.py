"""`python -m mkdocs_wb` is `wb`."""

from .cli import main

main()
