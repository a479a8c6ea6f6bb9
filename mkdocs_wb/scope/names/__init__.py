"""What things are called: a product's new name, its abbreviation, where it is found."""
