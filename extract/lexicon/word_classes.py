"""Words that behave alike, by the name of their class (``data/*_words.txt``), and phrases (``data/*_regexes.tsv``)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from whosays.resources import read_lines, read_rows, word_classes

_PART: Final = re.compile(r"\{([A-Z][A-Z_\d]*)\}")


@cache
def word_class(name: str) -> frozenset[str]:
    """Return one class of words ("accounts", "months", ...); a name that no file has is a ``KeyError``."""
    return word_classes("extract").get(name) or word_classes("gazetteer")[name]


@cache
def ordinals() -> tuple[str, ...]:
    """Return "first", "second" and so on in order, up to "thirty-first"."""
    return tuple(read_lines("extract", "ordinals.txt"))


@cache
def numerals() -> dict[str, int]:
    """Return the numbers of one word below a hundred by their words, from "zero" on."""
    return {word: int(value) for word, value in read_rows("extract", "numerals.tsv", 2)}


def phrases(file: str, module: str, **given: str) -> Mapping[str, str]:
    """Return the regular expressions of a module by name: of ``setting.RATE`` in ``quantities_regexes.tsv`` "RATE".

    A name in braces stands for another one of the module, or for what is ``given`` by that name.
    """
    told, label = dict(given), ""
    for line in _phrase_lines(file):
        named, _, words = line.partition("\t")
        if named.startswith(f"{module}.") and named.partition(".")[2] in told:
            raise ValueError(f"{file}: two regular expressions are called {named!r}")
        label = named or label
        if label.startswith(f"{module}."):
            name = label.partition(".")[2]
            told[name] = told.get(name, "") + words
    return {name: _filled(words, told) for name, words in told.items()}


@cache
def _phrase_lines(file: str) -> list[str]:
    return read_lines("extract", f"{file}_regexes.tsv")


def _filled(words: str, parts: Mapping[str, str]) -> str:
    return _PART.sub(lambda part: _filled(parts[part[1]], parts), words)
