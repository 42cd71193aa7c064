"""Every name in a graph and whose it is: names are resolved to IRIs before a question is asked.

Names are compared folded: in small letters, without accents, whatever the signs between their words.  What a name is
asked by has to begin a word of it, and go on with the words that follow there.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final
from weakref import WeakKeyDictionary

from rdflib import SKOS, Dataset
from rdflib.store import Store

from whosays.graph import is_snapshot, pairs_of
from whosays.ontology import SCHEMA, WS

_NO_WORD: Final = re.compile(r"\W+")
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
        pairs = pairs_of(dataset)
        labels, others = _grouped(pairs(SKOS.prefLabel)), _grouped(pairs(SKOS.altLabel))
        resolved = dict(pairs(WS.resolvesTo))
        publishers = sorted({publisher for _, publisher in pairs(SCHEMA.publisher)})
        entities = {iri: (*labels.get(iri, ()), *others.get(iri, ())) for iri in sorted(set(resolved.values()))}
        nobody = sorted(referent for referent, _ in pairs(WS.named) if referent not in resolved)
        return cls(
            {iri: labels.get(iri, ()) for iri in publishers},
            entities | {iri: labels[iri] for iri in nobody if iri in labels},
            dict(sorted(_grouped(pairs(WS.sourceWords)).items())),
        )

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


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for iri, name in pairs:
        found[iri].add(name)
    return {iri: tuple(sorted(names)) for iri, names in found.items()}
