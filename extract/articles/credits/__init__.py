"""Who published, who wrote, whose copy: told by the text's own credit lines."""
