"""A Doc's columns and patterns tried in places: cheaper ways to the same answers."""

from __future__ import annotations

import re
from importlib.resources import files

from spacy.tokens import Doc

from tests.doc_builder import BLANK
from whosays.extract.articles.language import language_of
from whosays.extract.pipeline.pattern_scan import lowered, matches, starts_of
from whosays.extract.pipeline.token_arrays import columns
from whosays.extract.units.extractor import find_units


def test_columns_say_what_the_tokens_say() -> None:
    """Every list has each token's attribute; what the Doc lacks is empty, as it is on the token."""
    words = ["“", "Ada", "told", "30", "sailors", "\n\n"]
    tags = ["``", "NNP", "VBD", "CD", "NNS", "_SP"]
    doc = Doc(
        BLANK.vocab,
        words=words,
        spaces=[False, True, True, True, False, False],
        tags=tags,
        pos=["PUNCT", "PROPN", "VERB", "NUM", "NOUN", "SPACE"],
        sent_starts=[True, False, False, False, False, True],
    )
    read = columns(doc)
    assert read.whole == doc.text
    assert (read.text, read.tag, read.lemma) == (words, tags, [""] * 6)
    assert read.lower == [token.lower_ for token in doc]
    assert read.pos == [token.pos_ for token in doc]
    for name in ("is_alpha", "is_space", "is_quote", "like_num", "is_sent_start"):
        assert [bool(flag) for flag in getattr(read, name)] == [bool(getattr(token, name)) for token in doc], name


def test_a_pattern_tried_where_it_can_begin_finds_what_a_search_finds() -> None:
    """Places inside an earlier match are passed over, as a search passes over them."""
    text = "Ten, or ten ten, of 12.5 tents; .5 of them, often ten-strong"
    pattern = re.compile(r"\b(?:ten(?: ten)?|\d+(?:\.\d+)?)\b|(?<!\d)\.\d", re.IGNORECASE)
    found = [match.span() for match in matches(pattern, text, starts_of(text, {"ten"}))]
    assert found == [match.span() for match in pattern.finditer(text)]
    assert [text[slice(*span)] for span in found] == ["Ten", "ten ten", "12.5", ".5", "ten"]


def test_lower_case_keeps_offsets() -> None:
    """A letter whose lower case is two characters stays as it is."""
    assert lowered("Several İSTANBUL") == "several İstanbul"
    assert lowered("SEVERAL") == "several"


def test_english_is_told_by_its_commonest_words() -> None:
    """Running English is English; its words quoted in another language do not make that English."""
    english = "The harbour was closed and the boats that were out have been called back from the bay with flares."
    german = "Der Hafen bleibt bis auf Weiteres gesperrt, sagte die Sprecherin der Stadt, die Lage sei ernst. "
    assert language_of(english) == "en"
    assert language_of(german * 2 + "“The bay and the boats.” " + german) == "de"


def test_every_unit_of_the_gazetteer_begins_where_names_are_looked_for() -> None:
    """A line of the table is found whatever letter it begins with."""
    table = (files("whosays.extract") / "data" / "units.tsv").read_text(encoding="utf-8")
    names = [line.split("\t")[0] for line in table.splitlines() if not line.startswith("#")]
    assert [name for name in names if [m.span[0] for m in find_units(name)] != [0]] == []
