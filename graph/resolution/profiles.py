"""What the articles tell of a name: who bears it, as what, of which country, in whose company, with which words."""

from __future__ import annotations

import functools
import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Protocol

from whosays.graph.names import Key, Name, StateBody, body_of_state, countries, plain
from whosays.resources import read_rows, word_classes

_IN_ONE: Final = 1.5  # what a name would tell that stood in one article only, before it is capped
EVERYWHERE: Final = 50  # articles; being named in so many tells nothing of company
_HE: Final = word_classes("graph")["of_men"]
_SHE: Final = word_classes("graph")["of_women"]
_TOPICAL: Final = frozenset({"minister", "secretary"})  # of what, is what matters
_PRONOUNS: Final = word_classes("graph")["pronouns"]


@dataclass(frozen=True, slots=True)
class Known:
    """All that the articles tell of one name, or of several that were joined."""

    keys: frozenset[Key]
    kind: str
    label: str
    surfaces: frozenset[str]
    referents: frozenset[str]
    articles: frozenset[str]
    roles: frozenset[str]
    countries: frozenset[str]
    genders: frozenset[str]
    claims: frozenset[int]

    @property
    def key(self) -> Key:
        """The first of its names."""
        return min(self.keys)


def bodies_of_states(known: Known) -> frozenset[StateBody]:
    """Return the bodies of states that a name is of, as it is written or in its normal form."""
    written = (known.label, *(form for kind, form in known.keys if kind == "body"))
    return frozenset(found for name in written if (found := body_of_state(name)))


def united(parts: Iterable[Known]) -> Known:
    """Return what is told of several names together, under the label of the first."""
    ordered = sorted(parts, key=lambda part: part.key)
    if len(ordered) == 1:
        return ordered[0]
    together = {
        field: frozenset().union(*(getattr(part, field) for part in ordered))
        for field in ("keys", "surfaces", "referents", "articles", "roles", "countries", "genders", "claims")
    }
    first = next((part for part in ordered if part.kind == "person"), ordered[0])
    return Known(kind=first.kind, label=first.label, **together)


def kind(name: Name) -> str:
    """Return "person", "unit", "place" or "body"."""
    return {"Person": "person", "MilitaryUnit": "unit", "Place": "place"}.get(name.type, "body")


def roles(name: Name) -> frozenset[str]:
    """Return the sorts of role that a person is mentioned in ("lawmaker" for an MP), ministers with their field."""
    if name.type != "Person":
        return frozenset()
    own = {word for surface in name.surfaces for word in plain(surface).split()}
    found: set[str] = set()
    for text in (name.role or "", *name.mentions):
        words = [word for word in plain(text).split() if word not in own]
        found.update(_role(words, index) for index, word in enumerate(words) if word in _role_words())
    return frozenset(found)


def _role(words: list[str], index: int) -> str:
    role = _role_words()[words[index]]
    before = words[index - 1] if index else ""
    return f"{before} {role}".strip() if role in _TOPICAL else role


def countries_of(name: Name) -> frozenset[str]:
    """Return the countries of a person's roles and descriptions, or of a body's name; not those of names of people."""
    if name.type != "Person":
        return countries(name.name)
    texts = [name.role or "", *(text for text in name.mentions if text.lower() not in _PRONOUNS)]
    for surface in sorted(name.surfaces, key=len, reverse=True):
        texts = [text.replace(surface, " ") for text in texts]
    return frozenset(country for text in texts for country in countries(text))


def genders(name: Name) -> frozenset[str]:
    """Return the gender that pronouns and titles of the article agree on."""
    first = Counter(words[0] for text in name.mentions if (words := plain(text).split()))
    he, she = sum(first[word] for word in _HE), sum(first[word] for word in _SHE)
    return frozenset() if bool(he) == bool(she) else frozenset({"m" if he else "f"})


@functools.cache
def _role_words() -> dict[str, str]:
    return {word: row[0] for row in read_rows("graph", "roles.tsv", 2) for word in plain(row[1]).split()}


class Company(Protocol):
    """How much it tells that two names are mentioned with the same others."""

    def shared(self, one: Known, other: Known) -> list[tuple[float, Key]]:
        """Return the names that both are mentioned with, each with its weight, the most telling first.

        A name in two articles weighs .75, in five .45, in more than ``EVERYWHERE`` nothing.  That depends on the
        articles that name it alone, not on how many others there are: an article about something else changes no score.
        """


def company_weight(articles: int) -> float:
    """Return how much a name tells of company that stands in so many articles."""
    return 0.0 if articles > EVERYWHERE else min(1.0, _IN_ONE / (1 + math.log2(articles)))
