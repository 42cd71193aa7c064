"""Names in one article: where they stand and end, what they name, which mean the same."""
