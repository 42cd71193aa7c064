"""Stops that end a sentence behind a single letter."""

from pathlib import Path

import pytest
import spacy

from whosays.extract import Extractor, read_article
from whosays.extract.pipeline.closing_stops import part_closing_stops


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("She denied it in a post on X. Harbour Times has asked her.", True),
        ('He wrote on the platform X. "It is over," he added.', True),
        ("“There is no plan B.” The mayor left.", True),
        ("It was posted on X.", True),
        ("The speech of Malcolm X. Orrel was printed.", False),
        ("It was written by J. Orrel.", False),
        ("The plan of W. Orrel failed.", False),
        ("Posts on X. and elsewhere were deleted.", False),
    ],
)
def test_letter_and_stop_are_parted_where_a_sentence_ends(text: str, parted: bool) -> None:
    doc = spacy.blank("en").make_doc(text)
    part_closing_stops(doc)
    assert doc.text == text
    assert any(len(token) == 2 and token.text[1] == "." for token in doc) is not parted


def test_outlet_behind_the_site_keeps_its_name(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("The port was closed, the mayor wrote on X. Reuters could not verify it.\n", encoding="utf-8")
    record = Extractor().record(read_article(page))
    assert "Reuters" in {entity.name for entity in record.entities}
