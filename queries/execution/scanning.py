"""A question about the whole graph, asked property by property.

Where nothing narrows a question, Oxigraph looks up each property of each row by itself, which on disk takes ten times
as long as reading on.  A pattern in a SELECT of its own it reads from one end to the other, and joins by hashing:

    ?id ws:cue ?cue                            becomes  { SELECT ?id ?cue { ?id ws:cue ?cue } }
    ?id ws:source/ws:named ?named              becomes  two of these, joined by a variable of their own
    FILTER NOT EXISTS { ?inner ws:parent ?id } becomes  MINUS { SELECT ?id { ?inner ws:parent ?id } }

The answer is the same.  For a question that is about few rows it would take longer, so a query says that it is one of
those that are worth it: ``# Scanned where nothing narrows``.  Other EXISTS, paths of any length and choices in brackets
stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count, pairwise
from typing import Final

_NAME: Final = r"\^?(?:\w+:\w+|\ba\b)"
_VERB: Final = rf"{_NAME}[*+]?(?:/{_NAME}[*+]?)*"
_TERM: Final = r"(?:\?\w+|\w+:\w+|true)"
_TRIPLES: Final = re.compile(rf"(\?\w+) ({_VERB}) ({_TERM})((?:\s+;\s+{_VERB} {_TERM})*)")
_NONE: Final = re.compile(rf"FILTER NOT EXISTS \{{ ({_TRIPLES.pattern}) \}}")
_VARIABLE: Final = re.compile(r"\?\w+")
_EXISTS: Final = re.compile(r"EXISTS \{[^{}]*\}")
_FILTERED: Final = re.compile(r"OPTIONAL \{[^{}]*FILTER[^{}]*\}")  # what it compares lies outside


def scanned(text: str) -> str:
    """Return a query of the catalogue, each pattern of which is read as a whole."""
    head, body = text[: text.index("SELECT")], text[text.index("SELECT") :]
    outside = _EXISTS.sub("", body)
    body = _NONE.sub(lambda found: _minus(found, outside), body)
    kept = [found.span() for each in (_EXISTS, _FILTERED) for found in each.finditer(body)]
    fresh = (f"?between{number}" for number in count(1))

    def blocks(found: re.Match[str]) -> str:
        if any(start <= found.start() < end for start, end in kept):
            return found[0]
        subject, verb, value, rest = found.groups()
        pairs = [(verb, value), *(one.split(" ", 1) for one in re.split(r"\s+;\s+", rest)[1:])]
        return " ".join(piece for link, term in pairs for piece in _scans(subject, link, term, fresh))

    return head + _without_full_stops(_TRIPLES.sub(blocks, body))


def _minus(found: re.Match[str], outside: str) -> str:
    """Return what is left out, by the variables of it that what it is left out of has."""
    shared = [name for name in dict.fromkeys(_VARIABLE.findall(found[1])) if re.search(rf"\{name}\b", outside)]
    return f"MINUS {{ SELECT {' '.join(shared)} {{ {found[1]} }} }}"


def _scans(subject: str, path: str, value: str, fresh: Iterator[str]) -> Iterator[str]:
    """Yield the patterns of one path, a step each."""
    steps = path.split("/")
    nodes = [subject, *(next(fresh) for _ in steps[1:]), value]
    for link, (one, other) in zip(steps, pairwise(nodes), strict=True):
        if link[-1] in "*+":
            yield f"{{ {one} {link} {other} }}"
            continue
        variables = " ".join(dict.fromkeys(name for name in (one, other) if name.startswith("?")))
        yield f"{{ SELECT {variables} {{ {one} {link} {other} }} }}"


def _without_full_stops(text: str) -> str:
    """Take off what parted triples: behind a group there may be none at the beginning of what follows."""
    return re.sub(r"(?<=\})\s+\.(?=\s)", "", text)
