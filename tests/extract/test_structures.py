"""Structures beyond sentences: who speaks in dialogues, lists, posts, letters, live blogs and beside bare quotations.

The texts are in ``tests/data/structures_unseen.toml``, four a structure, written before the rules were tried on any;
what the columns say is told in ``tests/extract/test_press_kinds.py``.
"""

from __future__ import annotations

import time
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.doc_builder import BLANK
from tests.extract.test_press_kinds import CHECKS, Reading, article_of
from whosays.extract import Extractor
from whosays.extract.attribution.structures.lists import sourced
from whosays.extract.attribution.structures.paragraphs import paragraphs_of

TABLE = tomllib.loads((Path(__file__).parents[1] / "data" / "structures_unseen.toml").read_text(encoding="utf-8"))
CASES = TABLE["case"]
NAMES = [f"{TABLE['kinds'][str(case['kind'])]}, {number % 4 + 1}" for number, case in enumerate(CASES)]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    """Return the extractor with the shipped model."""
    return Extractor()


@pytest.mark.model
@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_a_structure_tells_who_speaks(extractor: Extractor, case: dict[str, Any], tmp_path: Path) -> None:
    """Who says what, and whose word nothing of it is."""
    reading = Reading(extractor.record(article_of(case, tmp_path)))
    assert [row for row in case.get("holds", ()) if not reading.has_hop(row)] == [], str(reading)
    assert [row for row in case.get("never", ()) if reading.has_hop(row)] == [], str(reading)


def test_every_structure_has_four_texts() -> None:
    """Each of them says what must hold."""
    kinds = [case["kind"] for case in CASES]
    assert {kind: kinds.count(kind) for kind in kinds} == dict.fromkeys(range(1, 13), 4)
    assert all(set(case) & CHECKS for case in CASES)


EXPLAINER = """What we know about the youth of Dana Roe

Dana Roe may become mayor of Lissa in May.

Where did Roe live?

Roe's family settled in a flat above the fish market. “We had nothing, and I loved it,” she wrote later.

Was she a good pupil?

Roe told the Lissa Post that she hated school. Our paper has asked her teachers.

Did Roe vote in 1991?

She was fifteen. What we know is that Roe handed out leaflets.
"""


@pytest.mark.model
def test_questions_answered_by_the_writer_are_no_interview(extractor: Extractor, tmp_path: Path) -> None:
    """An answer that names whoever is asked about is the writer's, though a "we" stands in it."""
    reading = Reading(extractor.record(article_of({"text": EXPLAINER}, tmp_path)))
    record = reading.record
    said = [" ".join(record.text[s:e] for s, e in hop.content) for hop in record.attributions]
    assert not [words for words in said if "settled" in words or "leaflets" in words], str(reading)
    assert any("she hated school" in words for words in said), str(reading)


ESSAY = """Dads of the screen

Lee Roe is the hero of the new game of the Oster studio.

Is it a new trend that fathers lead?

The first answer would be that we have grown older. But this “belittles players,” says the designer Mara Vask.

Will it fade as fast as it came?

I would not bet on that. “They want more,” said Oren Lund, who sells games.
"""


@pytest.mark.model
def test_who_quotes_others_is_not_interviewed(extractor: Extractor, tmp_path: Path) -> None:
    """Questions that a writer puts to herself, and answers with the words of others."""
    record = Reading(extractor.record(article_of({"text": ESSAY}, tmp_path))).record
    assert all(hop.cue for hop in record.attributions)


@pytest.mark.model
@pytest.mark.parametrize("name", ["A. Lund", "A.I. firms"])
def test_a_letter_with_a_point_is_no_answer(extractor: Extractor, tmp_path: Path, name: str) -> None:
    """Nobody has asked, and so an initial answers nothing."""
    text = (
        f"Mara Vask runs the harbour.\n\n{name} said the mill would close.\n\n{name} added that it was old.\n\nIt was."
    )
    record = Reading(extractor.record(article_of({"text": text}, tmp_path))).record
    assert len(record.attributions) >= 2
    assert all(hop.cue for hop in record.attributions)


def test_a_long_list_takes_no_square_of_its_length() -> None:
    """The line below it that names its source is looked for, and not at every entry."""
    doc = BLANK("\n\n".join(["- a leaking gate"] * 3000 + ["Source: Harbour Office"]))
    begun = time.perf_counter()
    (passage,) = sourced(doc, paragraphs_of(doc))
    assert time.perf_counter() - begun < 2
    assert len(passage.content) == 3000
