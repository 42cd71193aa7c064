"""The persons named in a stretch of a Doc, read by its tokens: to ask a Doc for its names costs its whole length."""

from __future__ import annotations

from spacy.tokens import Span, Token

PERSON = "Person"


def people_in(stretch: Span) -> list[Span]:
    """Return the names of persons that begin in a stretch, in order."""
    return [name_at(token) for token in stretch if token.ent_type_ == PERSON and token.ent_iob_ == "B"]


def name_at(token: Token) -> Span:
    """Return the whole name that a word is part of, the word alone where it is part of none."""
    doc, start, end = token.doc, token.i, token.i + 1
    if not token.ent_type_:
        return doc[start:end]
    while start > 0 and doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    return doc[start:end]
