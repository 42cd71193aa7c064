"""A question about the whole graph, asked property by property.

Where nothing narrows a question, Oxigraph looks up each property of each row by itself, which on disk takes ten times
as long as reading on.  A pattern in a SELECT of its own it reads from one end to the other, and joins by hashing:

    ?id ws:cue ?cue                            becomes  { SELECT ?id ?cue { ?id ws:cue ?cue } }
    ?id ws:source/ws:named ?named              becomes  one of these that holds two, joined by a variable of their own
    FILTER NOT EXISTS { ?inner ws:parent ?id } becomes  MINUS { SELECT ?id { ?inner ws:parent ?id } }

and of the few things that a property tells of many, such as a stance, each is cut to its last word once:

    ?id ws:stance ?stance_ BIND(STRAFTER(STR(?stance_), "#") AS ?stance)
        becomes  { SELECT ?id ?stance { { SELECT ?id ?stance_ ... } { each ?stance_ with its ?stance } } }

What is counted of each row is counted of each thing that the rows are about, before there are rows:

    SELECT ?a ?b (COUNT(?c) AS ?n) WHERE { ... OPTIONAL { ?b ws:parent+ ?c } } GROUP BY ?a ?b
        becomes  SELECT ?a ?b (COALESCE(?counted, 0) AS ?n) WHERE { ... OPTIONAL { each ?b with its ?counted } }

The answer is the same.  For a question that is about few rows it would take longer, so a query says that it is one of
those that are worth it: ``# Scanned where nothing narrows``.  Other EXISTS, paths of any length and choices in brackets
stay as they are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
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
_LAST_WORD: Final = re.compile(r'BIND\(STRAFTER\(STR\((\?\w+)\), "#"\) AS (\?\w+)\)')
_COUNTED: Final = re.compile(
    r"SELECT (?P<keys>\?\w+(?: \?\w+)*) \(COUNT\((?P<many>\?\w+)\) AS (?P<sum>\?\w+)\) WHERE \{"
    r"(?P<rows>[^\0]*?)"
    r"OPTIONAL \{ (?P<key>\?\w+) (?P<path>[\w:+*]+) (?P=many) \}\s+\} GROUP BY (?P=keys)\n"
)


def scanned(text: str) -> str:
    """Return a query of the catalogue, each pattern of which is read as a whole."""
    head, body = text[: text.index("SELECT")], text[text.index("SELECT") :]
    body = _COUNTED.sub(_counted_first, body)
    outside = _EXISTS.sub("", body)
    body = _NONE.sub(lambda found: _minus(found, outside), body)
    used = Counter(_VARIABLE.findall(body))
    body, last_words = _cut_once(body)
    kept = [found.span() for each in (_EXISTS, _FILTERED) for found in each.finditer(body)]
    scans = _Scans({name for name, times in used.items() if times > 1}, last_words)

    def blocks(found: re.Match[str]) -> str:
        if any(start <= found.start() < end for start, end in kept):
            return found[0]
        subject, verb, value, rest = found.groups()
        pairs = [(verb, value), *(one.split(" ", 1) for one in re.split(r"\s+;\s+", rest)[1:])]
        return " ".join(scans.of(subject, link, term) for link, term in pairs)

    return head + _without_full_stops(_TRIPLES.sub(blocks, body))


class _Scans:
    """What reads one path as a whole; a value that the query has nowhere else is left out."""

    def __init__(self, used: Collection[str], last_words: Mapping[str, str]) -> None:
        self._used, self._last_words = used, last_words
        self._fresh = (f"?between{number}" for number in count(1))

    def of(self, subject: str, path: str, value: str) -> str:
        """Return the patterns of one path, a step each, in a SELECT of their own where there are several."""
        steps = path.split("/")
        nodes = [subject, *(next(self._fresh) for _ in steps[1:]), value]
        parts = list(map(_step, steps, pairwise(nodes)))
        told = self._last_words.get(value)
        if told is not None:
            each = f"{{ SELECT DISTINCT {value} {{ {next(self._fresh)} {steps[-1]} {value} }} }}"
            parts.append(f'{{ SELECT {value} (STRAFTER(STR({value}), "#") AS {told}) {{ {each} }} }}')
        if len(parts) == 1 and value.startswith("?") and value not in self._used:
            return _step(steps[0], (subject, value), (subject,))
        if len(parts) == 1 or any(step[-1] in "*+" for step in steps):
            return " ".join(parts)
        return _select((subject, told or value), " ".join(parts))


def _step(link: str, ends: tuple[str, str], selected: Sequence[str] = ()) -> str:
    pattern = f"{ends[0]} {link} {ends[1]}"
    return f"{{ {pattern} }}" if link[-1] in "*+" else _select(selected or ends, pattern)


def _select(names: Sequence[str], pattern: str) -> str:
    variables = " ".join(dict.fromkeys(name for name in names if name.startswith("?")))
    return f"{{ SELECT {variables} {{ {pattern} }} }}"


def _cut_once(body: str) -> tuple[str, dict[str, str]]:
    """Take out what cuts a value to its last word; return the rest, and what each value is cut to.

    Only where the query has the value in its pattern and nowhere else.
    """
    values = _VARIABLE.findall(body)
    cut = {
        found[1]: found[2]
        for found in _LAST_WORD.finditer(body)
        if values.count(found[1]) == 2 and re.search(rf"\?\w+ \w+:\w+ \{found[1]}\b|; \w+:\w+ \{found[1]}\b", body)
    }
    return _LAST_WORD.sub(lambda found: "" if found[1] in cut else found[0], body), cut


def _counted_first(found: re.Match[str]) -> str:
    """Return a SELECT of rows, each with what was counted of its key; no two rows may be the same."""
    keys, many, total, rows, key, path = found.group("keys", "many", "sum", "rows", "key", "path")
    each = f"SELECT {key} (COUNT({many}) AS ?counted) WHERE {{ {key} {path} {many} }} GROUP BY {key}"
    return f"SELECT DISTINCT {keys} (COALESCE(?counted, 0) AS {total}) WHERE {{{rows}OPTIONAL {{ {{ {each} }} }} }}\n"


def _minus(found: re.Match[str], outside: str) -> str:
    """Return what is left out, by the variables of it that what it is left out of has."""
    shared = [name for name in dict.fromkeys(_VARIABLE.findall(found[1])) if re.search(rf"\{name}\b", outside)]
    return f"MINUS {{ SELECT {' '.join(shared)} {{ {found[1]} }} }}"


def _without_full_stops(text: str) -> str:
    """Take off what parted triples: behind a group there may be none at the beginning of what follows."""
    return re.sub(r"(?<=\})\s+\.(?=\s)", "", text)
