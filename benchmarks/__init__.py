"""What mkdocs_wb costs beside programs that do the same work, measured on whole processes: `python -m benchmarks`.

Every figure is a ratio to a reference that runs in turn with it, so that a slow or busy machine slows both. Nothing
here fails on a figure: the table is there to be read.
"""
