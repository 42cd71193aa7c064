"""Which countries words speak of, and whose capital a name is (the gazetteer)."""

from __future__ import annotations

import functools
import re
from typing import Final

from whosays.graph.names.gazetteer import states
from whosays.graph.names.normalization import plain
from whosays.graph.rdf import storable

_WORD: Final = re.compile(r"\w(?:[\w'.\N{RIGHT SINGLE QUOTATION MARK}-]*\w)?\.?")
_LONGEST: Final = 4  # words of a country's name
_AMBIGUOUS: Final = frozenset({"us"})
_SHORT: Final = 3  # letters, up to which an "s" behind a name makes another word ("US", "USS")


@functools.lru_cache(maxsize=1 << 16)
def countries(text: str) -> frozenset[str]:
    """Return the countries that capitalised words of a text name, as normal forms."""
    words = _WORD.findall(storable(text))
    forms = ["" if _small(word) else plain(word) for word in words]
    return frozenset(country for _, _, country in _found(forms))


def without_countries(form: str) -> tuple[str, str]:
    """Return a normal form without the country in it, and that country; ``""`` where it has none or several."""
    words = form.split()
    found = _found(words)
    if len({country for _, _, country in found}) != 1:
        return form, ""
    inside = {index for start, end, _ in found for index in range(start, end)}
    return " ".join(word for index, word in enumerate(words) if index not in inside), found[0][2]


def is_country(name: str) -> bool:
    """Tell whether a name is that of a country or capital and nothing else ("U.S.", "Norway")."""
    form = plain(name)
    return form.removeprefix("the ") in _names() or bool(governed_from(form))


def governed_from(form: str) -> str:
    """Return the country whose capital a normal form names, ``""`` for any other."""
    return _capitals().get(form, "")


def _small(word: str) -> bool:
    return not word[0].isupper() or (word.lower() in _AMBIGUOUS and not word.isupper())


def _found(words: list[str]) -> list[tuple[int, int, str]]:
    known, found, start = _names(), [], 0
    while start < len(words):
        lengths = range(min(_LONGEST, len(words) - start), 0, -1)
        end = next((start + n for n in lengths if " ".join(words[start : start + n]) in known), start)
        if end > start:
            found.append((start, end, known[" ".join(words[start:end])]))
        start = max(end, start + 1)
    return found


@functools.cache
def _names() -> dict[str, str]:
    """Return countries by their names and peoples, also in "'s", of which a normal form keeps the letter."""
    found = {plain(name): plain(state.names[0]) for state in states() for name in (*state.names, *state.peoples)}
    return {f"{name}s": country for name, country in found.items() if len(name) > _SHORT} | found


@functools.cache
def _capitals() -> dict[str, str]:
    return {plain(city): plain(state.names[0]) for state in states() for city in state.capital}
