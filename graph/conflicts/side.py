"""One side of a dispute: who holds that somebody did something, or that it was not so."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from anyascii import anyascii

from whosays.graph.wording import Wording, wording

_WORD: Final = re.compile(r"\w[\w.’'-]*\w|\w")
_ENDING: Final = 4  # letters that a form of a word has more than its lemma, at most
_STEM: Final = 4  # letters of a word by which it is found again
_LONG: Final = 80  # characters of words that are shown with what stands between them
Holding: TypeAlias = Literal["accuses", "denies", "tells"]


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody as an article speaks of him: its referents, the state that it is or is of, and the words for it."""

    referents: frozenset[str] = frozenset()
    state: str = ""
    words: str = ""

    def __bool__(self) -> bool:
        return bool(self.referents or self.state)


@dataclass(frozen=True, slots=True)
class State:
    """What somebody or something is told to be, to one of several ends that exclude each other.

    ``question`` is what is answered, ``of`` the keys of the names of whom or what, ``called`` these names; ``answers``
    are those that fit what is told.
    """

    question: Literal["how killed", "alive", "in whose hands"]
    of: frozenset[str]
    called: str
    answers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Side:
    """What a voice holds: ``whom`` it accuses or, ``holding`` that it is not so, speaks of, and of what (``act``).

    ``hop`` is the attribution, ``voice`` who speaks, ``lines`` all names and roles of the voice; ``act`` are the terms
    of what was done without those of who did it; ``blames``: it says "accuse" or "blame"; ``span`` is where the words
    stand, ``text`` the words themselves.
    ``denied``: that it is not so, by stance or words; ``state`` is there where it ``tells`` how somebody or something
    is; ``meets`` is the attribution of who rejects, in one breath, what another one says, the same on both sides.
    """

    hop: str
    claim: str
    article: str
    day: str | None
    holding: Holding
    voice: Party
    lines: str
    whom: Party
    blames: bool
    act: str
    regions: frozenset[str]
    span: tuple[int, int]
    text: str
    denied: bool = False
    state: State | None = None
    meets: str = ""

    @property
    def words(self) -> Wording:
        """What was done, made comparable."""
        return wording(self.act)

    @property
    def order(self) -> tuple[str, str, tuple[int, int], str]:
        """What puts the side that was told first before others."""
        return self.day or "9", self.article, self.span, self.hop

    def spelt(self, *lemmas: Collection[str]) -> str:
        """Return words as they stand in its text, each by one of its lemmas: "flood the lower fields" of two."""
        spelt = list(_WORD.finditer(self.text))
        first = [next((m for m in spelt if any(_is_of(m[0], lemma) for lemma in one)), None) for one in lemmas]
        found = sorted({match.span() for match in first if match})
        if not found or None in first:
            return " ".join(next(iter(one)) for one in lemmas)
        start, end = found[0][0], max(end for _, end in found)
        return self.text[start:end] if end - start <= _LONG else " … ".join(self.text[slice(*each)] for each in found)


def _is_of(word: str, lemma: str) -> bool:
    """Tell "fired" from "firefighters", which begins as "fire" does."""
    return len(word) <= len(lemma) + _ENDING and begins(word, (stem(lemma),))


def stem(lemma: str) -> str:
    """Return the letters of a word by which it is found in a text."""
    return lemma[: max(_STEM, len(lemma) - 2)]


def begins(word: str, stems: Iterable[str]) -> bool:
    """Tell whether a word begins with one of some stems, whatever its accents and capitals."""
    small = anyascii(word).lower()
    return any(small.startswith(stem) for stem in stems)
