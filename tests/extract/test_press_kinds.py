"""The kinds of faults that real pages showed: for each, invented texts of its sort and what must hold of them.

The texts are in ``tests/data/press_kinds/*.toml``, one table a text.  "¶" ends a paragraph; ``page`` is read as a
file is, with its credits and furniture; ``fails`` says what does not hold yet.  ``*`` is whatever, ``/`` stands between
alternatives:

- ``holds``, ``never``: "speaker | words of the content | stance, kind or certainty | speaker of the hop around it"; of
  several who speak together each is a speaker;
- ``contents``: "speaker | all of a content", "…" between its pieces, without marks and "that" at its ends;
- ``figures``, ``never_figures``: "words | low..high | who gives it | measure | time", ``-`` an open end;
- ``apart``: words of two contents, which two speakers say;
- ``types``: "name | type"; ``never_types``, ``never_measures``: what nothing is.

An act is nobody's word and counts as no attribution.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from whosays.extract import Article, ArticleRecord, Attribution, Extractor, Figure, read_article

FOLDER = Path(__file__).parents[1] / "data" / "press_kinds"
OPENING = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
Table = dict[str, Any]


def read_cases() -> Iterator[Any]:
    """Yield every text of the tables, those that fail so far marked with what is wrong."""
    for path in sorted(FOLDER.glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        seen: dict[int, int] = {}
        for case in table["case"]:
            kind = case["kind"]
            seen[kind] = seen.get(kind, 0) + 1
            reason = f"kind {kind}, {table['kinds'][str(kind)]}: {case.get('fails')}"
            marks = [pytest.mark.xfail(strict=True, raises=AssertionError, reason=reason)] if "fails" in case else []
            yield pytest.param(case, id=f"{kind}.{seen[kind]}", marks=marks)


CASES = list(read_cases())


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    """Return the extractor with the shipped model."""
    return Extractor()


def article_of(case: Table, folder: Path) -> Article:
    """Return a table's article: all of its text is news, or it is read as a page's text is."""
    text = case["text"].replace("¶", "\n\n")
    if case.get("page"):
        path = folder / "page.txt"
        path.write_text(text + "\n", encoding="utf-8")
        return replace(read_article(path), language="en")
    return Article("a.txt", text, "0" * 64, ((0, len(text)),), language="en", published=case.get("published"))


class Reading:
    """What a record says, as the tables put it."""

    def __init__(self, record: ArticleRecord) -> None:
        self.record = record
        self.names = {entity.id: entity.name for entity in record.entities}
        self.hops = {a.id: a for a in record.attributions if a.kind != "act"}

    def speaker(self, number: int | None) -> str:
        """Return who speaks: of an entity its name, else the source's words; of no attribution the outlet."""
        if number is None:
            return "outlet"
        hop = self.hops[number]
        named = self.names[hop.entity] if hop.entity else hop.source and self.record.text[slice(*hop.source)]
        return OPENING.sub("", named or "nobody")

    def together(self, hop: Attribution) -> list[str]:
        """Return who speaks, and where several do each of them."""
        entity = next((e for e in self.record.entities if e.id == hop.entity), None)
        return [self.speaker(hop.id), *(self.names[member] for member in (entity.members if entity else ()))]

    def content(self, hop: Attribution) -> str:
        """Return the words of a content, its pieces in one line."""
        return " ".join(" ".join(self.record.text[slice(*span)] for span in hop.content).split())

    def is_hop(self, hop: Attribution, row: str) -> bool:
        """Return whether an attribution is what a row tells."""
        who, words, manner, outer = columns_of(row, 4)
        return (
            any(fits(who, same_name(name)) for name in self.together(hop))
            and fits(words, lambda told: told in self.content(hop))
            and fits(manner, lambda told: told in (hop.stance, hop.kind, hop.certainty))
            and (outer == "*" or (hop.inside is not None and fits(outer, same_name(self.speaker(hop.inside)))))
        )

    def is_figure(self, figure: Figure, row: str) -> bool:
        """Return whether a figure is what a row tells."""
        words, bounds, who, measure, when = columns_of(row, 5)
        found = self.record.text[slice(*figure.span)]
        return (
            fits(words, lambda told: re.search(rf"(?<![\d.,]){re.escape(told)}(?![\d,])", found) is not None)
            and fits(bounds, lambda told: told == f"{bound(figure.low)}..{bound(figure.high)}")
            and fits(who, same_name(self.speaker(figure.attribution)))
            and fits(measure, lambda told: told in (figure.measure or ""))
            and fits(when, lambda told: figure.when is not None and told == figure.when.value)
        )

    def has_hop(self, row: str) -> bool:
        """Return whether some attribution is what a row tells."""
        return any(self.is_hop(hop, row) for hop in self.hops.values())

    def has_content(self, row: str) -> bool:
        """Return whether some attribution of a speaker has just that content."""
        who, words = columns_of(row, 2)
        pieces = [piece.strip() for piece in words.split("…")]
        return any(self.is_hop(hop, who) and self.pieces(hop) == pieces for hop in self.hops.values())

    def pieces(self, hop: Attribution) -> list[str]:
        """Return the pieces of a content without the marks and the "that" at their ends."""
        texts = [" ".join(self.record.text[slice(*span)].split()) for span in hop.content]
        return [text.removeprefix("that ").strip("“”\"' ,.") for text in texts]

    def has_figure(self, row: str) -> bool:
        """Return whether some figure is what a row tells."""
        return any(self.is_figure(figure, row) for figure in self.record.figures)

    def has_type(self, row: str) -> bool:
        """Return whether a name of that type is among the entities."""
        name, kind = columns_of(row, 2)
        return any(name in (entity.name, *entity.aliases) and entity.type == kind for entity in self.record.entities)

    def speakers(self, words: str) -> set[str | None]:
        """Return the entities that say the words."""
        found = {hop.entity for hop in self.hops.values() if words in self.content(hop)}
        assert found, f"nobody says {words!r}"
        return found

    def __str__(self) -> str:
        hops = [f"{self.speaker(h.id)} | {self.content(h)} | {h.stance} {h.kind}" for h in self.hops.values()]
        figures = [
            f"{self.record.text[slice(*f.span)]} | {bound(f.low)}..{bound(f.high)} | {self.speaker(f.attribution)}"
            f" | {f.measure} | {f.when.value if f.when else None}"
            for f in self.record.figures
        ]
        types = [f"{entity.name} | {entity.type}" for entity in self.record.entities]
        return "\n".join([self.record.text, *hops, *figures, *types])


