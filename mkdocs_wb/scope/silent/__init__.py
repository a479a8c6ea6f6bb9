"""What promises nothing: a document's apparatus, courtesy, circumstances, what is yet unwritten."""
