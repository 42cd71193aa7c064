"""A question about the whole graph, asked property by property.

Where nothing narrows a question, Oxigraph looks up each property of each row by itself, which on disk takes ten times
as long as reading on.  A pattern in a SELECT of its own it reads from one end to the other, and joins by hashing:

    ?id ws:cue ?cue                     becomes     { SELECT ?id ?cue { ?id ws:cue ?cue } }

The answer is the same.  For a question that is about few rows it would take longer, so a query says that it is one of
those that are worth it: ``# Scanned where nothing narrows``.
"""

from __future__ import annotations

import re
from typing import Final

_NAME: Final = r"(?:\w+:\w+|a)"
_TERM: Final = r"(?:\?\w+|\w+:\w+)"
_OPTIONAL: Final = re.compile(rf"OPTIONAL \{{ (\?\w+) ({_NAME}) ({_TERM}) \}}")
_SUBJECT: Final = rf"\?\w+ {_NAME} {_TERM}(?: ; {_NAME} {_TERM})*"
_TRIPLES: Final = re.compile(rf"^  ({_SUBJECT}(?: \. {_SUBJECT})*) \.?$", re.MULTILINE)  # two blanks: not nested


def scanned(text: str) -> str:
    """Return a query of the catalogue with each pattern of its main group, and each optional one, read as a whole."""
    text = _OPTIONAL.sub(lambda found: f"OPTIONAL {_scan(*found.groups())}", text)
    return _TRIPLES.sub(lambda found: "  " + " ".join(map(_block, found[1].split(" . "))), text)


def _block(triples: str) -> str:
    subject, _, rest = triples.partition(" ")
    return " ".join(_scan(subject, *one.split(" ")) for one in rest.split(" ; "))


def _scan(subject: str, link: str, value: str) -> str:
    variables = " ".join(name for name in (subject, value) if name.startswith("?"))
    return f"{{ SELECT {variables} {{ {subject} {link} {value} }} }}"
