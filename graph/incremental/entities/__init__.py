"""Names and entities, kept up to date."""
