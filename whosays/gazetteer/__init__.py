"""What is known of the world, as tables alone: countries, outlets, organisations, titles; for every room to read."""
