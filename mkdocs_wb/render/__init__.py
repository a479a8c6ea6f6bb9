"""From the model to HTML. Everything that comes from a document is escaped by the templates' environment."""
