"""The page itself: one file that fetches nothing."""
