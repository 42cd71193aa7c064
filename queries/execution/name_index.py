"""Every name in a graph and whose it is: names are resolved to IRIs before a question is asked.

Names are compared folded: in small letters, without accents, whatever the signs between their words.  What a name is
asked by has to begin a word of it, and go on with the words that follow there.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, cast
from weakref import WeakKeyDictionary

from rdflib import Dataset
from rdflib.store import Store

from whosays.graph import answers, is_snapshot

_NO_WORD: Final = re.compile(r"\W+")
# outlets, entities, who is none of them, and words of attributions; engines join what each SELECT of its own gives,
# and write out no referent that is somebody's
_PREFIXES: Final = """
PREFIX ws: <https://w3id.org/whosays/ns#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
_READ: Final = (
    """SELECT ?who ?name { { SELECT DISTINCT ?who { ?article schema:publisher ?who } }
    { SELECT ?who ?name { ?who skos:prefLabel ?name } } }""",
    """SELECT ?who ?name { { SELECT DISTINCT ?who { ?referent ws:resolvesTo ?who } }
    { SELECT ?who ?name { { ?who skos:prefLabel ?name } UNION { ?who skos:altLabel ?name } } } }""",
    """SELECT ?who ?name { { SELECT ?who { ?who ws:named ?is MINUS { SELECT ?who { ?who ws:resolvesTo ?entity } } } }
    { SELECT ?who ?name { ?who skos:prefLabel ?name } } }""",
    "SELECT ?who ?name { ?who ws:sourceWords ?name }",
)
_LETTERS: Final = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i"})  # letters of their own: nothing is taken off


def folded(name: str) -> str:
    """Return the words of a name as they are compared, a space before each and one behind the last."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))
    return f" {_NO_WORD.sub(' ', plain.translate(_LETTERS)).strip()} "


@dataclass(frozen=True)
class NameIndex:
    """IRI to names of each kind.

    ``outlets`` are who published an article; ``entities`` are whoever a referent is, and referents that are nobody
    across articles, by their descriptions; ``words`` are attributions by the words that name their source.
    """

    outlets: Mapping[str, tuple[str, ...]]
    entities: Mapping[str, tuple[str, ...]]
    words: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, dataset: Dataset) -> NameIndex:
        """Read the names of a data set that unites its graphs."""
        outlets, entities, nobody, words = (_grouped(_named(dataset, text)) for text in _READ)
        return cls(outlets, entities | nobody, words)

    def called(self, kind: str, words: str) -> list[str]:
        """Return who of a kind has a name that the words begin or go on with, sorted."""
        asked = folded(words).removesuffix(" ")
        return [iri for iri, names in self._folded[kind].items() if any(asked in name for name in names)]

    def is_known(self, kind: str, name: str, *, whole: bool = False) -> bool:
        """Tell whether anybody of a kind has the name: its words, or unless ``whole`` the beginning of the last."""
        asked = folded(name).removesuffix("" if whole else " ")
        return any(asked in name for names in self._folded[kind].values() for name in names)

    def names(self, kind: str) -> list[str]:
        """Return all names of a kind, sorted."""
        return sorted({name for names in getattr(self, kind).values() for name in names})

    @cached_property
    def _folded(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        """Each name folded once: most stand in many articles."""
        known: dict[str, str] = {}
        return {
            kind: {
                iri: tuple(known.get(name) or known.setdefault(name, folded(name)) for name in names)
                for iri, names in getattr(self, kind).items()
            }
            for kind in ("outlets", "entities", "words")
        }


_KEPT: Final[WeakKeyDictionary[Store, NameIndex]] = WeakKeyDictionary()


def name_index(dataset: Dataset) -> NameIndex:
    """Return the names of a data set, read once where nobody can change it."""
    if not is_snapshot(dataset):
        return NameIndex.of(dataset)
    found = _KEPT.get(dataset.store)
    if found is None:
        found = _KEPT[dataset.store] = NameIndex.of(dataset)
    return found


def _named(dataset: Dataset, text: str) -> Iterator[tuple[str, str]]:
    """Yield the rows of a query, each an IRI and a name of it."""
    found = answers(dataset, _PREFIXES + text)
    rows = dataset.query(_PREFIXES + text) if found is None else found[1]
    yield from ((str(iri), str(name)) for iri, name in cast("Iterable[tuple[object, object]]", rows))


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for iri, name in pairs:
        found[iri].add(name)
    return {iri: tuple(sorted(found[iri])) for iri in sorted(found)}
