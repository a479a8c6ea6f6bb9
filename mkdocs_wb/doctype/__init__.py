"""Document types: a JSON Schema over the projection of a document, with annotations of our own vocabulary."""
