"""A long prose in pieces, each analysed by itself, so that time grows with its length alone; their findings joined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from whosays.extract.articles import Prose
from whosays.extract.records import Attribution, Claim, Entity, Figure, Number, Skipped, Span

CHUNK = 100_000  # characters analysed at once; a longer article is cut between paragraphs
PARAGRAPH = 20_000  # of one paragraph; articles without any that are longer than this are few, and cut, too


@dataclass(frozen=True, slots=True)
class Findings:
    """What one Doc gave, in its own characters."""

    entities: tuple[Entity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    figures: tuple[Figure, ...] = ()
    claims: tuple[Claim, ...] = ()
    sentences: tuple[Span, ...] = ()
    numbers: tuple[Number, ...] = ()
    names: Counter[str] = field(default_factory=Counter)
    skipped: tuple[Skipped, ...] = ()


def pieces(text: str) -> Iterator[Span]:
    """Cut a long prose after a paragraph, and a paragraph that is no prose any more after a sentence, or a space.

    What is said of one word asks after the others of its paragraph, so time would grow with the square of that.
    """
    start = 0
    while len(text) - start > min(CHUNK, PARAGRAPH):
        cut = _cut(text, start)
        yield start, cut
        start = cut
    if start < len(text):
        yield start, len(text)


def _cut(text: str, start: int) -> int:
    """Return where the chunk ends that begins at ``start``."""
    limit = min(len(text), start + CHUNK)
    end = start
    while end < limit:  # whole paragraphs, up to the first that is too long or does not fit
        following = text.find("\n\n", end + 1)
        following = len(text) if following < 0 else following
        if following - end > PARAGRAPH or following > limit:
            break
        end = following
    if end > start:
        return end
    limit = min(limit, start + PARAGRAPH)
    half = (start + limit) // 2
    stop = text.rfind(". ", half, limit)
    cut = stop + 1 if stop >= 0 else text.rfind(" ", half, limit)
    return cut if cut > start else limit


def located(findings: Findings, prose: Prose, shift: int) -> Findings:
    """Return the findings in the article's offsets."""

    def at(span: Span) -> Span:
        return prose.span(span[0] + shift, span[1] + shift)

    return Findings(
        tuple(replace(e, mentions=tuple(at(m) for m in e.mentions)) for e in findings.entities),
        tuple(
            replace(
                a,
                source=at(a.source) if a.source is not None else None,
                cue=tuple(at(s) for s in a.cue),
                content=tuple(at(s) for s in a.content),
                hedges=tuple(at(s) for s in a.hedges),
            )
            for a in findings.attributions
        ),
        tuple(_placed(f, at) for f in findings.figures),
        tuple(replace(c, content=tuple(at(s) for s in c.content)) for c in findings.claims),
        tuple(map(at, findings.sentences)),
        tuple(replace(n, span=at(n.span)) for n in findings.numbers),
        findings.names,
        tuple(replace(s, span=at(s.span)) for s in findings.skipped),
    )


def _placed(figure: Figure, at: Callable[[Span], Span]) -> Figure:
    when = figure.when and replace(figure.when, span=at(figure.when.span))
    where = figure.where and at(figure.where)
    return replace(figure, span=at(figure.span), sentence=at(figure.sentence), when=when, where=where)


def joined(parts: Sequence[Findings]) -> Findings:
    """Join the findings of an article's chunks; entities of one name and type become one."""
    if len(parts) == 1:
        return parts[0]
    entities, ids = _joined_entities(parts)
    attributions: list[Attribution] = []
    found_figures: list[Figure] = []
    for part, own in zip(parts, ids, strict=True):
        shift = len(attributions)
        attributions += [_renumbered(a, shift, own) for a in part.attributions]
        found_figures += [
            replace(f, attribution=None if f.attribution is None else f.attribution + shift) for f in part.figures
        ]
    return Findings(
        entities,
        tuple(attributions),
        tuple(found_figures),
        tuple(claim for part in parts for claim in part.claims),
        tuple(span for part in parts for span in part.sentences),
        tuple(number for part in parts for number in part.numbers),
        sum((part.names for part in parts), Counter[str]()),
        tuple(entry for part in parts for entry in part.skipped),
    )


def _joined_entities(parts: Sequence[Findings]) -> tuple[tuple[Entity, ...], list[dict[str, str]]]:
    """Return the entities of all parts with new ids, and for each part which id became which."""
    keys = [
        {e.id: (e.type, e.name, "" if e.named else f"{number} {e.id}") for e in part.entities}
        for number, part in enumerate(parts)
    ]
    named = {key: f"e{place}" for place, key in enumerate(dict.fromkeys(k for own in keys for k in own.values()), 1)}
    ids = [{old: named[key] for old, key in own.items()} for own in keys]
    joined: dict[str, Entity] = {}
    for part, own in zip(parts, ids, strict=True):
        for entity in part.entities:
            whole = own[entity.part_of] if entity.part_of is not None else None
            members = tuple(own[member] for member in entity.members)
            known = joined.get(own[entity.id])
            joined[own[entity.id]] = replace(
                known or entity,
                id=own[entity.id],
                mentions=(known.mentions if known else ()) + entity.mentions,
                country=(known.country if known else None) or entity.country,
                part_of=(known.part_of if known else None) or whole,
                members=tuple(dict.fromkeys((*(known.members if known else ()), *members))),
                singulars=tuple(sorted({*(known.singulars if known else ()), *entity.singulars})),
            )
    return tuple(joined.values()), ids


def _renumbered(attribution: Attribution, shift: int, ids: Mapping[str, str]) -> Attribution:
    return replace(
        attribution,
        id=attribution.id + shift,
        inside=None if attribution.inside is None else attribution.inside + shift,
        entity=None if attribution.entity is None else ids[attribution.entity],
        told=tuple(dict.fromkeys(ids[outlet] for outlet in attribution.told)),
    )
