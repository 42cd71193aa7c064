"""The tables of lemminflect, read line by line, have what they have when read whole."""

from __future__ import annotations

from lemminflect import config
from lemminflect.codecs.InflectionLUCodec import InflectionLUCodec
from lemminflect.codecs.LemmaLUCodec import LemmaLUCodec
from lemminflect.core.Inflections import Inflections
from lemminflect.core.Lemmatizer import Lemmatizer

from whosays.extract.lexicon.dictionary import Table, dictionary_lemmas, inflected

EVERY = 97


def test_a_line_has_what_the_whole_table_has() -> None:
    """Words of several parts of speech, and those that have forms of their own."""
    lemmas, forms = LemmaLUCodec.load(config.lemma_lu_fn), InflectionLUCodec.load(config.inflection_lu_fn)
    read, shaped = Lemmatizer().lemma_dict, Inflections().infl_dict
    assert isinstance(read, Table)
    assert isinstance(shaped, Table)
    for word in [*list(lemmas)[::EVERY], "left", "wrong", "zigzag", "'d"]:
        assert read.get(word, {}) == lemmas[word]
    for word in [*list(forms)[::EVERY], "be", "can", "left", "Aachen", "zigzag"]:
        assert shaped.get(word, {}) == forms[word]


def test_a_word_that_is_in_no_table_is_read_by_rule() -> None:
    """Before the first word, behind the last and between two."""
    assert dictionary_lemmas("blorped", "VERB") == ("blorp",)
    assert inflected("blorp", "VBG") == ("blorping",)
    for word in ("", "blorped", "zzz"):
        assert dictionary_lemmas(word, "NOUN", lemmatize_oov=False) == ()
