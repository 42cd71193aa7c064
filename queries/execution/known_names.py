"""Names that nobody in the graph has: said so, with the nearest ones, where an answer would merely be empty."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from rapidfuzz import fuzz, process
from rdflib import Dataset

from whosays.queries.errors import QueryError

KINDS: Final = MappingProxyType(
    {"outlet": "outlet", "other": "outlet", "source": "source", "entity": "entity", "unit": "entity"}
)  # parameter -> whose names it takes
NEAR: Final = 80  # of 100, from which on a name may have been meant
AS_NEAR: Final = 8  # points below the nearest that are as near
MOST: Final = 3
LISTED: Final = 5
_PREFIXES: Final = """
PREFIX ws: <https://w3id.org/whosays/ns#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
_NAMES: Final = MappingProxyType(
    {
        "outlet": "?article schema:publisher ?who . ?who skos:prefLabel ?name",
        "entity": "{ ?who ws:resolvesTo ?called . ?called skos:prefLabel|skos:altLabel ?name } UNION"
        " { ?who a ws:Referent ; skos:prefLabel ?name }",
    }
)
_OTHER_NAMES: Final = MappingProxyType(
    {
        "outlet": "?article schema:publisher ?who . ?who skos:altLabel ?name",
        "source": "?id ws:sourceSpan ?span . ?span oa:exact ?name",
    }
)
_NO_WORD: Final = re.compile(r"\W+")
_IRI: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")


def check_known(dataset: Dataset, given: Mapping[str, str], *, whole: bool = False) -> None:
    """Raise ``QueryError`` for an outlet, source or entity of which the graph has no name.

    ``dataset`` unites its graphs.  A name is known by whole words of it or, unless ``whole``, their beginnings.
    """
    for parameter, name in given.items():
        kind = KINDS.get(parameter)
        if kind and not _IRI.fullmatch(name) and not _is_known(dataset, kind, name, whole):
            raise QueryError(f"no {kind} {name!r}; {_hint(dataset, kind, name)}")


def _is_known(dataset: Dataset, kind: str, name: str, whole: bool) -> bool:
    asked = _words(name).removesuffix("" if whole else " ")
    names = _asked(dataset, _NAMES[_whose(kind)])
    words = _asked(dataset, _OTHER_NAMES[kind]) if kind == "source" else ()
    return any(asked in _words(known) for known in (*names, *words))


def _hint(dataset: Dataset, kind: str, name: str) -> str:
    names = _asked(dataset, _NAMES[_whose(kind)])
    others = _asked(dataset, _OTHER_NAMES[kind]) if kind == "outlet" else []
    near = list(_nearest(name, dict.fromkeys((*names, *others))))
    if near:
        return f"did you mean {' or '.join(map(repr, near))}?"
    if not names:
        return "there are none in the graph"
    if kind == "outlet":
        return f"there are: {', '.join(names[:LISTED])}{', …' if len(names) > LISTED else ''}"
    return "the question sources lists who speaks"


def _nearest(asked: str, names: Iterable[str]) -> Iterator[str]:
    """Yield the names whose words are the nearest to all words asked for, none that another one is part of."""
    words = {name: frozenset(_words(name).split()) for name in names}
    scores = _scores(_words(asked).split(), words)
    best = max(scores.values(), default=0)
    found: list[str] = []
    for name in sorted(scores, key=lambda name: (-scores[name], len(name), name)):
        if best - scores[name] <= AS_NEAR and not any(words[known] <= words[name] for known in found):
            found.append(name)
    yield from found[:MOST]


def _scores(asked: list[str], words: Mapping[str, frozenset[str]]) -> dict[str, float]:
    """Return how near each name is, of 100, where that is near: as a whole, or by its word nearest to each asked."""
    scores = {name: score for name, score, _ in _near("".join(asked), {name: _joined(name) for name in words})}
    there = sorted(frozenset().union(*words.values()))
    near = [{word: score for word, score, _ in _near(one, {word: word for word in there})} for one in asked]
    for name, its in words.items():
        by_word = sum(max((found.get(word, 0.0) for word in its), default=0.0) for found in near) / max(len(near), 1)
        if by_word >= NEAR:
            scores[name] = max(by_word, scores.get(name, 0.0))
    return scores


def _near(text: str, choices: Mapping[str, str]) -> list[tuple[str, float, str]]:
    found = process.extract(text, choices, scorer=fuzz.ratio, limit=None, score_cutoff=NEAR - AS_NEAR)
    return [(key, score, choice) for choice, score, key in found]


def _joined(name: str) -> str:
    return "".join(_words(name).split())


def _whose(kind: str) -> str:
    return "outlet" if kind == "outlet" else "entity"


def _words(name: str) -> str:
    return f" {_NO_WORD.sub(' ', name.lower()).strip()} "


def _asked(dataset: Dataset, pattern: str) -> list[str]:
    found = dataset.query(f"{_PREFIXES} SELECT DISTINCT ?name WHERE {{ {pattern} }}")
    return sorted({str(row[0]) for row in found})  # type: ignore[index]
