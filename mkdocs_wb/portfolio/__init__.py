"""All proposals together, and what can be said of them as a whole: the model that pages, feeds and data derive from."""
