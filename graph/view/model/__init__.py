"""What a page shows, gathered out of a graph."""
