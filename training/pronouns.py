"""How often a pronoun is given to the right name: GAP's development snippets through the whole of ``resolve``.

Webster et al. (2018), "Mind the GAP", TACL: each snippet has a pronoun and two names, of which it means one or neither.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from spacy.language import Language

from whosays.extract.coreference import Referents, resolve
from whosays.extract.records import Span


def pronoun_scores(nlp: Language, corpora: Path) -> Mapping[str, float]:
    """Return the share of snippets answered rightly (A, B or neither), the same over those of A or B, and GAP's F."""
    right = named = named_right = given = truly = agreed = total = 0
    for text, pronoun, places, truth in snippets(corpora, "development"):
        found = _owners(resolve(nlp(text), []), pronoun, places)
        total += 1
        right += found == truth
        named += any(truth)
        named_right += any(truth) and found == truth
        given += sum(found)
        truly += sum(truth)
        agreed += sum(f and t for f, t in zip(found, truth, strict=True))
    return {
        "accuracy": round(right / total, 4),
        "accuracy where it means a name": round(named_right / named, 4),
        "f": round(2 * agreed / (given + truly), 4),
    }


def snippets(corpora: Path, part: str) -> Iterator[tuple[str, Span, tuple[Span, Span], tuple[bool, bool]]]:
    """Yield (text, pronoun, the two names, which of them it means)."""
    with (corpora / f"GAP/gap-{part}.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            first, second = (_place(row, letter) for letter in "AB")
            truth = row["A-coref"] == "TRUE", row["B-coref"] == "TRUE"
            yield row["Text"], _place(row, "Pronoun"), (first, second), truth


def _place(row: Mapping[str, str], what: str) -> Span:
    start = int(row[f"{what}-offset"])
    return start, start + len(row[what])


def _owners(found: Referents, pronoun: Span, places: tuple[Span, Span]) -> tuple[bool, bool]:
    """Tell for each name whether the entity that has the pronoun has it too."""
    for entity in found.entities:
        if pronoun in entity.mentions:
            first, second = (any(_meet(place, m) for m in entity.mentions if m != pronoun) for place in places)
            return first, second
    return False, False


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
