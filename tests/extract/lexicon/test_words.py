"""What words mean, as the tables say it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from whosays.extract.lexicon import hearsay_adverbs, phrases, verb_class, word_class
from whosays.extract.lexicon.spelling import runs
from whosays.resources import read_classes, read_lines, read_records, resource

ROOT = Path(__file__).parents[3]


def test_a_verb_falls_under_the_rules_that_its_row_names() -> None:
    """One row a verb says all that it can be: "confirm" is said, judges a claim and checks it."""
    assert all("confirm" in verb_class(name) for name in ("saying", "judging", "checking"))
    assert "confirm" not in verb_class("ordering")


def test_a_class_that_no_row_names_is_refused() -> None:
    """A misspelt class is an error at once, and no rule without words."""
    with pytest.raises(KeyError):
        verb_class("sayin")
    with pytest.raises(KeyError):
        word_class("month")


def test_hearsay_is_told_by_adverbs() -> None:
    """ "Allegedly" and "reportedly" attribute to nobody in particular."""
    assert {"allegedly", "reportedly"} < hearsay_adverbs()


def test_every_row_of_the_cues_says_something() -> None:
    """A verb without a stance attributes nothing by itself, so it stands in the table for its classes."""
    assert all(row["stance"] or row["classes"] for row in read_records("extract", "cues.tsv"))


def test_a_class_of_words_has_one_name_in_all_files() -> None:
    """No file's class hides another's of the same name."""
    files = [file.name for file in resource("extract", "data").iterdir() if file.name.endswith("_words.txt")]
    names = [name for file in files for name in read_classes("extract", file)]
    assert len(names) == len(set(names)) > 60
    assert all(word_class(name) for name in names)


def test_every_class_is_one_that_a_rule_asks_for() -> None:
    """Words outlive the rule that they were for where nobody looks."""
    rooms = ("extract", "graph", "whosays", "queries", "training")
    code = "".join(file.read_text(encoding="utf-8") for room in rooms for file in (ROOT / room).rglob("*.py"))
    words = [file.name for file in resource("extract", "data").iterdir() if file.name.endswith("_words.txt")]
    names = {name for file in words for name in read_classes("extract", file)}
    verbs = {name for row in read_records("extract", "cues.tsv") for name in row["classes"].split(",") if name}
    assert not [name for name in sorted(names | verbs) if f'"{name}"' not in code]


def test_a_phrase_is_written_over_several_rows_and_of_others() -> None:
    """What a module gives stands in the braces of its phrases: the days that "raised Friday" is told with."""
    told = phrases("quantities", "setting", DAYS="Friday", MOVED="rose")
    assert re.search(told["TELLING_DAY"], "the toll rose on Friday")
    assert re.search(told["EARLIER"], "the toll rose to 40 from ")
    assert not re.search(told["TELLING_DAY"], "the boat sank on Friday")


def test_a_phrase_is_for_a_module_that_is_there() -> None:
    """Every phrase is asked for by name in the module, or stands in another one of its phrases."""
    code = [path.read_text("utf-8") for path in (ROOT / "extract").rglob("*.py")]
    for file in (file.name for file in resource("extract", "data").iterdir() if file.name.endswith("_regexes.tsv")):
        lines = read_lines("extract", file)
        for label in (line.partition("\t")[0] for line in lines if not line.startswith("\t")):
            module, _, name = label.partition(".")
            asks = f'phrases("{file.removesuffix("_regexes.tsv")}", "{module}"'
            (reader,) = (text for text in code if asks in text)
            assert f'_SAID["{name}"]' in reader or any(f"{{{name}}}" in line for line in lines), label


def test_the_longest_run_of_words_that_is_known_counts() -> None:
    """From left to right, each word in one run: "north lisk" is not "lisk" where a table has it whole."""
    known = {"lisk": "town", "north lisk": "county", "lisk port authority": "body"}
    words = "the north lisk office asked lisk port authority of lisk".split()
    assert [*runs(words, known.get)] == [("county", 1, 3), ("body", 5, 8), ("town", 9, 10)]
    assert not [*runs([], known.get)]
