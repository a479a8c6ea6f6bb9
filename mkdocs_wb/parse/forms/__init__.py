"""What gives an element away by its form: datelines, letterheads, who speaks, how a release closes."""
