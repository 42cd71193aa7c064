"""Headings that end with who says them: "Korra accepts truce - Roe", "Two killed in fire – police".

A full name there is who wrote the page, and what else stands there is mostly where it was printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span

from whosays.extract.attribution.structures.paragraphs import Paragraph
from whosays.extract.attribution.structures.passages import Passage
from whosays.extract.attribution.structures.people import people_in
from whosays.extract.lexicon import kinds
from whosays.extract.syntax import trimmed

SIGNED = re.compile(r"(?P<words>[^\n]{12,160}\S) [-–—] (?P<name>[^\W\d_]+(?: [^\W\d_]+)?)")
VOICES = frozenset(("organisation", "people", "person"))


def signed_headings(doc: Doc, paragraphs: Sequence[Paragraph]) -> Iterator[Passage]:
    """Yield the words of a page's heading, where a person's surname or a noun for a body is behind its dash."""
    heading = paragraphs[0] if paragraphs else None
    match = SIGNED.fullmatch(heading.text) if heading is not None else None
    if heading is None or match is None:
        return
    words, name = heading.part(*match.span("words")), heading.part(*match.span("name"))
    content = trimmed(doc, words.start, words.end) if words is not None else None
    clause = content is not None and any(token.pos_ in ("VERB", "AUX") for token in content)
    if content is not None and name is not None and clause and (_is_surname(name) or _is_noun(name)):
        yield Passage(name, (content,), label=(doc[content.end : name.start],))


def _is_surname(name: Span) -> bool:
    """Tell whether the page names somebody in full by whose last name alone the heading ends."""
    people = people_in(name.doc[name.end :]) if len(name) == 1 else []
    return any(len(person) > 1 and person[-1].text == name.text for person in people)


def _is_noun(name: Span) -> bool:
    """Tell "police" and "health ministry" from a name."""
    return all(token.is_lower for token in name) and bool(kinds(name[-1].lower_) & VOICES)
