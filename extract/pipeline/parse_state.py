"""Whether a Doc has a parse, told by its first words: spaCy's own test reads the whole Doc each time."""

from __future__ import annotations

from spacy.tokens import Doc

FIRST = 8  # tokens


def is_parsed(doc: Doc) -> bool:
    """Return whether the words of a Doc have dependencies."""
    return any(doc[at].dep for at in range(min(FIRST, len(doc))))
