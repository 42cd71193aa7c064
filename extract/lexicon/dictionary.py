"""The dictionary of lemminflect, of which a line is read when its word is asked for.

Read whole, as lemminflect does it, its two tables take fifty megabytes and a third of a second.
"""

from __future__ import annotations

import gzip
from bisect import bisect_left
from collections.abc import Callable, Mapping
from functools import cached_property
from itertools import takewhile
from pathlib import Path

from lemminflect import config
from lemminflect.codecs.InflectionLUCodec import InflectionLUCodec
from lemminflect.codecs.LemmaLUCodec import LemmaLUCodec
from lemminflect.core.Inflections import Inflections
from lemminflect.core.Lemmatizer import Lemmatizer
from lemminflect.core.LexicalUtils import categoryToUPos

Forms = dict[str, tuple[str, ...]]


class Table:
    """A table of lemminflect in the order of its words; ``read`` tells the forms of a line, ``fixed`` are its own."""

    def __init__(self, file: str, read: Callable[[str], Forms], fixed: Mapping[str, Forms]) -> None:
        self._file, self._read, self._fixed = Path(file), read, fixed

    def get(self, word: str, default: Forms) -> Forms:
        """Return the forms of a word by their kinds, ``default`` for one that is not there."""
        if word in self._fixed:
            return self._fixed[word]
        forms: Forms = {}
        begin = bisect_left(self._lines, word, key=_word)
        for line in takewhile(lambda line: _word(line) == word, self._lines[begin : begin + MOST]):
            forms |= self._read(line)
        return forms or default

    @cached_property
    def _lines(self) -> list[str]:
        return gzip.decompress(self._file.read_bytes()).decode().splitlines()


MOST = 8  # parts of speech that a word can be


def _word(line: str) -> str:
    return line.partition(",")[0]


def _lemmas(line: str) -> Forms:
    _, category, lemmas = LemmaLUCodec.fromString(line)
    return {categoryToUPos(category): lemmas}


def _inflected(line: str) -> Forms:
    forms: Forms = InflectionLUCodec.fromString(line)[2]
    return forms


Lemmatizer().lemma_dict = Table(config.lemma_lu_fn, _lemmas, {})
Inflections().infl_dict = Table(config.inflection_lu_fn, _inflected, InflectionLUCodec.updateForAuxMod({}))
dictionary_lemmas, inflected = Lemmatizer().getLemma, Inflections().getInflection
