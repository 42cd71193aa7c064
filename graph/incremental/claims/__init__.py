"""Claims, figures, copies and versions, kept up to date."""
