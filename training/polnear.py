"""PolNeAR's brat stand-off annotation as spaCy documents and as attributions.

Source: Newell, Margolin and Ruths (2018), "An Attribution Relations Corpus for Political News", LREC.
The corpus names no licence; none of its text is kept in the repository.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span

from whosays.extract.records import Span as Offsets

ROLES = ("Source", "Cue", "Content")


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """One annotated attribution: character spans for each role, each in text order, possibly empty."""

    source: tuple[Offsets, ...]
    cue: tuple[Offsets, ...]
    content: tuple[Offsets, ...]


def read_folder(folder: Path) -> Iterator[tuple[str, str, list[GoldAttribution]]]:
    """Yield (name, text, attributions) for every annotated document of a folder, by name."""
    for path in sorted(folder.glob("*.ann")):
        with path.with_suffix(".txt").open(encoding="utf-8", newline="") as file:
            text = file.read()
        yield path.stem, text, list(_attributions(path.read_text(encoding="utf-8")))


def _attributions(annotation: str) -> Iterator[GoldAttribution]:
    spans: dict[str, list[Offsets]] = {}
    events = []
    for line in annotation.splitlines():
        fields = line.split("\t")
        if re.fullmatch(r"T\d+", fields[0]) and len(fields) > 1:
            # "Content 12 40;52 60": a discontinuous span; a text with a newline continues on lines without an id.
            parts = fields[1].split(" ", 1)[1].split(";")
            spans[fields[0]] = [(int(s), int(e)) for s, e in (part.split() for part in parts)]
        elif re.fullmatch(r"E\d+", fields[0]):
            events.append(fields[1].split()[1:])
    for event in events:
        roles: dict[str, list[Offsets]] = defaultdict(list)
        for item in event:
            role, _, reference = item.partition(":")
            roles[re.sub(r"\d+$", "", role)] += spans.get(reference, [])
        yield GoldAttribution(*(tuple(sorted(roles[role])) for role in ROLES))


def to_doc(nlp: Language, text: str, attributions: list[GoldAttribution]) -> Doc:
    """Return the text as a Doc whose ``ents`` are the roles; where roles overlap, cue and source win over content."""
    doc = nlp.make_doc(text)
    labels: list[tuple[str, int]] = [("O", -1)] * len(doc)
    for role in reversed(ROLES):
        for number, (start, end) in enumerate(sorted({o for a in attributions for o in getattr(a, role.lower())})):
            span = doc.char_span(start, end, alignment_mode="expand")
            for token in _trim(span):
                labels[token] = (role, number)
    doc.ents = list(_runs(doc, labels))
    return doc


def _trim(span: Span | None) -> range:
    if span is None:
        return range(0)
    start, end = span.start, span.end
    while start < end and span.doc[start].is_space:
        start += 1
    while end > start and span.doc[end - 1].is_space:
        end -= 1
    return range(start, end)


def _runs(doc: Doc, labels: list[tuple[str, int]]) -> Iterator[Span]:
    start = 0
    for end in range(1, len(labels) + 1):
        if end == len(labels) or labels[end] != labels[start]:
            first, last = start, end
            while first < last and doc[first].is_space:
                first += 1
            while last > first and doc[last - 1].is_space:
                last -= 1
            if labels[start][0] != "O" and last > first:
                yield Span(doc, first, last, label=labels[start][0])
            start = end
