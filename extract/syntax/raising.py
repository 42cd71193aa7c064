"""Contents whose subject the reporting clause took: "The dam is said to have leaked" says that it has leaked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from spacy.tokens import Doc

from whosays.extract.lexicon import word_class
from whosays.extract.pipeline import columns
from whosays.extract.records import Span

_TO_HAVE: Final = re.compile(r"(?P<denied>not )?to have (?=\w)")
_PLURALS: Final = frozenset(["NNS", "NNPS"])
_EDGES: Final = " ,\"'“”‘’"


def raised_clause(doc: Doc, content: Sequence[Span]) -> str:
    """Return the clause that a subject and "to have …" far from it stand for, or nothing."""
    text = columns(doc).whole
    found = _TO_HAVE.match(text[slice(*content[1])]) if len(content) > 1 else None
    subject = doc.char_span(*content[0], alignment_mode="expand") if found is not None else None
    if found is None or subject is None:
        return ""
    head = subject.root
    several = head.tag_ in _PLURALS or head.like_num or head.lower_ in word_class("several")
    joined = any(child.dep_ == "conj" and child in subject for child in head.children)
    who = subject.text.strip(_EDGES)
    have = "have" if several or joined else "has"
    said = text[content[1][0] + found.end() : content[1][1]]
    first = f"{who}{',' if ',' in who else ''} {have} {found['denied'] or ''}{said}"
    return " … ".join([first, *(text[slice(*span)] for span in content[2:])])
