"""Index folders: what they say of themselves, reading them, building them."""
