"""Bodies of states: "Russia's Ministry of Defence" and "Moscow's defence ministry" are one, whatever news calls it.

A name is such a body where the name of whose it is (a country, its people, its capital where that may stand for it)
and a wording of the body are all that it says: a part of a body, a spokesman, a region's ministry has a word more.
"""

from __future__ import annotations

import functools
from typing import Final, NamedTuple

from whosays.graph.names.country_names import governed_from, without_countries
from whosays.graph.names.gazetteer import one_spellings, states, well_known
from whosays.graph.names.normalization import plain
from whosays.resources import listed, read_records, word_classes

_FILLER: Final = word_classes("graph")["filler_of_names"]
_ONE_WORD: Final = one_spellings()
_CAPITAL: Final = 3  # words of a capital's name, at most
# a territory that no table of countries has, by the words that tell it, and those that stand beside them
_RULED: Final = {"Gaza": (word_classes("graph")["of_gaza"], word_classes("graph")["beside_gaza"])}
_NAMESAKES: Final = frozenset(("georgia",))  # countries called as a part of another one is; peoples tell them apart
_UNIONS: Final = ("United Nations", "European Union")


class StateBody(NamedTuple):
    """A body and whose it is: "ministry of defence", "Russia"."""

    body: str
    of: str


class _Told(NamedTuple):
    """What the table tells of a wording: the body that it is, and whether a capital may stand before it."""

    body: str
    capital: bool


@functools.lru_cache(maxsize=1 << 17)
def body_of_state(name: str) -> StateBody | None:
    """Return the body of a state that a name or description is of, ``None`` for any other."""
    form = plain(name)
    alone = _alone().get(_words(form))
    if alone is not None:
        return alone
    words = form.split()
    for of, rest in (_territory(words), _union(words), _country(form)):
        if of:
            told = _worded().get((of, _words(rest))) or (None if _is_special(of) else _worded().get(("", _words(rest))))
            return StateBody(told.body, of) if told else None
    return _of_a_capital(words)


def _of_a_capital(words: list[str]) -> StateBody | None:
    """Return the body whose state is told by its capital: "Moscow's defence ministry", but not its police."""
    for length in range(1, min(_CAPITAL, len(words) - 1) + 1):
        for start in range(len(words) - length + 1):
            city = " ".join(words[start : start + length])
            country = governed_from(city) or governed_from(city.removesuffix("s"))
            rest = _words(" ".join((*words[:start], *words[start + length :])))
            told = _worded().get(("", rest)) if country else None
            if told and told.capital:
                return StateBody(told.body, _shown()[country])
    return None


def _territory(words: list[str]) -> tuple[str, str]:
    """Return a territory and what it leaves of a name: "Hamas-run health ministry" is Gaza's."""
    for name, (telling, beside) in _RULED.items():
        if not telling.isdisjoint(words):
            return name, " ".join(word for word in words if word not in telling | beside)
    return "", ""


def _union(words: list[str]) -> tuple[str, str]:
    """Return a union of states and what it leaves of a name."""
    text = f" {' '.join(words)} "
    for union, names in _names_of_unions().items():
        found = next((name for name in names if f" {name} " in text), "")
        if found:
            return union, text.replace(f" {found} ", " ", 1)
    return "", ""


def _country(form: str) -> tuple[str, str]:
    rest, country = without_countries(form)
    if country in _NAMESAKES and country in form.split():
        return "", form
    return _shown().get(country, ""), rest


def _is_special(of: str) -> bool:
    return of in _RULED or of in _UNIONS


def _words(form: str) -> frozenset[str]:
    return frozenset(_ONE_WORD.get(word, word) for word in form.split()) - _FILLER


@functools.cache
def _worded() -> dict[tuple[str, frozenset[str]], _Told]:
    """Return the bodies by whose they are ("" for any country's) and the words of a wording."""
    return {
        (row["of"], _words(plain(wording))): _Told(row["body"], bool(row["capital"]))
        for row in read_records("graph", "bodies_of_states.tsv")
        for wording in listed(row["wordings"])
    }


@functools.cache
def _alone() -> dict[frozenset[str], StateBody]:
    return {
        _words(plain(name)): StateBody(row["body"], row["of"])
        for row in read_records("graph", "bodies_of_states.tsv")
        for name in listed(row["alone"])
    }


@functools.cache
def _shown() -> dict[str, str]:
    """Return what countries are called by their normal forms."""
    return {plain(state.names[0]): state.names[0] for state in states()}


@functools.cache
def _names_of_unions() -> dict[str, tuple[str, ...]]:
    """Return the normal forms of what unions of states are called, with those in "'s", longest first."""
    found: dict[str, tuple[str, ...]] = {}
    for union in _UNIONS:
        forms = {plain(name) for each in well_known() if union in each.names for name in each.names}
        found[union] = tuple(sorted(forms | {f"{form}s" for form in forms}, key=lambda form: (-len(form), form)))
    return found
