"""The documents kept true: what their commands print, how many they say there are, what their picture shows.

``python -m documenting`` (``make docs``) brings them up to date; ``tests/test_docs.py`` fails while they are not.
"""
