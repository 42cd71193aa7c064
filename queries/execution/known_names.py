"""Names that nobody in the graph has: said so, with the nearest ones, where an answer would merely be empty."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from rapidfuzz import fuzz, process
from rdflib import Dataset

from whosays.queries.errors import QueryError
from whosays.queries.execution.name_index import NameIndex, folded, name_index

KINDS: Final = MappingProxyType(
    {"outlet": "outlet", "other": "outlet", "source": "source", "entity": "entity", "unit": "entity"}
)  # parameter -> whose names it takes
NEAR: Final = 80  # of 100, from which on a name may have been meant
AS_NEAR: Final = 8  # points below the nearest that are as near
_GROUPS: Final = MappingProxyType({"outlet": ("outlets",), "source": ("entities", "words"), "entity": ("entities",)})
MOST: Final = 3
LISTED: Final = 5
_IRI: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")


def check_known(dataset: Dataset, given: Mapping[str, str], *, whole: bool = False) -> None:
    """Raise ``QueryError`` for an outlet, source or entity of which the graph has no name.

    ``dataset`` unites its graphs.  A name is known by whole words of it or, unless ``whole``, their beginnings.
    """
    for parameter, name in given.items():
        kind = KINDS.get(parameter)
        if kind and not _IRI.fullmatch(name):
            names = name_index(dataset)
            if not any(names.is_known(group, name, whole=whole) for group in _GROUPS[kind]):
                raise QueryError(f"no {kind} {name!r}; {_hint(names, kind, name)}")


def _hint(index: NameIndex, kind: str, name: str) -> str:
    names = index.names(_GROUPS[kind][0])
    near = list(_nearest(name, names))
    if near:
        return f"did you mean {' or '.join(map(repr, near))}?"
    if not names:
        return "there are none in the graph"
    if kind == "outlet":
        return f"there are: {', '.join(names[:LISTED])}{', …' if len(names) > LISTED else ''}"
    return "the question sources lists who speaks"


def _nearest(asked: str, names: Iterable[str]) -> Iterator[str]:
    """Yield the names whose words are the nearest to all words asked for, none that another one is part of."""
    words = {name: frozenset(folded(name).split()) for name in names}
    scores = _scores(folded(asked).split(), words)
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
    return "".join(folded(name).split())
