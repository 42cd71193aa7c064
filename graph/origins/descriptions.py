"""What the words for a voice tell of who it is: its sort, what tells it from others of its sort, for whom it speaks."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterable, Mapping
from itertools import pairwise
from typing import Final

from whosays.graph.articles import Hop, Told
from whosays.graph.names import plain
from whosays.resources import read_rows, word_classes

WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_OWNER: Final = re.compile(r"(?:[Tt]he )?[A-Z]\w*['\N{RIGHT SINGLE QUOTATION MARK}]s\b")
# said of anybody: they tell nothing of who it is
ANYBODY: Final = word_classes("graph")["anybody"]
_EMPTY: Final = word_classes("graph")["function_words"]
_QUALIFYING: Final = word_classes("graph")["nouns_that_qualify"]
_NOBODYS: Final = word_classes("graph")["names_of_nobody"]


def is_role(word: str) -> bool:
    """Tell whether a word in small letters is what somebody may be called beside a name ("justice", "mayor")."""
    return word in _roles()


def proper(names: str) -> list[str]:
    """Return those of some names, one a line, that are names and no descriptions: they begin with a capital letter."""
    return [line for line in names.splitlines() if line[:1].isupper()]


def is_office(names: str) -> bool:
    """Tell whether all names of a voice are nobody's: "A.G.", "California Democrat", "the league"."""
    forms = [plain(line).split() for line in proper(names)]
    if not forms:
        return bool(names) and not any(word[:1].isupper() for word in names.split())
    return all(form[-1:] and form[-1] in _NOBODYS for form in forms)


def telling(description: str, singulars: Mapping[str, str]) -> frozenset[str]:
    """Return the words that tell two unnamed voices of one description from others of their sort.

    "A senior official in Lowmark's navy" and "a senior Lowmark navy official" have the same; where no name is among
    them, or nothing but a name, there are none: many are "an aid worker" and "a Lowmark official".
    """
    words = WORD.findall(description)
    found = {singulars.get(word.lower(), word.lower()): word for word in words if len(word) > 1}
    telling = {bare: word for bare, word in found.items() if bare not in ANYBODY}
    owner = _OWNER.match(description)  # "Lowmark's navy" begins with a name, "Senior officials" may not
    names = [word for word in telling.values() if word[:1].isupper() and (owner or word != words[0])]
    return frozenset(telling) if 0 < len(names) < len(telling) else frozenset()


def called(told: Told, voice: str) -> frozenset[str]:
    """Return the nouns of what a voice is called, names left out, roles by their sort ("MP" is a lawmaker).

    "A local" is a noun, and in "local officials" it is none.
    """
    words = (
        word.lower()
        for line in told.voices.get(voice, "").splitlines()
        for word, behind in pairwise((*WORD.findall(line), ""))
        if (word.islower() or word.isupper()) and not (word in _QUALIFYING and behind and behind not in _EMPTY)
    )
    nouns = (told.singulars.get(word, word) for word in words)
    return frozenset(_roles().get(noun, noun) for noun in nouns)


@functools.cache
def _roles() -> dict[str, str]:
    return {word: row[0] for row in read_rows("graph", "roles.tsv", 2) for word in row[1].split()}


def spoken_for(speaker: Hop, told: Told, entities: Mapping[str, str]) -> Iterable[str]:
    """Yield whom a spokesperson may speak for: who is named in the same article and in what that one is called."""
    words = WORD.findall(told.voices.get(speaker.source, ""))
    if any(word.startswith("spokes") for word in words):
        called = {told.singulars.get(word.lower(), word.lower()): word.islower() for word in words}
        for referent, names in told.voices.items():
            spelt = map(str.lower, WORD.findall(names))
            own = {told.singulars.get(word, word) for word in spelt} - ANYBODY
            shared = own & called.keys()
            if referent in entities and referent != speaker.source and _enough_shared(shared, own, called):
                yield entities[referent]


def _enough_shared(shared: Collection[str], own: Collection[str], called: Mapping[str, bool]) -> bool:
    """Tell whether words name a body: a common noun does ("agency"), a place alone does not ("Lowmark")."""
    return bool(shared) and (any(called[word] for word in shared) or 2 * len(shared) > len(own))