def columns_of(row: str, count: int) -> list[str]:
    """Return a row's columns, those that are left out as whatever."""
    columns = [column.strip() for column in row.split("|")]
    return columns + ["*"] * (count - len(columns))


def fits(column: str, is_told: Callable[[str], bool]) -> bool:
    """Return whether one of a column's alternatives is right."""
    return column == "*" or any(is_told(told) for told in column.split(" / "))


def same_name(name: str) -> Callable[[str], bool]:
    """Return what tells whether another name is the same, whatever its case."""
    return lambda told: told.casefold() == name.casefold()


def bound(value: float | None) -> str:
    """Return an end of an interval as the tables write it."""
    return "-" if value is None else f"{value:.12g}"


@pytest.mark.model
@pytest.mark.parametrize("case", CASES)
def test_a_text_of_its_kind_is_read_rightly(extractor: Extractor, case: Table, tmp_path: Path) -> None:
    """Who says what in which manner, what is nobody's word, and which figures are whose."""
    reading = Reading(extractor.record(article_of(case, tmp_path)))
    assert [row for row in case.get("holds", ()) if not reading.has_hop(row)] == [], str(reading)
    assert [row for row in case.get("never", ()) if reading.has_hop(row)] == [], str(reading)
    assert [row for row in case.get("contents", ()) if not reading.has_content(row)] == [], str(reading)
    assert [row for row in case.get("figures", ()) if not reading.has_figure(row)] == [], str(reading)
    assert [row for row in case.get("never_figures", ()) if reading.has_figure(row)] == [], str(reading)
    assert [row for row in case.get("types", ()) if not reading.has_type(row)] == [], str(reading)
    assert not {e.type for e in reading.record.entities} & set(case.get("never_types", ())), str(reading)
    assert not {f.measure for f in reading.record.figures} & set(case.get("never_measures", ())), str(reading)
    for one, other in case.get("apart", ()):
        assert not reading.speakers(one) & reading.speakers(other), str(reading)


def test_every_kind_has_four_texts() -> None:
    """The kinds of who speaks, no attribution, stance, figures and boundaries are there, each with its neighbours."""
    kinds = [case.values[0]["kind"] for case in CASES]
    assert set(kinds) == set(range(1, 39))
    assert all(kinds.count(kind) >= 4 for kind in kinds)


CHECKS = {"holds", "never", "contents", "figures", "never_figures", "types", "never_types", "never_measures", "apart"}


@pytest.mark.parametrize("case", [case.values[0] for case in CASES])
def test_every_text_says_what_must_hold(case: Table) -> None:
    """A key that no check reads would be a test that cannot fail."""
    assert set(case) & CHECKS
    assert not set(case) - CHECKS - {"kind", "text", "page", "published", "fails"}
