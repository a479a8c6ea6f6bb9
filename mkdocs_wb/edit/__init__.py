"""Writing into a document's front matter, byte by byte: an approval, an amendment, a status."""
