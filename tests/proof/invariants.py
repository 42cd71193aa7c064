"""What holds of any record of any text, told as the sentences that it breaks."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from whosays.extract import Article
from whosays.extract.records import ArticleRecord, Span

Key = TypeVar("Key", int, str)


def faults_of_article(article: Article) -> Iterator[str]:
    """Yield what is wrong with an article as it was read."""
    before = 0
    for start, end in article.body:
        if not before <= start < end <= len(article.text):
            yield f"body {start, end} leaves the text, is empty or overlaps"
        before = end


def faults(record: ArticleRecord) -> Iterator[str]:
    """Yield what is wrong with a record: offsets, edges, ids, chains, its way through JSON."""
    for what, span in spans(record):
        yield from _of_span(what, span, record.text)
    for hop in record.attributions:
        for what, parts in (("cue", hop.cue), ("content", hop.content), ("hedges", hop.hedges)):
            if any(after[0] < before[1] for before, after in pairwise(parts)):
                yield f"the spans of a {what} overlap: {parts}"
        if not hop.content:
            yield f"attribution {hop.id} has no content"
        if hop.source is None and not hop.cue:
            yield f"attribution {hop.id} has neither source nor cue"
        if not 0 <= hop.confidence <= 1:
            yield f"confidence {hop.confidence}"
    for figure in record.figures:
        if not figure.sentence[0] <= figure.span[0] < figure.span[1] <= figure.sentence[1]:
            yield f"the figure {figure.span} sticks out of its sentence {figure.sentence}"
        if figure.low is not None and figure.high is not None and figure.low > figure.high:
            yield f"the figure {figure.span} is from {figure.low} to {figure.high}"
    yield from _of_ids(record)
    if ArticleRecord.from_json(json.loads(json.dumps(record.to_json()))) != record:
        yield "JSON gives another record back"


def spans(record: ArticleRecord) -> Iterator[tuple[str, Span]]:
    """Yield every span of a record with what it is."""
    if record.outlet and record.outlet.span:
        yield "outlet", record.outlet.span
    for entity in record.entities:
        yield from (("mention", span) for span in entity.mentions)
    for hop in record.attributions:
        yield from (("source", span) for span in (hop.source,) if span)
        for what, parts in (("cue", hop.cue), ("content", hop.content), ("hedge", hop.hedges)):
            yield from ((what, span) for span in parts)
    for figure in record.figures:
        yield from (("figure", figure.span), ("sentence", figure.sentence))
        yield from (("time", figure.when.span),) if figure.when else ()
        yield from (("place", figure.where),) if figure.where else ()
    for claim in record.claims:
        yield from (("claim", span) for span in claim.content)
    yield from (("skipped", entry.span) for entry in record.skipped)


def _of_span(what: str, span: Span, text: str) -> Iterator[str]:
    start, end = span
    words = text[start:end] if 0 <= start < end <= len(text) else ""
    if not words:
        yield f"the {what} {span} is empty or leaves the text of {len(text)}"
    elif words != words.strip():
        yield f"the {what} {words!r} begins or ends in white space"
    elif what == "cue" and words != ":" and not any(map(str.isalpha, words)):
        yield f"the cue {words!r} has no letter"


def _of_ids(record: ArticleRecord) -> Iterator[str]:
    if [hop.id for hop in record.attributions] != list(range(len(record.attributions))):
        yield "the ids of attributions do not count up"
        return
    entities = {entity.id: entity.part_of for entity in record.entities}
    if len(entities) != len(record.entities):
        yield "an entity's id stands twice"
    for part in entities.values():
        if part is not None and part not in entities:
            yield f"part of an unknown entity {part}"
    yield from (f"{key} is part of itself" for key in entities if _circles(key, entities))
    outer: dict[int, int | None] = {hop.id: hop.inside for hop in record.attributions}
    for hop in record.attributions:
        if hop.entity is not None and hop.entity not in entities:
            yield f"attribution {hop.id} names an unknown entity {hop.entity}"
        if hop.inside is not None and hop.inside not in outer:
            yield f"attribution {hop.id} is inside an unknown one"
        elif hop.inside is not None and record.attributions[hop.inside].kind == "act":
            yield f"attribution {hop.id} is inside an act"
        if _circles(hop.id, outer):
            yield f"attribution {hop.id} is inside itself"
    for figure in record.figures:
        if figure.attribution is not None and figure.attribution not in outer:
            yield f"a figure belongs to an unknown attribution {figure.attribution}"


def _circles(key: Key, outer: dict[Key, Key | None]) -> bool:
    seen: set[Key] = set()
    at: Key | None = key
    while at is not None and at in outer:
        if at in seen:
            return True
        seen.add(at)
        at = outer[at]
    return False


def listed(found: Sequence[str], most: int = 3) -> str:
    """Return the first few faults in one line."""
    return "; ".join(found[:most]) + (f"; and {len(found) - most} more" if len(found) > most else "")
