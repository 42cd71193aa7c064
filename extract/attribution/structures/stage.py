"""The stage that reads structures, in the order in which they are surest."""

from __future__ import annotations

from spacy.tokens import Span

from whosays.extract.attribution.attribution import AttributionSet
from whosays.extract.attribution.reading import Reading
from whosays.extract.attribution.structures.comments import comments
from whosays.extract.attribution.structures.headings import signed_headings
from whosays.extract.attribution.structures.lists import led_up_to, posts, sourced
from whosays.extract.attribution.structures.paragraphs import paragraphs_of
from whosays.extract.attribution.structures.passages import overlap_any, put_in
from whosays.extract.attribution.structures.turns import dialogues


def propose_structures(reading: Reading, found: AttributionSet) -> None:
    """Give the passages of comments, dialogues, lists, letters, posts and block quotations to their voices."""
    doc = reading.doc
    paragraphs = paragraphs_of(doc)
    taken: list[Span] = []
    for passages in (
        comments(paragraphs, found),
        signed_headings(doc, paragraphs),
        dialogues(paragraphs),
        led_up_to(doc, paragraphs, found),
        sourced(doc, paragraphs),
        posts(doc, paragraphs, found),
    ):
        for passage in list(passages):
            if not overlap_any(passage.content, taken):
                put_in(found, passage)
                taken.extend([*passage.content, *passage.label])
