"""Does a record agree with itself?  Asked before anything is written, so that the mapping can be total."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from whosays.extract.records import ArticleRecord, Attribution, Span
from whosays.graph.errors import RecordError

_Id = TypeVar("_Id", int, str)


def check_record(record: ArticleRecord) -> None:
    """Raise ``RecordError`` where an offset leaves the text or an id leads nowhere (circles: ``nesting``)."""
    for span in _spans(record):
        if not 0 <= span[0] < span[1] <= len(record.text):
            raise RecordError(f"{record.path}: the words {span} are not in its text of {len(record.text)} characters")
    if not all(claim.content for claim in record.claims):
        raise RecordError(f"{record.path}: a claim has no words")
    entities = _distinct([entity.id for entity in record.entities], record.path)
    outlets = {entity.id for entity in record.entities if entity.type == "Outlet"}
    hops = _distinct([hop.id for hop in record.attributions], record.path)
    for entity in record.entities:
        if entity.part_of is not None and entity.part_of not in entities:
            raise RecordError(f"{record.path}: {entity.id!r} is part of an unknown entity {entity.part_of!r}")
        if unknown := set(entity.members) - set(entities):
            raise RecordError(f"{record.path}: {entity.id!r} has an unknown member {min(unknown)!r}")
    for hop in record.attributions:
        if hop.entity is not None and hop.entity not in entities:
            raise RecordError(f"{record.path}: attribution {hop.id} names an unknown entity {hop.entity!r}")
        if unknown := set(hop.told) - outlets:
            raise RecordError(f"{record.path}: attribution {hop.id} was told {min(unknown)!r}, which is no outlet")
    for figure in record.figures:
        if figure.attribution is not None and figure.attribution not in hops:
            raise RecordError(f"{record.path}: a figure belongs to an unknown attribution {figure.attribution!r}")


def nesting(record: ArticleRecord) -> tuple[Attribution, ...]:
    """Return the attributions, each after the one that it is inside; raise ``RecordError`` for a circle."""
    inner: dict[int | None, list[Attribution]] = {}
    for hop in record.attributions:
        inner.setdefault(hop.inside, []).append(hop)
    ordered = list(inner.get(None, ()))
    for hop in ordered:  # grows while it is walked: outermost first, breadth first
        ordered.extend(inner.get(hop.id, ()))
    if len(ordered) != len(record.attributions):
        lost = sorted({hop.id for hop in record.attributions} - {hop.id for hop in ordered})
        raise RecordError(f"{record.path}: attributions {lost} are inside each other or inside an unknown one")
    return tuple(ordered)


def _distinct(ids: list[_Id], path: str) -> set[_Id]:
    if len(set(ids)) != len(ids):
        raise RecordError(f"{path}: an id stands twice among {ids}")
    return set(ids)


def _spans(record: ArticleRecord) -> Iterator[Span]:
    if record.outlet and record.outlet.span:
        yield record.outlet.span
    for entity in record.entities:
        yield from entity.mentions
    for hop in record.attributions:
        yield from (hop.source,) if hop.source else ()
        yield from (*hop.cue, *hop.content, *hop.hedges)
    for figure in record.figures:
        yield from (figure.span, figure.sentence)
        yield from (figure.when.span,) if figure.when else ()
        yield from (figure.where,) if figure.where else ()
    for claim in record.claims:
        yield from claim.content
    yield from record.sentences
    yield from (number.span for number in record.numbers)
    yield from (credit.span for credit in record.credits if credit.span)
    yield from (skipped.span for skipped in record.skipped)
