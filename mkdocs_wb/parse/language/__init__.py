"""The words that the reader must know, by language, as data, and how titles and words are told apart."""
